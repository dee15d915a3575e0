import type { Report } from '../contract/document.js';
import { isReason } from './report.js';

/** What counts as a reason, and what only stands where one should. */

/** Words that stand where a reason should: that all was done, or that it will be done better. */
const NO_CAUSE =
  /^(?:已|均|全部|基本|按[时期]|按(?:计划|要求)|如期|正常)*(?:完成|达标|达到|达成|达到(?:目标|预期)|正常|合格|符合要求|无偏差|没有偏差)(?:目标|任务|指标|预期|预期目标)?。?$|^(?:今后|下一?步|下年|将|继续|进一步|需|应|持续)*(?:加强|强化|完善|改进|提高|做好)[^，,。;；因]{0,8}。?$/u;

/** Whether a text says why points were lost. */
export const isCause = (text: string | null): boolean => isReason(text) && !NO_CAUSE.test((text ?? '').trim());

/** Words of a reason: that money is spoken of says nothing of why it was not spent. */
const CAUSE =
  /因|由于|受.{0,12}影响|疫情|延期|延后|延迟|滞后|推迟|缓慢|尚未|暂未|未(?:能|支付|完成|到|达|拨|结算|开工|验收|执行|使用|下达)|结余|结转|节约|节省|压减|招标|采购|审批|下一?年|次年|跨年|尾款|质保金|调整|变更|取消|暂缓|停工|缩减|核减|按(?:合同|进度)/u;

/** That all was done well explains nothing that was not done. */
const PRAISE = /按(?:规定|要求|计划|时)|到位|正常|完成|合规|专款专用|良好/u;

/** Whether a form says why money was not spent: in the row, or wherever the form speaks of the money that was not spent. */
export function tellsWhyUnspent({ funds, indicators, goals, conclusion, extra }: Report): boolean {
  if (funds.rows.some(({ reason }) => isReason(reason) && (CAUSE.test(reason ?? '') || !PRAISE.test(reason ?? ''))))
    return true;
  const told = [
    ...indicators.map(({ deviation }) => deviation),
    conclusion.problems,
    conclusion.evaluation,
    goals.actual,
  ];
  const others = Object.entries(extra).flatMap(([label, text]) => (/原因|说明|问题/u.test(label) ? [text] : []));
  return [...told, ...others].some((text) => isReason(text) && CAUSE.test(text ?? ''));
}
