import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { root } from '../cli/run.js';
import { installed } from './installed.js';

const SCAN = 'fixtures/scans/grey-300.pdf';

/** Runs the command line; in the middle of it comes Ctrl-C if that is wanted. */
async function read(args: readonly string[], interrupt = false): Promise<{ end: unknown; stderr: string }> {
  const child = spawn(process.execPath, ['bin/evalx.js', ...args, SCAN, '--ocr-engine', 'paddle'], { cwd: root });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  if (interrupt) setTimeout(() => child.kill('SIGINT'), 5000);
  return { end: await once(child, 'close'), stderr };
}

describe.skipIf(!installed.paddle)('a page that is being recognised', { timeout: 120_000 }, () => {
  // Seconds of work at which the engine is busy: ended there without care, the process dies of signal 6.
  it.each([3, 4, 5])('ends at its limit of %i s, which is told, in good order', async (seconds) => {
    const { end, stderr } = await read(['parse', '--ocr-timeout', String(seconds)]);
    expect(end).toEqual([3, null]);
    expect(stderr).toBe(
      `evalx: ${SCAN}: page 1: the picture on the page was not read: recognising it takes too much processor time; --ocr-timeout allows more than ${seconds} s\n`,
    );
  });
  it('ends by an interrupt in good order', async () => {
    expect(await read(['parse'], true)).toEqual({ end: [null, 'SIGINT'], stderr: '' });
  });
});
