import type { Indicator } from '../../../src/contract/document.js';

/**
 * Indicators as people word them, each of which is right: the target is met, or points were lost and a reason is given. Written
 * without a look at the reader of quantities: it must understand them, or keep silent.
 */

/** A source of numbers that is the same for the same seed (mulberry32). */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from `low` to `high`. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  of<T>(values: readonly T[]): T {
    return values[this.int(0, values.length - 1)] as T;
  }
}

export type Row = Pick<Indicator, 'level2' | 'level3' | 'target' | 'actual'> & Partial<Indicator>;

const DIGITS = '零一二三四五六七八九';
const spelt = (n: number): string =>
  n < 10
    ? n === 2
      ? '两'
      : (DIGITS[n] as string)
    : `${n >= 20 ? DIGITS[Math.floor(n / 10)] : ''}十${n % 10 ? DIGITS[n % 10] : ''}`;
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/gu, ',');
const wide = (text: string): string => text.replace(/\d/gu, (d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0));

const THINGS: readonly (readonly [what: string, unit: string, done: string])[] = [
  ['走访困难家庭', '户', '走访'],
  ['举办专题培训', '期', '举办'],
  ['开展送医下乡', '场次', '开展'],
  ['检测样品', '批次', '检测'],
  ['维修路灯', '盏', '维修'],
  ['发放宣传手册', '份', '发放'],
  ['更新消防器材', '套', '更新'],
  ['建成口袋公园', '个', '建成'],
  ['改造老旧管网', '公里', '改造'],
  ['种植行道树', '株', '种植'],
  ['服务老年人', '人次', '服务'],
  ['编写调研报告', '篇', '编写'],
  ['检查企业', '家次', '检查'],
  ['疏浚沟渠', '米', '疏浚'],
  ['整治耕地', '亩', '整治'],
  ['资助学生', '名', '资助'],
];

export function counts(dice: Dice): Row {
  const [what, unit, done] = dice.of(THINGS);
  const n = dice.int(3, 900);
  const more = n + dice.int(0, Math.floor(n * 0.2));
  const small = dice.int(2, 19);
  return {
    level2: '数量指标',
    level3: dice.of([what, `${what}数量`, `${what}数`]),
    ...dice.of<{ target: string; actual: string }>([
      { target: `≥${n}${unit}`, actual: `${more}${unit}` },
      { target: `${n}${unit}`, actual: `${n}` },
      { target: `不少于${n}${unit}`, actual: `全年${done}${more}${unit}` },
      { target: `${n}${unit}以上`, actual: `实际${done}${more}${unit}，完成年度任务` },
      { target: `>=${n}`, actual: `${more}${unit}` },
      { target: `约${n}${unit}`, actual: `${done}${n}${unit}左右` },
      { target: `${grouped(n * 10)}${unit}`, actual: `${grouped(more * 10)}${unit}` },
      { target: `${small}${unit}`, actual: `${spelt(small)}${unit}` },
      { target: `${spelt(small)}${unit}`, actual: `已完成${small}${unit}` },
      { target: wide(`${n}${unit}`), actual: `${more}${unit}` },
      { target: `${n}${unit}`, actual: `${n}余${unit}` },
      { target: `${n}${unit}`, actual: `${more}${unit}，惠及${dice.int(500, 900)}人` },
      { target: `${n}${unit}（每${unit}均有台账）`, actual: `${n}${unit}` },
      { target: `${n}${unit}`, actual: `1月至6月${done}${n - 2}${unit}，7月至12月${done}${dice.int(2, 4)}${unit}` },
      { target: `${n}${unit}`, actual: `（1）${done}${n}${unit}；（2）建立台账` },
      { target: `${n}+${unit}`, actual: `${n + 1}${unit}` },
      { target: `${small}-${small + 2}${unit}`, actual: `${small + 1}${unit}` },
      { target: `${small}至${small + 3}${unit}`, actual: `共${done}${small + 2}${unit}` },
      { target: `${n}${unit}`, actual: `年初计划${n}${unit}，实际完成${more}${unit}` },
      { target: `${n}${unit}`, actual: `完成${more}${unit}，较上年增加${dice.int(1, 9)}${unit}` },
      { target: `${n}${unit}`, actual: `${more}${unit}，其中重点${done}${dice.int(1, 2)}${unit}` },
      { target: `${n}${unit}`, actual: `上半年${done}${Math.floor(n / 2)}${unit}，全年共${done}${more}${unit}` },
    ]),
  };
}

export function frequencies(dice: Dice): Row {
  const times = dice.int(1, 3);
  return {
    level2: '数量指标',
    level3: dice.of(['安全巡查次数', '水质监测', '设备巡检', '例会召开']),
    ...dice.of([
      { target: `每月${times}次`, actual: `全年${times * 12}次` },
      { target: `每季度${times}次`, actual: `每季度${times}次，按计划完成` },
      { target: `每季度${times}次`, actual: `${times * 4}次` },
      { target: '每周1次', actual: '全年共52次' },
      { target: '每月不少于1次', actual: '每月均开展1次以上' },
      { target: `每年${times}次`, actual: `${times}次` },
      { target: `每半年${times}次，全年${times * 2}次`, actual: `${times * 2}次` },
    ]),
  };
}

