/** What is counted or measured: units, which of them are one another's, and how large they are. */

export interface Measure {
  /** What may be compared at all: people, money, length. */
  readonly kind: string;
  /** What is surely the same: 场 and 场次, but not 场 and 次. */
  readonly unit: string;
  /** How many of the smallest of its kind it is. */
  readonly scale: string;
}

/** Kind, the unit as it is told, its scale, and how it is written. */
const TABLE: readonly (readonly [kind: string, unit: string, scale: string, spelt: string])[] = [
  ['people', '人', '1', '人数 人员 人 名 位'],
  ['people', '人次', '1', '人次数 人次'],
  ['events', '场', '1', '场(次) 场/次 场次 场'],
  ['events', '次', '1', '次数 次'],
  ['events', '期', '1', '期'],
  ['events', '批次', '1', '批次 批'],
  ['share', '%', '1', '个百分点 百分点 百分比 %'],
  ['share', '%', '0.1', '‰'],
  ['money', '元', '1', '人民币元 元'],
  ['length', '米', '1', '延米 米 m'],
  ['length', '米', '1000', '千米 公里 km'],
  ['area', '平方米', '1', '平方米 平米 ㎡ m² m2'],
  ['area', '平方米', '1000000', '平方公里 平方千米'],
  ['area', '亩', '1', '亩'],
  ['area', '亩', '15', '公顷 ha'],
  ['mass', '千克', '1', '千克 公斤 kg'],
  ['mass', '千克', '1000', '吨'],
  ['volume', '立方米', '1', '立方米 方 m³ m3'],
  ['time', '分钟', '60', '小时'],
  ['lessons', '学时', '1', '学时 课时'],
  ['time', '分钟', '1', '分钟'],
  ['time', '工作日', '1', '个工作日 工作日'],
  ['time', '天', '1', '自然日 天 日'],
  ['time', '天', '7', '个星期 星期 周'],
  ['time', '月', '1', '个月 月'],
  ['time', '月', '12', '年'],
  ['points', '分', '1', '分'],
  ...'个家所项件处座台套条份篇本册部辆只株棵户村县镇幅块起例宗笔间盏口头支队门组张班架艘具样'
    .split('')
    .map((unit) => ['things', unit, '1', unit] as const),
  ['things', '台套', '1', '台/套 台(套) 台套'],
  ['things', '个', '1', '个(家) 个/家'],
  ['things', '标段', '1', '标段'],
  ['things', '人份', '1', '人份'],
  ['things', '户次', '1', '户次'],
  ['things', '车次', '1', '车次'],
  ['things', '家次', '1', '家次'],
];

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  TABLE.flatMap(([kind, unit, scale, spelt]) =>
    spelt.split(' ').map((one): [string, Measure] => [one, { kind, unit, scale }]),
  ),
);

/** All spellings, the longest first, as the source of a pattern. */
export const UNIT_PATTERN = [...MEASURES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[()/]/gu, '\\$&'))
  .join('|');

/** Measures of which every spelling is known; any other text counts itself. */
export const measureOf = (unit: string): Measure => MEASURES.get(unit) ?? { kind: unit, unit, scale: '1' };

/** Whether two may be compared: surely, only likely, or not at all. */
export function alike(a: Measure, b: Measure): 'surely' | 'likely' | 'no' {
  if (a.kind === b.kind && a.unit === b.unit) return 'surely';
  // A percentage is often typed as a bare number, and so is a count.
  if (a.unit === '' || b.unit === '') return 'likely';
  if (a.kind !== b.kind) return 'no';
  if (a.kind === 'people' || a.kind === 'events') return 'likely';
  // 个 stands for every other counted thing.
  return a.kind === 'things' && (a.unit === '个' || b.unit === '个') ? 'likely' : 'no';
}
