import type { FileResult } from '../output/records.js';
import type { Failure } from './pool.js';

const UNFINISHED: Readonly<Record<Failure, (timeout: number, memory: number) => string>> = {
  'timed-out': (timeout) => `it took longer than ${timeout / 1000} s, twice; give it more with --timeout`,
  'memory-exceeded': (_, memory) => `it took more than ${memory / 1024 / 1024} MB, twice; give it more with --memory`,
  'worker-crashed': () => 'the process that read it ended, twice; please report the file',
};

/** What stands for a file that no process could finish. `timeout` in milliseconds, `memory` in bytes. */
export function unfinished(file: string, end: Failure, timeout: number, memory: number): FileResult {
  const errorMessage = UNFINISHED[end](timeout, memory);
  const blank = { pages: null, reports: null, milliseconds: null, sha256: null };
  return { status: { file, status: 'failed', ...blank, errorCode: end, errorMessage }, document: null, findings: [] };
}