export function several(dice: Dice): Row {
  const [a, b, c] = [dice.int(2, 12), dice.int(50, 400), dice.int(1, 8)];
  return {
    level2: '数量指标',
    level3: dice.of(['培训及参训人员', '活动开展情况', '成果产出']),
    ...dice.of([
      { target: `${a}期，${b}人次`, actual: `举办${a}期，参训${b + 3}人次` },
      { target: `讲座${a}场，每场${b}人`, actual: `讲座${a}场，每场${b + 5}人` },
      { target: `${a}次（每次${b}人）`, actual: `${a}次，共${a * b + 5}人` },
      { target: `${a}台（套）`, actual: `${a}套` },
      { target: `${a}场 ${b}人`, actual: `${a}场 ${b}人` },
      { target: `${c}篇论文，${a}项专利`, actual: `发表论文${c}篇，获专利${a}项` },
      { target: `讲座${a}场，参与${b}人`, actual: `参与${b + 12}人，讲座${a}场` },
      { target: `购置电脑${a}台、打印机${c}台`, actual: `购置电脑${a}台、打印机${c}台` },
    ]),
  };
}

export function rates(dice: Dice): Row {
  const p = dice.int(60, 97);
  const more = dice.int(p, Math.min(99, Math.floor(p * 1.2)));
  return {
    level2: '质量指标',
    level3: dice.of(['验收合格率', '数据准确率', '任务达标率', '政策知晓率', '设备完好率', '资料归档率']),
    ...dice.of([
      { target: `≥${p}%`, actual: `${more}%` },
      { target: `${p}%`, actual: `${more}.${dice.int(1, 9)}%` },
      { target: `${p}%以上`, actual: `达到${more}%` },
      { target: `不低于${p}%`, actual: `经抽查为${more}%` },
      { target: `百分之${spelt(p)}`, actual: `${more}%` },
      { target: '九成以上', actual: '93%' },
      { target: '≥90%', actual: '百分之九十五' },
      { target: '≥90%', actual: `0.9${dice.int(1, 9)}` },
      { target: '100%', actual: '100' },
      { target: '100%', actual: `应发放${p}人，全部发放到位` },
      { target: '100%', actual: `${p}人均已办理` },
      { target: '100%', actual: `${p}/${p}` },
      { target: '100%', actual: '1' },
      { target: '100%', actual: '全部合格' },
      { target: '100%', actual: `${b(dice)}，合格率100%` },
      { target: `${p}％`, actual: `${more}％` },
      { target: `≥${p}百分比`, actual: `${more}百分比` },
      { target: `${p}%-${p + 2}%`, actual: `${p + 1}%` },
    ]),
  };
}
const b = (dice: Dice): string => `抽检${dice.int(20, 90)}批次`;

export function lessIsBetter(dice: Dice): Row {
  const p = dice.int(2, 9);
  return dice.of<Row>([
    { level2: '质量指标', level3: '差错率', target: `≤${p}%`, actual: `${p - 1}%` },
    { level2: '质量指标', level3: '投诉率', target: `${p}%以内`, actual: '无投诉' },
    { level2: '质量指标', level3: '投诉率', target: `不超过${p}%`, actual: '0' },
    { level2: '质量指标', level3: '安全事故', target: '0起', actual: '未发生' },
    { level2: '质量指标', level3: '安全责任事故', target: '无', actual: '无安全责任事故' },
    { level2: '质量指标', level3: '重大事故发生数', target: '0', actual: '0起' },
    { level2: '时效指标', level3: '故障响应时间', target: `≤${p}小时`, actual: `平均${p - 1}小时` },
    { level2: '时效指标', level3: '故障响应时间', target: '≤2小时', actual: '30分钟内' },
    { level2: '时效指标', level3: '办结时限', target: `${p}个工作日内`, actual: `平均${p - 1}个工作日` },
    { level2: '质量指标', level3: '数据差错率', target: '≤0.5%', actual: '2‰' },
    { level2: '质量指标', level3: '偏差率', target: `±${p}%`, actual: `${p - 1}%` },
  ]);
}

