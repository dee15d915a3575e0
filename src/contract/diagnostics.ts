import type { Diagnostic } from './document.js';

/** Whether a part of the file was not read: then nothing can be said of what it does not hold. */
export const isUnread = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Whether the file holds others, which are documents of their own. */
export const isHolder = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code === 'attached-documents');
