import { z } from 'zod';
import { documentSchema, type EvalxDocument, type Evidence } from '../../src/contract/document.js';
import { evidenceSchema } from '../../src/contract/schema/remarks.js';
import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import type { CheckInput, ValidationSettings } from '../../src/validator/validate.js';

/** Documents by their schema, with values in every field that are made to hurt; the same seed and number give the same one. */

/** Mulberry32: small, and the same everywhere. */
class Random {
  private state: number;
  /** One of so many values is hostile: where all are, most rules have nothing to reckon with. */
  private readonly hostile: number;
  /** All quantities of the document, where they are all the same. */
  readonly quantity: string | null;

  constructor(seed: number) {
    this.state = seed >>> 0;
    this.hostile = this.pick([1, 2, 8, 30]);
    this.quantity = this.below(10) === 0 ? '≥8个' : null;
  }

  isHostile(): boolean {
    return this.below(this.hostile) === 0;
  }

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** What every object of JavaScript has. */
const NAMES = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
const DIGITS = [
  '0',
  '1',
  '7',
  '60',
  '99.5',
  '100',
  '8'.repeat(320),
  `0.${'0'.repeat(310)}1`,
  '1,234,567.80',
  '９９',
  '1e999',
];
const UNITS = [
  '',
  '个',
  '%',
  '％',
  '元',
  '万元',
  '亿元',
  '人次数',
  '百分点',
  '起',
  ...NAMES,
  '\u202e个',
  '个\u0000',
  '𠮷',
  '\ud800',
];
const SIGNS = ['', '≥', '>=', '＞', '≤', '=', '+', '-', '−', '不低于', '控制在', '定性', ...NAMES];
const TEXTS = [
  ...NAMES,
  ...['', ' ', '\n', '—', '无', '完成', '已完成', '100%', '2022年12月31日前', '2023年1月', '1900年底前'],
  ...[
    '\u202e反转\u202c',
    '\u0000\u0007\u001b[31m红',
    'a\r\n::error::b',
    '=HYPERLINK("x")',
    ']]>&<b>"\'',
    '{name}',
    '\ud800',
    '\udc00后',
    '\ufffe\uffff',
  ],
  ...['$&$1', '|`*_[x](y)', '_x0041_', '~1/~0', 'ＡＢＣ１２３', '𠮷'.repeat(50), '执行率为', '预算为'],
];
const LABELS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    level1: ['产出指标', '效益指标', '满意度指标', '成本指标', '产出', '决策'],
    level2: ['数量指标', '质量指标', '时效指标', '经济效益指标', '服务对象满意度', '成本'],
    level3: ['培训人次', '满意度', '完成率', '验收合格率', '完成时间', '指标1'],
    grade: ['优', '良', '中', '差', '优秀'],
    title: ['2022年度自评表', '财政项目支出绩效自评表'],
    label: ['年度资金总额', '其中：当年财政拨款', '财政资金小计', '①中央', '合计'],
    deviation: ['受疫情影响', '无', '/'],
  }),
);
const TAME_QUANTITIES = ['≥8个', '8个', '10个', '0个', '≤8个', '5个', '100%', '≥90%', '150%', '12万元', '显著提高'];
const DATES = ['2022年6月底', '2022年12月31日', '2022年3月1日前'];
const TAME_NUMBERS = [0, 5, 8, 10, 10, 20, 50, 100, 0.5, 0.02];
const KEYS = [...NAMES, '填报日期', '原因', '', '/', '~', 'a/b~c', '\ud800', '\n', '0', 'length'];
const NUMBERS = [
  ...[0, -0, 1, 10, 100, 60, 90, 0.1, 0.3, 0.1 + 0.2, -1, -10.5, 33.33, 120.01],
  ...[1e308, -1e308, Number.MAX_VALUE, 5e-324, -5e-324, 1e-7, 1e21, 2 ** 53, 123456789.12345, 1.5e300],
];

/** Longer than a cell of a workbook may be. */
const LONG = ['长'.repeat(40_000), ' '.repeat(5000), '9'.repeat(5000)];

type Pick = (random: Random, path: readonly string[]) => string;

const quantity: Pick = (random, path) => {
  if (path.includes('goals')) return goal(random, path);
  if (random.quantity !== null) return random.quantity;
  if (!random.isHostile()) return random.pick(random.below(5) === 0 ? DATES : TAME_QUANTITIES);
  const behind = random.pick(['', '', '以上', '以内', '左右']);
  return random.below(4) === 0
    ? anyText(random, [])
    : `${random.pick(SIGNS)}${random.pick(DIGITS)}${random.pick(UNITS)}${behind}`;
};

const anyText: Pick = (random, path) => {
  const own: readonly string[] = LABELS.get(path.at(-1) ?? '') ?? ['好'];
  if (!random.isHostile()) return random.pick(own);
  if (random.below(500) === 0) return random.pick(LONG);
  return random.below(6) === 0 ? random.pick(TEXTS) + random.pick(TEXTS) : random.pick(TEXTS);
};

const goal: Pick = (random) => {
  const digits = random.isHostile() ? DIGITS : ['60', '100'];
  const [rate, budget] = [random.pick(['预算执行率为', '执行率', '']), random.pick(['全年预算数为', '预算', ''])];
  return `${rate}${random.pick(digits)}%，${budget}${random.pick(digits)}万元${random.isHostile() ? random.pick(TEXTS) : ''}`;
};

