import type { Report } from '../../contract/document.js';
import { percent } from '../quantities/decimal.js';
import { isReason, totalRow } from '../report.js';
import type { Rule } from '../validator-types.js';

export const lowRateReason: Rule = {
  id: 'low-rate-reason',
  severity: 'warning',
  title: { en: 'A low execution rate has no reason', zh: '执行率偏低且未说明原因' },
  why: {
    en: 'Money that was not spent must be explained: 90 % is what Sichuan asks for, 80 % what auditors do.',
    zh: '执行率偏低（四川为低于 90%，审计一般为低于 80%）应说明原因。',
  },
  mend: {
    en: 'say why the money was not spent, and what will be done',
    zh: '说明资金执行率低的原因及改进措施',
  },
  source: '四川省预算绩效自评通知',
  messages: {
    low: {
      en: 'the execution rate is {rate}, and nothing on the form says why',
      zh: '执行率为 {rate}，表中未说明原因',
    },
  },
  examples: {
    fails: { funds: [{ kind: 'total', executionRate: 0.4 }] },
    passes: { funds: [{ kind: 'total', executionRate: 0.4, reason: '受疫情影响，项目延期' }] },
  },
  *check(report, { tolerances }) {
    const row = totalRow(report);
    const rate = row?.executionRate ?? null;
    if (!row || rate === null || rate >= tolerances.lowRate || hasReason(report)) return;
    const path = `/funds/rows/${report.funds.rows.indexOf(row)}/executionRate`;
    const formula = `${percent(rate)} < ${percent(tolerances.lowRate)}`;
    yield { message: 'low', path, data: { rate: percent(rate) }, formula };
  },
};

/** Words of a reason: that money is spoken of says nothing of why it was not spent. */
const CAUSE =
  /因|由于|受.{0,12}影响|疫情|延期|延后|延迟|滞后|推迟|缓慢|尚未|暂未|未(?:能|支付|完成|到|达|拨|结算|开工|验收|执行|使用|下达)|结余|结转|节约|节省|压减|招标|采购|审批|下一?年|次年|跨年|尾款|质保金|调整|变更|取消|暂缓|停工|缩减|核减|按(?:合同|进度)/u;

/** A reason stands in the row, or wherever the form speaks of the money that was not spent. */
function hasReason({ funds, indicators, goals, conclusion, extra }: Report): boolean {
  if (funds.rows.some((row) => isReason(row.reason))) return true;
  const told = [
    ...indicators.map(({ deviation }) => deviation),
    conclusion.problems,
    conclusion.evaluation,
    goals.actual,
  ];
  const others = Object.entries(extra).flatMap(([label, text]) => (/原因|说明|问题/u.test(label) ? [text] : []));
  return [...told, ...others].some((text) => isReason(text) && CAUSE.test(text ?? ''));
}
