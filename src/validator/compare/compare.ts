import type { EvalxDocument, Evidence, Report } from '../../contract/document.js';
import type { Finding, Language, RuleInfo } from '../../contract/findings.js';
import { DIFFERENCES, type Difference } from '../../messages/checking/differences.js';
import { fill, valueIn } from '../../messages/words.js';
import { labelsOf } from '../labels.js';
import { nameOfForm } from '../report.js';
import { placeOf, type ValidationSettings } from '../validate.js';
import { assign } from './assign.js';
import { compareForms } from './compare-forms.js';
import type { Differs } from './compare-types.js';
import { formLikeness } from './likeness.js';

/** A document to compare, and what it is called. */
export interface ComparedDocument {
  readonly file: string;
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

interface Form {
  readonly of: ComparedDocument;
  readonly index: number;
  readonly report: Report;
}

/** Least likeness of the names of two projects that are one. */
const ONE_PROJECT = 0.6;

/** How self-evaluations differ from the targets that were approved; forms are matched by their projects. Findings in the order of the evaluations. */
export function compareDocuments(
  approved: readonly ComparedDocument[],
  evaluations: readonly ComparedDocument[],
  settings: ValidationSettings,
): Finding[] {
  const [before, after] = [formsOf(approved), formsOf(evaluations)];
  const isOnly = before.length === 1 && after.length === 1;
  const partners = isOnly
    ? [0]
    : assign(
        before.length,
        after.length,
        (i, j) => formLikeness((before[i] as Form).report, (after[j] as Form).report),
        ONE_PROJECT,
      );
  const findings: Finding[] = [];
  const say = (form: Form, differs: Differs): void => {
    const finding = findingOf(form, differs, settings);
    if (finding) findings.push(finding);
  };
  for (const [j, evaluation] of after.entries()) {
    const partner = before[partners.indexOf(j)];
    if (!partner)
      say(evaluation, {
        id: 'form-unapproved',
        message: 'unapproved',
        side: 'evaluation',
        path: '/project/name',
        data: { name: nameOfForm(evaluation.report) },
      });
    else
      for (const differs of compareForms(partner.report, evaluation.report))
        say(differs.side === 'approved' ? partner : evaluation, differs);
  }
  for (const [i, one] of before.entries())
    if ((partners[i] ?? null) === null)
      say(one, {
        id: 'form-missing',
        message: 'missing',
        side: 'approved',
        path: '/project/name',
        data: { name: nameOfForm(one.report) },
      });
  return findings;
}

const formsOf = (documents: readonly ComparedDocument[]): Form[] =>
  documents.flatMap((of) => of.document.reports.map((report, index) => ({ of, index, report })));

const BY_ID: ReadonlyMap<string, Difference> = new Map(DIFFERENCES.map((one) => [one.id, one]));

function findingOf(
  { of, index, report }: Form,
  differs: Differs,
  { severities, lang }: ValidationSettings,
): Finding | null {
  const kind = BY_ID.get(differs.id) as Difference;
  const wanted = severities[kind.id];
  if (wanted === 'off') return null;
  const path = `/reports/${index}${differs.path}`;
  const place = placeOf(of.places, path);
  return {
    rule: kind.id,
    severity: wanted ?? differs.severity ?? kind.severity,
    message: fill(kind.messages[differs.message] as Difference['title'], lang, (name) => valueIn(differs.data, name)),
    file: of.file,
    report: index,
    path,
    page: place?.page ?? report.pages[0] ?? null,
    bbox: place?.bbox ?? null,
    labels: labelsOf(report, differs.path),
    formula: differs.formula ?? null,
    source: kind.source,
    mend: kind.mend[lang],
  };
}

/** What is told of each kind of difference, in one language. */
export const differenceInfos = (lang: Language): RuleInfo[] =>
  DIFFERENCES.map(({ id, severity, title, why, source }) => ({
    ...{ id, kind: 'rule', severity, source },
    title: title[lang],
    why: why[lang],
  }));