/** Fields whose texts rules read. */
const FIELDS: ReadonlyMap<string, Pick> = new Map([
  ...['target', 'adjustedTarget', 'actual'].map((name): [string, Pick] => [name, quantity]),
  ['expected', goal],
  ['operator', (random) => random.pick(random.isHostile() ? SIGNS : ['≥', '='])],
  [
    'unit',
    (random, path) => random.pick(random.isHostile() ? UNITS : path.includes('funds') ? ['万元', '元'] : ['个']),
  ],
  ['sha256', (random) => random.pick('0123456789abcdef'.split('')).repeat(64)],
  ['file', (random) => `${random.pick(TEXTS).slice(0, 50)}.pdf`],
]);

/** The definition of a schema of zod, as far as it is needed here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** The keys that a record may have: those that its schema names, or any. */
function keysOf({ keyType }: Definition): readonly string[] {
  const { entries } = (keyType?._zod.def ?? {}) as unknown as Partial<Definition>;
  return entries ? Object.values(entries) : KEYS;
}

/** A value of the schema. */
function madeOf(schema: z.core.$ZodType, random: Random, path: readonly string[]): unknown {
  const definition = schema._zod.def as unknown as Definition;
  const inner = (name: string, of: z.core.$ZodType | undefined): unknown =>
    madeOf(of as z.core.$ZodType, random, [...path, name]);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {})
          .map(([name, field]) => [name, inner(name, field)])
          .filter(([, value]) => value !== undefined),
      );
    case 'nullable':
      return random.below(5) === 0 ? null : madeOf(definition.innerType as z.core.$ZodType, random, path);
    case 'optional':
      return undefined;
    case 'array':
      return Array.from({ length: lengthOf(path, random) }, (_, i) => inner(String(i), definition.element));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.below(3) }, () => [
          random.pick(keysOf(definition)),
          inner('', definition.valueType),
        ]),
      );
    case 'tuple':
      return definition.items?.map((item, i) => inner(String(i), item));
    case 'enum':
      if (path.at(-1) === 'kind' && !random.isHostile()) return path.at(-2) === '0' ? 'total' : 'fiscal';
      return random.pick(Object.values(definition.entries ?? {}));
    case 'literal':
      return definition.values?.[0];
    case 'boolean':
      return random.below(2) === 0;
    default:
      return plainValue(schema, definition.type, random, path);
  }
}

/** A text or a number that the schema allows. */
function plainValue(schema: z.core.$ZodType, type: string, random: Random, path: readonly string[]): unknown {
  const isWhole = z.safeParse(schema, 0.5).success === false;
  const value =
    type === 'string'
      ? (FIELDS.get(path.at(-1) ?? '') ?? anyText)(random, path)
      : random.pick(
          !isWhole && !random.isHostile()
            ? TAME_NUMBERS
            : isWhole
              ? [1, 2, 2022, 2023, 0, -1, Number.MAX_SAFE_INTEGER]
              : NUMBERS,
        );
  if (z.safeParse(schema, value).success) return value;
  return type === 'string' ? 'x' : 1;
}

function lengthOf(path: readonly string[], random: Random): number {
  if (path.includes('shared')) return 2 + random.below(2);
  const name = path.at(-1) ?? '';
  if (name === 'reports') return random.pick([1, 1, 1, 2, 0]);
  if (name === 'pages') return 1 + random.below(2);
  if (name === 'diagnostics') return random.below(3);
  return random.below(1000) === 0 ? 700 : random.below(6);
}

/** Where some fields stand, with boxes that no page has. */
function placesOf({ reports }: EvalxDocument, random: Random): Map<string, Evidence> | null {
  if (random.below(2) === 0) return null;
  const pointers = reports.flatMap((report, i) => [
    `/reports/${i}/title`,
    ...report.indicators
      .slice(0, 9)
      .flatMap((_, k) => [`/reports/${i}/indicators/${k}/score`, `/reports/${i}/indicators/${k}/actual`]),
    ...report.funds.rows.slice(0, 9).map((_, k) => `/reports/${i}/funds/rows/${k}/executed`),
    ...(Object.hasOwn(report.extra, 'constructor') ? [`/reports/${i}/extra/constructor`] : []),
    `/reports/${i}/total/score`,
  ]);
  return new Map(pointers.map((pointer) => [pointer, madeOf(evidenceSchema, random, []) as Evidence]));
}

export interface HostileCase {
  readonly input: CheckInput;
  readonly settings: ValidationSettings;
}

export function hostileCase(seed: number, run: number): HostileCase {
  const random = new Random(Math.imul(seed, 1_000_003) + run);
  const document = madeOf(documentSchema, random, []) as EvalxDocument;
  const places = placesOf(document, random);
  const tolerances = Object.fromEntries(
    Object.entries(DEFAULT_TOLERANCES).map(([name, value]) => [
      name,
      random.below(4) === 0 ? random.pick([0, 5e-324, 1, 1e308]) : value,
    ]),
  ) as ValidationSettings['tolerances'];
  return {
    input: { file: document.source.file, document, places },
    settings: { severities: {}, tolerances, lang: random.pick(['en', 'zh']) },
  };
}
