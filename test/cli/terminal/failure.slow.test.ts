import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cli/terminal/failure.js';
import { EvalxError } from '../../../src/errors.js';
import { messageOf } from '../../../src/messages/say.js';
import { evalx, REPORTS } from '../run.js';

describe('a failure in one line', () => {
  it('says what an EvalxError says', () => {
    const error = new EvalxError(messageOf('notAPdf', {}));
    expect(failure('a.pdf', error, 'en', true)).toEqual({
      text: 'evalx: a.pdf: this is not a PDF; convert it to PDF first\n',
      outcome: 'unread',
    });
  });

  it('shows control characters of a file name instead of obeying them', () => {
    const { text } = failure('a\u001b[31m\nb\u202e.pdf', new EvalxError(messageOf('noSuchFile', {})), 'en');
    expect(text).toBe('evalx: a\\u001b[31m\\u000ab\\u202e.pdf: there is no such file; check the path\n');
  });

  it.each([new TypeError('x is not a function'), 'x is not a function'])(
    'takes %j for a fault of its own',
    (thrown) => {
      const { text, outcome } = failure('a.pdf', thrown, 'en', false);
      expect(outcome).toBe('fault');
      expect(text).toBe(
        'evalx: a.pdf: internal error: x is not a function; please report it (EVALX_DEBUG=1 adds where it happened)\n',
      );
    },
  );
});

const EMPTY = 'fixtures/bad/empty.pdf';

describe('a fault of evalx itself', () => {
  // Every hash fails: nothing of ours expects that.
  const broken = `data:text/javascript,
    import crypto from 'node:crypto';
    import { syncBuiltinESMExports } from 'node:module';
    crypto.createHash = () => { throw new Error('boom'); };
    syncBuiltinESMExports();`;
  const node = ['--import', broken.replaceAll('\n', ' ')];

  it('is one line that names the file, and exit code 2', async () => {
    const { code, stdout, stderr } = await evalx(['parse', REPORTS], { node });
    expect(stderr).toMatch(/^evalx: fixtures\/reference\/reports\.pdf: internal error: boom; please report it .*\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('adds the stack where EVALX_DEBUG asks for it', async () => {
    const { code, stderr } = await evalx(['parse', REPORTS], { node, env: { EVALX_DEBUG: '1' } });
    expect(stderr).toContain('\n    at ');
    expect(code).toBe(2);
  });

  it('that comes late, from nowhere, is no stack trace either', async () => {
    const late = `data:text/javascript,
      import { isMainThread } from 'node:worker_threads';
      const { on } = process;
      if (isMainThread) process.on = function (name, listener) {
        if (name === 'uncaughtException') setImmediate(() => { throw new Error('late'); });
        return on.call(this, name, listener);
      };`;
    const { code, stderr } = await evalx(['parse', REPORTS], { node: ['--import', late.replaceAll('\n', ' ')] });
    expect(stderr).toContain('evalx: a task in the background: internal error: late; please report it');
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it('that ends the thread costs that file, not the next one', async () => {
    const ends = broken.replace("throw new Error('boom');", 'process.exit(7);').replaceAll('\n', ' ');
    const { code, stdout, stderr } = await evalx(['parse', REPORTS, EMPTY], { node: ['--import', ends] });
    expect(stderr.trimEnd().split('\n')).toEqual([
      `evalx: ${REPORTS}: the reader crashed on it; please report the file`,
      `evalx: ${EMPTY}: the file is empty; export or download it again`,
    ]);
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });

  it('outweighs an input that cannot be read', async () => {
    const { code, stderr } = await evalx(['parse', REPORTS, 'nowhere.pdf'], { node });
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(code).toBe(2);
  });
});
