import type { EvalxDocument, Evidence, FundRow, Indicator, Report } from '../../contract/document.js';

/** What is kept of a form to compare it with the forms of other files: not its whole document. */
export interface FormDigest {
  readonly file: string;
  /** Its index in its document. */
  readonly index: number;
  readonly report: Report;
  /** Where its fields stand, as far as rules over files point at them. */
  readonly places: readonly (readonly [path: string, place: Pick<Evidence, 'page' | 'bbox'>])[];
}

const POINTED_AT =
  /^(?:\/project\/name|\/goals\/(?:expected|actual)|\/indicators\/\d+\/(?:target|actual|weight|level3)|\/funds\/rows\/\d+\/\w+)$/u;

/** The forms of a document, without what no rule over files asks for. */
export const digestsOf = (
  file: string,
  { reports }: EvalxDocument,
  places: ReadonlyMap<string, Evidence> | null,
): FormDigest[] =>
  reports.map((report, index) => ({
    file,
    index,
    report: {
      ...report,
      funds: { ...report.funds, rows: report.funds.rows.map(withoutRest) },
      indicators: report.indicators.map(withoutRest),
      conclusion: { evaluation: null, problems: null, measures: null },
      notes: null,
      extra: {},
    },
    places: placesUnder(`/reports/${index}`, places),
  }));

const withoutRest = <Row extends FundRow | Indicator>(row: Row): Row => ({ ...row, extra: {} });

function placesUnder(prefix: string, places: ReadonlyMap<string, Evidence> | null): FormDigest['places'] {
  return [...(places ?? [])].flatMap(([pointer, { page, bbox }]) => {
    const path = pointer.slice(prefix.length);
    return pointer.startsWith(`${prefix}/`) && POINTED_AT.test(path) ? [[path, { page, bbox }] as const] : [];
  });
}
