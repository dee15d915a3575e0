import type { Block } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Draft } from './draft.js';
import { findForms } from './find/find-forms.js';
import { readForm } from './read-form.js';

/** Finds the self-evaluation forms of a document and reads them. */
export function readSections(blocks: readonly Block[]): { drafts: Draft[]; diagnostics: Remark[] } {
  const drafts: Draft[] = [];
  const diagnostics: Remark[] = [];
  for (const form of findForms(blocks)) {
    const { draft, hasActual, hasIndicators, ...facts } = readForm(form);
    const page = draft.report.pages[0] ?? null;
    if (form.kind === 'look-alike') {
      diagnostics.push(remark('lookAlike', { title: draft.report.title ?? '' }, page));
      continue;
    }
    const titled = form.kind === 'self-evaluation' || facts.titled;
    const { project, goals } = draft.report;
    if (!titled && !(hasActual && project.name !== null)) continue;
    if (titled && !hasIndicators && project.name === null && goals.actual === null) continue;
    const [text, ...others] = draft.unlabelled();
    if (text !== undefined && others.length === 0) draft.say('textUnlabelled', { text }, page);
    else if (text !== undefined) draft.say('textsUnlabelled', { text, count: others.length }, page);
    if (!hasIndicators) draft.say('noIndicators', { name: draft.report.title ?? project.name ?? '' }, page);
    drafts.push(draft);
    diagnostics.push(...draft.diagnostics);
  }
  return { drafts, diagnostics };
}
