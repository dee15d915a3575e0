import type { Diagnostic } from '../contract/document.js';
import type { Block } from '../layout/layout-types.js';
import type { Draft } from './draft.js';
import { findForms } from './find/find-forms.js';
import { readForm } from './read-form.js';

/** Finds the self-evaluation forms of a document and reads them. */
export function readSections(blocks: readonly Block[]): { drafts: Draft[]; diagnostics: Diagnostic[] } {
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const form of findForms(blocks)) {
    const { draft, hasActual, hasIndicators, ...facts } = readForm(form);
    const page = draft.report.pages[0] ?? null;
    if (form.kind === 'look-alike') {
      const message = `"${draft.report.title ?? ''}" is not a self-evaluation form and was not reported`;
      diagnostics.push({ code: 'not-a-self-evaluation', severity: 'info', message, page });
      continue;
    }
    const titled = form.kind === 'self-evaluation' || facts.titled;
    const { project, goals } = draft.report;
    if (!titled && !(hasActual && project.name !== null)) continue;
    if (titled && !hasIndicators && project.name === null && goals.actual === null) continue;
    const [first, ...others] = draft.unlabelled();
    if (first !== undefined) {
      const what = others.length === 0 ? `"${first}"` : `"${first}" and ${others.length} more`;
      draft.say('part-not-recognised', 'warning', `texts without a known label are kept in extra: ${what}`, page);
    }
    if (!hasIndicators) {
      const name = draft.report.title ?? project.name ?? '';
      draft.say('part-not-recognised', 'warning', `no table of indicators was found in the form "${name}"`, page);
    }
    drafts.push(draft);
    diagnostics.push(...draft.diagnostics);
  }
  return { drafts, diagnostics };
}
