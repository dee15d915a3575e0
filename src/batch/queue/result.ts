import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileResult } from '../../contract/batch.js';
import { writeWhole } from '../../files/whole-file.js';
import { toJson } from '../../output/json.js';
import { systemPath } from '../../text/path-bytes.js';
import { unwritable } from '../journal.js';

/** What a line of the results holds: a content, and every path it was added under. */
export interface QueueResult extends FileResult {
  readonly paths: readonly string[];
}

const fileOf = (out: string, sha256: string): string => join(out, `${sha256}.jsonl`);

/** The result of a content; null where there is none that can be read. */
export function readResult(out: string, sha256: string): FileResult | null {
  try {
    const { paths: _, ...result } = JSON.parse(readFileSync(systemPath(fileOf(out, sha256)), 'utf8')) as QueueResult;
    return result.status.sha256 === sha256 && 'document' in result && 'findings' in result ? result : null;
  } catch {
    return null;
  }
}

/** One line in a file of its own, whole or not there. Others write into the same folder: the temporary name is no one else's. */
export function writeResult(out: string, sha256: string, result: QueueResult): void {
  const temporary = `.${sha256}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    writeWhole(fileOf(out, sha256), toJson(result, 'line'), { temporary });
  } catch (error) {
    throw unwritable(error);
  }
}
