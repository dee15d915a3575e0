import { isDiagnostic } from '../../../contract/diagnostics.js';
import type { CheckedFile, Finding, KnownEntry, Validation } from '../../../contract/findings.js';
import { baselineSchema } from '../../../contract/schema/kept.js';
import { EvalxError } from '../../../errors.js';
import { readSmallFile } from '../../../files/small-file.js';
import { messageOf } from '../../../messages/say.js';
import { knownEntries } from '../../../output/findings/common/fingerprint.js';
import { toJson } from '../../../output/json.js';
import { shownPath } from '../../../text/path-bytes.js';
import { writeWhole } from './outputs.js';

/** Findings that were there when a baseline was written: they count for nothing, and those that are gone are told. */

const MOST_BYTES = 64 << 20;

/** @throws {EvalxError} `config-invalid` where there is none, or it is no baseline. */
export function readBaseline(path: string, options: { readonly mayBeMissing: boolean }): KnownEntry[] {
  const file = readSmallFile(path, MOST_BYTES);
  if ('problem' in file) {
    if (file.problem === 'missing' && options.mayBeMissing) return [];
    throw new EvalxError(messageOf('baselineUnreadable', { path: shownPath(path) }));
  }
  try {
    return baselineSchema.parse(JSON.parse(file.text)).findings;
  } catch (cause) {
    throw new EvalxError(messageOf('baselineInvalid', { path: shownPath(path) }), { cause });
  }
}

/** What is not read is never known: a baseline must not let a page pass that nobody has seen. */
const canBeKnown = (finding: Finding): boolean => !(isDiagnostic(finding) && finding.severity === 'error');

/** The run with what the baseline knows set apart. */
export function withBaseline(validation: Validation, path: string, entries: readonly KnownEntry[]): Validation {
  const { findings, files } = validation;
  const known = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const own = knownEntries(findings, files);
  const isKnown = (finding: Finding, i: number): boolean =>
    canBeKnown(finding) && known.has((own[i] as KnownEntry).fingerprint);
  const still = new Set(own.map(({ fingerprint }) => fingerprint));
  const read = readFiles(files);
  return {
    ...validation,
    findings: findings.filter((finding, i) => !isKnown(finding, i)),
    baseline: {
      file: shownPath(path),
      known: findings.filter(isKnown),
      fixed: entries.filter(({ fingerprint, file }) => !still.has(fingerprint) && read.has(file)),
    },
  };
}

/** The files of which all was read: of another one nobody knows what is gone. */
const readFiles = (files: readonly CheckedFile[]): ReadonlySet<string> => {
  const unread = new Set(files.flatMap(({ file, read }) => (read ? [] : [plain(file)])));
  return new Set(files.map(({ file }) => plain(file)).filter((file) => !unread.has(file)));
};

const plain = (file: string): string => file.replace(/^(?:\.\/+)+/u, '');

/** The baseline after a run: what was found, and what is known of files that this run has not read. One line a finding. */
export function baselineAfter({ findings, files }: Validation, before: readonly KnownEntry[]): string {
  const own = knownEntries(findings, files).filter((_, i) => canBeKnown(findings[i] as Finding));
  const read = readFiles(files);
  const kept = before.filter(({ file }) => !read.has(file));
  const all = new Map([...kept, ...own].map((entry) => [entry.fingerprint, entry]));
  const lines = [...all.values()].sort(byPlace).map((entry) => `    ${toJson(entry, 'line').trim()}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": "1",\n  "findings": ${list}\n}\n`;
}

function byPlace(a: KnownEntry, b: KnownEntry): number {
  const [one, other] = [a, b].map(({ file, form, rule, field, fingerprint }) =>
    [file, form ?? '', rule, field, fingerprint].join('\0'),
  ) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
}

export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: true;
}

/** What is known before a run. @throws {EvalxError} `usage` where a baseline is to be written and none is named. */
export function knownBefore({ baseline, updateBaseline }: BaselineFlags): KnownEntry[] {
  if (baseline === undefined && updateBaseline) throw new EvalxError(messageOf('baselineUnnamed', {}));
  return baseline === undefined ? [] : readBaseline(baseline, { mayBeMissing: updateBaseline === true });
}

/** Sets apart what the baseline knows; where it is to be written anew, that is done first, and all is known. */
export async function againstBaseline(
  validation: Validation,
  { baseline, updateBaseline }: BaselineFlags,
  known: readonly KnownEntry[],
): Promise<Validation> {
  if (baseline === undefined) return validation;
  const open = withBaseline(validation, baseline, known);
  if (!updateBaseline) return open;
  const text = baselineAfter(validation, known);
  await writeWhole(baseline, text);
  const { findings } = JSON.parse(text) as { findings: KnownEntry[] };
  const after = withBaseline(validation, baseline, findings);
  return {
    ...after,
    ...(after.baseline && open.baseline ? { baseline: { ...after.baseline, fixed: open.baseline.fixed } } : {}),
  };
}
