import { readFileSync } from 'node:fs';
import type { FileResult } from '../../contract/batch.js';
import { queueResultSchema } from '../../contract/schema/queue-result.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { systemPath } from '../../text/path-bytes.js';
import type { QueueResult } from '../queue/result.js';
import { resultFiles } from './result-files.js';

/**
 * What the queue has read, a result for each path of each content, by path. A content that stands in several folders was
 * read more than once: the first counts, with the paths of all.
 *
 * @throws {EvalxError} `usage` where a file is no such result.
 */
export function queueResults(folders: readonly string[]): { results: Iterable<FileResult>; paths: readonly string[] } {
  const places = new Map<string, string>();
  const pathsOf = new Map<string, Set<string>>();
  for (const file of folders.flatMap(resultFiles)) {
    const sha256 = file.slice(-'.jsonl'.length - 64, -'.jsonl'.length);
    const { paths } = readResult(file, sha256);
    if (!places.has(sha256)) places.set(sha256, file);
    const known = pathsOf.get(sha256) ?? new Set();
    pathsOf.set(sha256, known);
    for (const path of paths) known.add(path);
  }
  const all = [...pathsOf].flatMap(([sha256, paths]) => [...paths].map((path) => ({ path, sha256 })));
  all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.sha256 < b.sha256 ? -1 : 1));
  function* results(): Generator<FileResult> {
    for (const { path, sha256 } of all) {
      const named = renamed(readResult(places.get(sha256) as string, sha256), path);
      yield named;
      yield* named.attached ?? [];
    }
  }
  return { results: results(), paths: all.map(({ path }) => path) };
}

function readResult(file: string, sha256: string): QueueResult {
  const invalid = (problem: string) => new EvalxError(messageOf('resultInvalid', { file, problem }));
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(systemPath(file), 'utf8'));
  } catch (error) {
    throw invalid((error as Error).name);
  }
  const read = queueResultSchema.safeParse(value);
  if (!read.success) throw invalid(read.error.issues[0]?.path.join('.') || 'JSON');
  if (read.data.status.sha256 !== sha256) throw invalid('sha256');
  return read.data as QueueResult;
}

/** The result of the same content under another path; what is attached to it is named after it. */
function renamed(result: FileResult, file: string): FileResult {
  const before = result.status.file;
  const name = (own: string): string => (own.startsWith(before) ? file + own.slice(before.length) : own);
  const rename = ({ status, document, findings, attached, ...rest }: FileResult): FileResult => ({
    ...rest,
    status: { ...status, file: name(status.file) },
    document: document && { ...document, source: { ...document.source, file: name(document.source.file) } },
    findings: findings.map((finding) => ({ ...finding, file: name(finding.file) })),
    ...(attached ? { attached: attached.map(rename) } : {}),
  });
  return rename(result);
}
