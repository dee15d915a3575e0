import type { FundRow, Indicator, Report } from '../contract/document.js';
import type { Tolerances } from '../contract/tolerances.js';
import { near, sum } from './quantities/decimal.js';
import { type ScoredUnit, unitsOf } from './quantities/units.js';
import { VALIDATOR_TOLERANCES } from './tolerances.js';

/** Questions that several rules ask of a report. */

/** Whether a text gives a reason; blanks, 无 and 0 do not. */
export const isReason = (text: string | null): boolean => text !== null && !/^[\s—–\-/*无0。.]*$/u.test(text);

export const totalRow = (report: Report): FundRow | null => {
  const totals = report.funds.rows.filter((row) => row.kind === 'total');
  return totals.length === 1 ? (totals[0] as FundRow) : null;
};

/** Whether anything on the form is scored: a template is not checked for what nobody has filled in. */
export const isScored = (report: Report): boolean =>
  report.total.score !== null || report.indicators.some((indicator) => indicator.score !== null);

/** The weight of the execution rate: in its column, in the label of the block, or none. */
export function fundsWeight(report: Report): number | null {
  const inRow = fundsFigure(report, 'weight');
  return inRow ?? report.funds.weight;
}

/** The score of the execution rate. */
export const fundsScore = (report: Report): number | null => fundsFigure(report, 'score');

/** A figure of the total row, or of the only row that has one: sub-rows repeat it or leave it out. */
function fundsFigure(report: Report, field: 'weight' | 'score'): number | null {
  const total = totalRow(report);
  if (total && total[field] !== null) return total[field];
  const figures = report.funds.rows.map((row) => row[field]).filter((value) => value !== null);
  return figures.length === 1 ? (figures[0] as number) : null;
}

/** Index and indicator, as rules walk over them. */
export const indicatorsOf = (report: Report): [number, Indicator][] => [...report.indicators.entries()];

/** A text of the form inside a message: short, on one line. */
export function short(text: string): string {
  const { quotedLength } = VALIDATOR_TOLERANCES;
  const chars = [...text.replace(/\s+/gu, ' ')];
  return chars.length > quotedLength ? `${chars.slice(0, quotedLength).join('')}…` : chars.join('');
}

/** How an indicator is called in a message. */
export const nameOf = (indicator: Indicator): string =>
  short(indicator.level3 ?? indicator.level2 ?? indicator.level1 ?? '');

/** How a form is called in a message: by its project, or else by its title. */
export const nameOfForm = ({ project, title }: Report): string => short(project.name ?? title ?? '');

/** How those are called that are scored as one. */
export const namesOf = ({ members }: ScoredUnit): string => short(members.map(nameOf).join('、'));

/** Whether the weights of the indicators make up the total without the execution rate, which has one too. */
export function weightsWithoutFunds(report: Report, tolerances: Tolerances): boolean {
  const own = fundsWeight(report);
  const weights = unitsOf(report)
    .map((unit) => unit.weight)
    .filter((weight) => weight !== null);
  if (own === null || own === 0 || weights.length === 0) return false;
  return near(sum(weights), report.total.weight ?? 100, tolerances.weight);
}

const NO_SURVEY = /无投诉|未(开展|进行|组织)[^，。]{0,6}(调查|问卷|测评)|没有[^，。]{0,6}(调查|问卷)/u;

/** Whether an indicator is a share that the whole is the most of: a rate of passing, and not one of growth. */
export const isShareOfWhole = ({ level3 }: Indicator): boolean =>
  /(?:满意|合格|达标|覆盖|及时|准确|知晓|就业|优良|发放|普及|入学|参保|采购|持证|上岗|办结|处理|修复|完好|成活|接种|建档|公开|到位|支付|兑现|验收|通过|入户|参与|有效|报告|回收|归档|可用)[^增]{0,4}(?:度|率)$/u.test(
    level3 ?? '',
  );

/** Whether an indicator is about the satisfaction of those served. */
export const isSatisfaction = ({ level1, level2, level3 }: Indicator): boolean =>
  /满意/u.test(`${level1}${level2}${level3}`);

/** The words by which an indicator says that nobody was asked. */
export const noSurveyIn = ({ actual, deviation }: Indicator): string | undefined =>
  [actual, deviation].map((text) => NO_SURVEY.exec(text ?? '')?.[0]).find((text) => text !== undefined);

/** Whether a satisfaction was scored that nobody was asked for: the rule satisfaction-evidence tells of it. */
export const hasNoSurvey = (indicator: Indicator): boolean =>
  isSatisfaction(indicator) && !!indicator.score && noSurveyIn(indicator) !== undefined;