export function dates(dice: Dice, year: number): Row {
  const month = dice.int(4, 11);
  return {
    level2: '时效指标',
    level3: dice.of(['项目完成时间', '资金拨付时间', '工程完工时间']),
    ...dice.of([
      { target: `${year}年${month}月底前`, actual: `${year}年${month}月${dice.int(1, 28)}日` },
      { target: `${year}年12月31日前`, actual: `${year}年${month}月` },
      { target: `${month}月底前完成`, actual: `已于${month - 1}月${dice.int(1, 28)}日完成` },
      { target: `${year}年底`, actual: `${year}年12月20日前全部完成` },
      { target: `${year}年三季度`, actual: `${year}年9月完成` },
      { target: '第四季度', actual: `${year}年11月` },
      { target: `${year}.12.31`, actual: `${year}.${month}.15` },
      { target: '年底前', actual: '按时完成' },
      { target: '30天', actual: `${year}年5月10日至6月8日` },
      { target: '6个月', actual: `${year}年3月—8月` },
      { target: '全年', actual: '1-12月' },
      { target: '每月10日前', actual: '每月5日至9日发放' },
      { target: `${year}年6月`, actual: `${year}年6月` },
      { target: '12个月内', actual: `${month}个月` },
      { target: `${year}年1月至${month}月`, actual: `${year}年2月—${month}月` },
      { target: '按计划完成', actual: '按计划于年内完成' },
    ]),
  };
}

export function costs(dice: Dice): Row {
  const n = dice.int(20, 900);
  return {
    level1: '成本指标',
    level2: '经济成本指标',
    level3: dice.of(['单位培训成本', '每场活动成本', '人均补贴标准']),
    ...dice.of([
      { target: `≤${n}元`, actual: `${n - dice.int(0, 9)}元` },
      { target: `${n}元/人以内`, actual: `${n - 5}元/人` },
      { target: `不高于${n}元/人`, actual: `实际${n}元/人` },
      { target: `${n}-${n + 50}元`, actual: `${n + 20}元` },
      { target: `人均${n}元`, actual: `${n}元` },
      { target: `${n}元`, actual: `控制在${n}元以内` },
    ]),
  };
}

export function effects(dice: Dice): Row {
  return dice.of<Row>([
    { level2: '社会效益指标', level3: '带动就业人数', target: '≥200人', actual: '带动就业215人' },
    { level2: '社会效益指标', level3: '受益群众', target: '1.2万人', actual: '12360人' },
    { level2: '社会效益指标', level3: '受益人口', target: '≥3000人', actual: '3千余人' },
    { level2: '经济效益指标', level3: '农民增收', target: '人均增收500元', actual: '人均增收530元' },
    { level2: '经济效益指标', level3: '带动投资', target: '≥1亿元', actual: '1.1亿元' },
    { level2: '生态效益指标', level3: '水质达标率', target: '≥Ⅲ类', actual: '达到Ⅲ类' },
    { level2: '生态效益指标', level3: '节能量', target: '50吨标煤', actual: '52.6吨标煤' },
    {
      level2: '社会效益指标',
      level3: '公共服务能力',
      target: '有效提升',
      actual: '新增服务窗口6个，日均接待量提高12%',
    },
    { level2: '可持续影响指标', level3: '管护机制', target: '健全', actual: '出台管护办法，落实管护人员' },
    { level2: '可持续影响指标', level3: '使用年限', target: '≥5年', actual: '5年以上' },
    { level2: '社会效益指标', level3: '上访案件下降率', target: '≥10%', actual: '同比下降12.5%' },
    { level2: '社会效益指标', level3: '居民生活环境', target: '得到改善', actual: '道路硬化、路灯亮化全覆盖' },
    { level2: '经济效益指标', level3: '成本降低率', target: '3%', actual: '3.6%' },
  ]);
}

export function satisfaction(dice: Dice): Row {
  const p = dice.int(80, 95);
  return {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    level3: dice.of(['群众满意度', '服务对象满意度', '参训学员满意度', '企业满意度']),
    ...dice.of([
      { target: `≥${p}%`, actual: `${p + 2}.${dice.int(1, 9)}%` },
      { target: `${p}%以上`, actual: `发放问卷${dice.int(100, 300)}份，满意度${p + 3}%` },
      { target: `≥${p}%`, actual: `经问卷调查，满意率为${p + 1}%` },
      { target: `${p}%`, actual: `${p + 2}%（回收有效问卷186份）` },
      { target: '≥90分', actual: '95.2分' },
      { target: '基本满意', actual: '调查96人，满意92人，满意度95.8%' },
    ]),
  };
}

/** Points that were lost, each with what is true of it. */
export function missed(dice: Dice): Row & { share: number } {
  const n = dice.of([20, 40, 50, 100, 200]);
  const share = dice.of([0.6, 0.75, 0.8, 0.9]);
  const [what, unit] = dice.of(THINGS);
  return {
    level2: '数量指标',
    level3: what,
    target: `≥${n}${unit}`,
    actual: dice.of([`${n * share}${unit}`, `完成${n * share}${unit}`, `实际完成${n * share}${unit}，未达目标`]),
    share,
    deviation: dice.of([
      '受疫情影响，部分活动延期，下年补办',
      '报名人数少于预期；今后加强宣传',
      '因招标流标两次，工期顺延，已督促施工单位加快进度',
      '年初目标设置偏高，下年合理设置指标值',
      '极端天气导致无法施工',
      '人员调整，工作衔接不畅。改进措施：尽快配齐人员',
    ]),
  };
}
