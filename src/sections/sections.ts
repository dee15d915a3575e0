import type { Block } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Draft } from './draft.js';
import { type FormParts, findForms } from './find/find-forms.js';
import { readForm } from './read-form.js';
import { isTargetsTitle } from './vocabulary/titles.js';

/** A form that was read: one that is reported, or one that turned out to be none of ours. */
export interface ReadForm extends FormParts {
  readonly draft: Draft;
  /** `look-alike`: its title says that it is another kind of form; `dropped`: nothing in it says that it is a form. */
  readonly use: 'report' | 'look-alike' | 'dropped';
  /** A total was found, whether it is filled in or not. */
  readonly hasTotal: boolean;
}

/** The forms of a document, and what is to be said of them. */
export interface Sections {
  /** Those that are reported, in reading order. */
  readonly drafts: readonly Draft[];
  /** All. */
  readonly forms: readonly ReadForm[];
  readonly diagnostics: readonly Remark[];
}

/** Finds the forms of one kind in a document and reads them: self-evaluations, or the targets that were approved. */
export function readSections(
  blocks: readonly Block[],
  kind: 'self-evaluation' | 'targets' = 'self-evaluation',
): Sections {
  const forms: ReadForm[] = [];
  for (const parts of findForms(blocks)) {
    const form = kind === 'targets' ? asTargets(readAsForm(parts)) : readAsForm(parts);
    // The second side of a form that is none of ours has no title of its own.
    const isSide = form.use === 'dropped' && form.draft.report.title === null && forms.at(-1)?.use === 'look-alike';
    forms.push(isSide ? { ...form, use: 'look-alike' } : form);
  }
  const diagnostics = forms.flatMap(({ draft, use }) => {
    const page = draft.report.pages[0] ?? null;
    const { title } = draft.report;
    if (use === 'look-alike') return title === null ? [] : [remark('lookAlike', { title }, page)];
    return use === 'report' ? draft.diagnostics : [];
  });
  return { drafts: forms.filter(({ use }) => use === 'report').map(({ draft }) => draft), forms, diagnostics };
}

/** Of a look-alike, that it is what was asked for where its title says so; of a self-evaluation, that it is not. */
function asTargets(form: ReadForm): ReadForm {
  const { title } = form.draft.report;
  if (form.use === 'report') return { ...form, use: 'look-alike' };
  const isAsked = form.use === 'look-alike' && title !== null && isTargetsTitle(title);
  return isAsked && form.draft.report.indicators.length > 0 ? { ...form, use: 'report' } : form;
}

function readAsForm(form: FormParts): ReadForm {
  const { draft, hasActual, hasIndicators, hasTotal, titled } = readForm(form);
  const { project, goals, title, pages } = draft.report;
  const kinds = [form.kind, titled];
  const isTitled = kinds.includes('self-evaluation');
  if (form.kind === 'look-alike' || (!isTitled && titled === 'look-alike'))
    return { ...form, draft, hasTotal, use: 'look-alike' };
  const isNone = !isTitled && !(hasActual && project.name !== null);
  const isEmpty = isTitled && !hasIndicators && project.name === null && goals.actual === null;
  if (isNone || isEmpty) return { ...form, draft, hasTotal, use: 'dropped' };
  const page = pages[0] ?? null;
  const [text, ...others] = draft.unlabelled();
  if (text !== undefined && others.length === 0) draft.say('textUnlabelled', { text }, page);
  else if (text !== undefined) draft.say('textsUnlabelled', { text, count: others.length }, page);
  if (!hasIndicators) draft.say('noIndicators', { name: title ?? project.name ?? '' }, page);
  return { ...form, draft, hasTotal, use: 'report' };
}
