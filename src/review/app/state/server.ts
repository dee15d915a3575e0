import type { Corrections } from '../../../contract/schema/corrections.js';

/** What the page asks of `evalx review --serve`; addresses are relative to the one that has the token. */

const base = (): string => new URL('.', location.href).pathname.split('/').slice(0, 2).join('/');

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(`${base()}/${path}`, init);
  const said: unknown = await answer.json().catch(() => null);
  const error = (said as { error?: unknown } | null)?.error;
  if (!answer.ok) throw new Error(typeof error === 'string' ? error : answer.statusText);
  return said;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Gives what was done with documents to the server, which puts it in place of what it had of them: one after another, so that none
 * overtakes a later one. @returns the file that it wrote.
 */
export function save(hashes: readonly string[], corrections: Corrections): Promise<string> {
  const said = last
    .catch(() => {})
    .then(() =>
      ask('corrections', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hashes, ...corrections }),
      }),
    );
  last = said;
  return said.then((answer) => String((answer as { file?: unknown }).file));
}

/** Gives a PDF to the server, which reads it and adds it to the list. */
export async function add(file: File): Promise<void> {
  await ask(`inputs/${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
}

export interface Status {
  /** Counts what was read. */
  readonly revision: number;
  /** What is being read; null where nothing is. */
  readonly reading: string | null;
}

export const status = async (): Promise<Status> => (await ask('status', {})) as Status;
