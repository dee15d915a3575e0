import type { Finding } from '../../contract/findings.js';
import { narrow } from '../../text/narrow.js';
import { labelsOf } from '../labels.js';
import { RULES } from '../rules.js';
import type { ValidationSettings } from '../validate.js';
import type { Fault, OtherForm, Rule } from '../validator-types.js';
import { sentence } from '../words.js';
import type { FormDigest } from './form-digest.js';

/** A form of a run, and the settings of its file. */
export type RunForm = FormDigest & { readonly settings: ValidationSettings };

/** More forms of one name or text than these say nothing that the first of them do not. */
const MOST_OTHERS = 50;

/** What rules find by comparing the forms of a run with those of its other files, in the order of the forms. */
export function checkRun(forms: readonly RunForm[]): Finding[] {
  const rules = RULES.filter(({ isOverFiles }) => isOverFiles);
  const alike = formsByKey(forms);
  return forms.flatMap((form): Finding[] => {
    const others = othersOf(form, alike);
    return others.length === 0 ? [] : rules.flatMap((rule) => findingsOf(form, others, rule));
  });
}

/** The forms of one project, whatever its year, and those with one text. */
function formsByKey(forms: readonly RunForm[]): ReadonlyMap<string, RunForm[]> {
  const groups = new Map<string, RunForm[]>();
  for (const form of forms)
    for (const key of keysOf(form)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [form]);
      else if (group.length < MOST_OTHERS) group.push(form);
    }
  return groups;
}

function keysOf({ report }: RunForm): string[] {
  const name = narrow(report.project.name ?? '').replace(/(?:19|20)\d{2}年?度?/gu, '');
  const text = narrow(report.goals.actual ?? '');
  return [...(name === '' ? [] : [`name ${name}`]), ...(text === '' ? [] : [`text ${text}`])];
}

function othersOf(form: RunForm, alike: ReadonlyMap<string, RunForm[]>): OtherForm[] {
  const others = new Set(keysOf(form).flatMap((key) => alike.get(key) ?? []));
  return [...others].flatMap(({ file, index, report }) =>
    file === form.file ? [] : [{ report, file, number: index + 1 }],
  );
}

function findingsOf(
  { file, index, report, places, settings }: RunForm,
  others: readonly OtherForm[],
  rule: Rule,
): Finding[] {
  const wanted = settings.severities[rule.id];
  if (wanted === 'off') return [];
  const context = {
    tolerances: settings.tolerances,
    reports: [report],
    index: 0,
    others,
    confidence: NOTHING_RECOGNISED,
  };
  const at = new Map(places);
  return [...rule.check(report, context)].map((fault: Fault): Finding => {
    const place = at.get(fault.path);
    return {
      rule: rule.id,
      severity: wanted ?? fault.severity ?? rule.severity,
      message: sentence(rule, fault, settings.lang),
      ...{ file, report: index, path: `/reports/${index}${fault.path}` },
      page: place?.page ?? report.pages[0] ?? null,
      bbox: place?.bbox ?? null,
      labels: labelsOf(report, fault.path),
      formula: fault.formula ?? null,
      source: rule.source,
      mend: rule.mend[settings.lang],
    };
  });
}

const NOTHING_RECOGNISED: ReadonlyMap<string, number> = new Map();
