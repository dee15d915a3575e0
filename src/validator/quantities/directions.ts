import type { Indicator } from '../../contract/document.js';
import { type Direction, directionOfSign } from '../../text/quantity.js';
import type { Quantity } from './wording.js';

/** Which way an indicator is better, and how that is known. */
export interface Way {
  readonly direction: Direction;
  /** Whether the form says so itself: by a sign or a column, not only by what the indicator is called. */
  readonly isSaid: boolean;
}

/** Of these there should be little. */
const LESS =
  /投诉|差错|失误|错误|控制率|结余率|结转率|成本|单价|时长|时限|工期|周期|超支|死亡|伤亡|事故|发病|违规|违纪|违法|流失|辍学|空置|返工|误差|逾期|误报|漏报|超标|故障|滞留|闲置|能耗|费用|支出额/u;
/** ... but of these much, whatever they are about. */
const MORE =
  /(办结|处理|处置|处结|办理|解决|回复|答复|响应|化解|查处|整改|完成|达标|合格|及时|准确|满意|节约|节省|降低|下降|减少|压减|执行|支付|到位|发放|覆盖|修复|排除|排查|治疗|管理|治愈|规范|控制达标)[^,，]{0,2}(率|度|比例|幅度|数量?)|培训|学习|服务时长|志愿|开放|授课|课程|演练|(血压|血糖|病)[^,，]{0,6}控制率|办案|案件数/u;

/** ... and of these of a cost. */
const SAVED = /节约|节省|降低|下降|减少|压减|(?:执行|支付|到位|完成|达标|控制达标|兑现|发放)[^,，]{0,2}率/u;

/** The way of an indicator with this target; `words` where the form says that the target is no number. */
export function wayOf(indicator: Indicator, goal: Quantity | undefined): Way | 'words' {
  const { operator, direction } = indicator;
  if (operator !== null && /定性/u.test(operator)) return 'words';
  const own = (operator === null ? null : directionOfSign(operator)) ?? goal?.direction ?? null;
  if (own) return { direction: own, isSaid: true };
  if (direction) return { direction: direction === 'more' ? 'at least' : 'at most', isSaid: true };
  return { direction: isLessBetter(indicator) ? 'at most' : 'exactly', isSaid: false };
}

/** Whether its own words say that less is better: 投诉率, 差错率, a cost. */
function isLessBetter({ level1, level2, level3 }: Indicator): boolean {
  const name = level3 ?? '';
  // Of a cost there should be little, whatever it is of: 人均培训补贴.
  if (/成本/u.test(`${level1 ?? ''}${level2 ?? ''}`)) return !SAVED.test(name);
  return !MORE.test(name) && LESS.test(name);
}
