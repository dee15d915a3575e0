import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentSchema, type EvalxDocument } from '../src/contract/document.js';
import { evalx, fixture } from './cli/run.js';

/** Files that are made to hurt: fixtures/make/hostile.mjs says how. Each has a form on its first page. */

type Told = readonly (readonly [string, number | null])[];
interface Expected {
  readonly reports: number;
  /** What is said, or a list of what may be said: which limit is reached first depends on the machine. */
  readonly told: Told | readonly Told[];
}

const expected: Record<string, Expected> = JSON.parse(fixture('fixtures/hostile/expected.json').toString());
const form = JSON.parse(fixture('fixtures/reference/not-embedded.json').toString())[0];
const LIMITS = ['--timeout', '60', '--page-timeout', '5', '--memory', '700'];

const isList = (told: Expected['told']): told is readonly Told[] =>
  told.length > 0 && told.every((one) => one.length === 0 || Array.isArray(one[0]));

describe('hostile files', () => {
  it.each(Object.entries(expected))(
    '%s',
    async (name, { reports, told }) => {
      const file = join('fixtures/hostile', `${name}.pdf`);
      const { code, stdout, stderr } = await evalx(['parse', file, ...LIMITS]);
      for (const line of stderr.split('\n').slice(0, -1)) expect(line).toMatch(/^evalx: fixtures\/hostile\//u);
      if (stdout === '') {
        expect([code, reports]).toEqual([3, 0]);
        expect(stderr).not.toBe('');
        return;
      }
      const document = JSON.parse(stdout) as EvalxDocument;
      expect(documentSchema.safeParse(document).error).toBeUndefined();
      const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
      const said = errors.map(({ code, page }) => [code, page]);
      expect(isList(told) ? told : [told]).toContainEqual(said);
      expect(code).toBe(said.length > 0 ? 3 : 0);
      expect(document.reports).toEqual([form]);
    },
    70_000,
  );
});

describe('pdfjs as its makers ship it', () => {
  it.each(['content-damaged', 'font-unloadable', 'object-gone', 'trailer-wrong', 'xref-entry-wrong'])(
    'is as honest: %s',
    async (name) => {
      const args = ['parse', `fixtures/hostile/${name}.pdf`];
      const { stdout } = await evalx(args, { env: { EVALX_PLAIN_PDFJS: '1', EVALX_NO_BUNDLE: '1' } });
      const { reports, diagnostics } = JSON.parse(stdout) as EvalxDocument;
      const said = diagnostics.filter(({ severity }) => severity === 'error').map(({ code, page }) => [code, page]);
      expect([reports, said]).toEqual([[form], expected[name]?.told]);
    },
  );
});

describe('limits', () => {
  const pages = 'fixtures/reference/not-embedded.pdf';
  const parsed = async (...args: string[]) => {
    const { code, stdout, stderr } = await evalx(['parse', ...args]);
    return { code, stderr, document: stdout === '' ? null : (JSON.parse(stdout) as EvalxDocument) };
  };

  it('of pages: the first ones are read, and what is left is told', async () => {
    const { code, stderr, document } = await parsed(pages, '--max-pages', '2');
    expect(document?.reports.map(({ pages }) => pages)).toEqual([[1], [2]]);
    expect(stderr).toContain('the last 2 pages were not read, which is over the limit; --max-pages allows more');
    expect(code).toBe(3);
  });

  it('of characters and lines: that page is left out', async () => {
    const { code, stderr, document } = await parsed(pages, '--max-items', '500');
    expect(document?.reports).toEqual([]);
    expect(stderr).toContain('each of the pages 1 to 4 was left out: it draws more than 500 characters; --max-items');
    expect(code).toBe(3);
    expect((await parsed(pages, '--max-rulings', '5')).stderr).toContain('draws more than 5 lines, areas or images');
  });

  it('of the size, of a file and of standard input', async () => {
    const big = Buffer.alloc((1 << 20) + 1, 0x20);
    big.set(fixture(pages));
    const { code, stdout, stderr } = await evalx(['parse', '-', '--max-size', '1'], { input: big });
    expect(stderr).toBe('evalx: standard input: the file is larger than 1 MB; --max-size allows more\n');
    expect([code, stdout]).toEqual([3, '']);
  });

  it('go on with the next file', async () => {
    const { code, stdout, stderr } = await evalx([
      ...['parse', 'fixtures/hostile/bomb-content.pdf', pages, '--memory', '300', '--pages', '1'],
    ]);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('hold for tables, inspect and validate too', async () => {
    const file = 'fixtures/hostile/loop-forms-wide.pdf';
    // Long enough for the other pages where the machine is busy.
    const limits = ['--page-timeout', '6', '--timeout', '100'];
    const [tables, inspect, validate] = await Promise.all([
      evalx(['tables', file, ...limits]),
      evalx(['inspect', file, '--page', '2', ...limits]),
      evalx(['validate', file, ...limits, '--format', 'json']),
    ]);
    const told = 'it takes too much processor time; --page-timeout allows more than 6 s';
    expect([tables.code, inspect.code, validate.code]).toEqual([3, 3, 3]);
    expect(tables.stderr).toContain(`page 2: the page was left out: ${told}`);
    expect(inspect.stderr).toContain(told);
    expect(validate.stdout).toContain(told);
    expect(JSON.parse(validate.stdout).files[0].reports).toHaveLength(1);
  }, 120_000);

  it('end a file as a whole', async () => {
    const { code, stdout, stderr } = await evalx(['parse', 'fixtures/hostile/loop-forms-wide.pdf', '--timeout', '2']);
    expect(stderr).toBe(
      'evalx: fixtures/hostile/loop-forms-wide.pdf: it takes more than 2 s of processor time; --timeout allows more\n',
    );
    expect([code, stdout]).toEqual([3, '']);
  });
});
