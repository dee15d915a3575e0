import type { Diagnostic } from '../contract/document.js';
import type { Language } from '../contract/findings.js';
import { messageOf, say } from '../messages/say.js';
import { inertLine } from './escape.js';

/** One line for a person: `evalx: FILE: what is wrong; what to do`. */
export function message(...parts: readonly string[]): string {
  return `${['evalx', ...parts].map(inertLine).join(': ')}\n`;
}

/** One line on each diagnostic that a person should see; those of severity `info` stand in the document only. */
export function diagnosticMessages(file: string, diagnostics: readonly Diagnostic[], lang: Language): string[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.severity !== 'info')
    .map(({ page, message: text }) =>
      message(file, ...(page === null ? [] : [say(messageOf('onPage', { page }), { lang })]), text),
    );
}
