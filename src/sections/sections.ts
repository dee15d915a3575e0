import type { Diagnostic } from '../contract/document.js';
import type { Block } from '../layout/types.js';
import type { Draft } from './draft.js';
import { formsOf } from './forms.js';
import { readForm } from './read-form.js';

/** Finds the self-evaluation forms of a document and reads them. */
export function readSections(blocks: readonly Block[]): { drafts: Draft[]; diagnostics: Diagnostic[] } {
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const form of formsOf(blocks)) {
    const { draft, hasActual, hasIndicators } = readForm(form);
    const page = draft.report.pages[0] ?? null;
    if (form.kind === 'look-alike') {
      const message = `"${draft.report.title ?? ''}" is not a self-evaluation form and was not reported`;
      diagnostics.push({ code: 'not-a-self-evaluation', severity: 'info', message, page });
      continue;
    }
    const titled = draft.report.title !== null;
    if (!titled && !(hasActual && draft.report.project.name !== null)) continue;
    if (titled && !hasIndicators && draft.report.project.name === null && draft.report.funds.rows.length === 0)
      continue;
    drafts.push(draft);
    diagnostics.push(...draft.diagnostics);
  }
  return { drafts, diagnostics };
}
