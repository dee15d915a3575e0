import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const REPORTS = 'fixtures/reference/reports.pdf';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** The working folder; default the project's. */
  readonly cwd?: string;
}

/** Runs the built command line, without a terminal. */
export function evalx(
  args: readonly string[],
  { input = '', env = {}, node = [], cwd = root }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, join(root, 'bin/evalx.js'), ...args], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', EVALX_OCR_ENGINE: 'none', EVALX_NO_CODE_CACHE: '1', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export const fixture = (name: string): Buffer => readFileSync(join(root, name));

/** The expected reports that stand beside a fixture. */
export const expectedReports = (pdf: string): unknown =>
  JSON.parse(readFileSync(join(root, pdf.replace(/\.pdf$/, '.json')), 'utf8'));
