/** The PDFs of fixtures/, for tests, the fuzzer and the benchmarks: which there are is said here alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const FIXTURES = join(import.meta.dirname, '../fixtures');

/**
 * Paths of all PDFs below fixtures/, or below a folder of it, from there, in order, with `/` on every system; but for those of
 * fixtures/tables/, which have a score instead of one right answer (test/tables/).
 */
export const fixturePdfs = (folder = '') =>
  readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !name.startsWith('tables/'))
    .sort();

/** The file beside a PDF that says what is to be read of it. */
export const expectationOf = (name, ending = '.json') => join(FIXTURES, name.replace(/\.pdf$/, ending));

/** Those with the reports that they must give beside them, but for scans: test/ocr/scans.test.ts reads these. */
export const textPdfs = () =>
  fixturePdfs().filter((name) => existsSync(expectationOf(name)) && !name.startsWith('scans/'));

export const readFixture = (name) => new Uint8Array(readFileSync(join(FIXTURES, name)));
export const readExpectation = (name, ending) => JSON.parse(readFileSync(expectationOf(name, ending), 'utf8'));

/** Files that do not end by themselves. */
export const endlessPdfs = () =>
  Object.entries(JSON.parse(readFileSync(join(FIXTURES, 'hostile/expected.json'), 'utf8')))
    .filter(([, expected]) => JSON.stringify(expected).includes('page-over-limit'))
    .map(([name]) => `hostile/${name}.pdf`);

const PASSWORDS = { 'user-password.pdf': 'secret' };

/** The options that open a fixture. */
export const passwordOf = (name) => {
  const password = PASSWORDS[name.split('/').at(-1)];
  return password === undefined ? {} : { password };
};
