import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const module = JSON.stringify(new URL('../../../dist/reader/pdfjs/rejections.js', import.meta.url).href);
const run = (body: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { guardRejections } from ${module}; ${body}; setTimeout(() => console.log('alive'), 50);`,
    ],
    { encoding: 'utf8' },
  );

/** An error as pdfjs's have it: its file stands in the stack. */
const PDFJS = "Object.assign(new Error('x'), { stack: 'at /node_modules/pdfjs-dist/build/pdf.worker.mjs:1' })";

describe('rejections that nobody handles, while a document is open', () => {
  it('end nothing where they are of pdfjs', () => {
    const { stdout, stderr, status } = run(`guardRejections(); Promise.reject(${PDFJS})`);
    expect([stdout, stderr, status]).toEqual(['alive\n', '', 0]);
  });
  it('end nothing where they come right at the end', () => {
    expect(run(`const release = guardRejections(); Promise.reject(${PDFJS}); release()`).stdout).toBe('alive\n');
  });
  it('end the process where they are of others, as without the guard', () => {
    const { stdout, stderr, status } = run("guardRejections(); Promise.reject(new Error('of the program'))");
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain('of the program');
  });
  it('end the process again once the document is closed', () => {
    const { status } = run(`guardRejections()(); setTimeout(() => Promise.reject(${PDFJS}), 10)`);
    expect(status).toBe(1);
  });
});
