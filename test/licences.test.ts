import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What evalx is shipped with, or installs, may be used by everybody who keeps the notices. */

const root = join(import.meta.dirname, '..');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const ALLOWED = new Set(
  'MIT,ISC,BSD-2-Clause,BSD-3-Clause,Apache-2.0,0BSD,Zlib,BlueOak-1.0.0,CC0-1.0,Python-2.0,Unlicense'.split(','),
);

/** `(MIT OR Apache-2.0)`: one of them is enough; `MIT AND Zlib`: both. What is unknown or missing is not allowed. */
const isAllowed = (license: unknown): boolean =>
  typeof license === 'string' &&
  license
    .replace(/^\((.*)\)$/u, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)));

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const installed = Object.entries(json('package-lock.json').packages as Record<string, Locked>)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, locked]) => ({ path, name: path.replace(/^.*node_modules\//u, ''), ...locked }));

describe('licences', () => {
  it('are told apart', () => {
    expect(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND Zlib'].filter(isAllowed)).toHaveLength(3);
    expect(['GPL-3.0-only', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN x', '', undefined].filter(isAllowed)).toEqual([]);
  });

  it('of all that is installed with evalx are known and allowed', () => {
    expect(installed.map(({ name }) => name)).toEqual(expect.arrayContaining(['pdfjs-dist', '@fast-csv/format']));
    for (const { name, license, optional, path } of installed) {
      expect([name, license, isAllowed(license)]).toEqual([name, license, true]);
      // Optional ones are there for one system each.
      if (!optional) expect([name, json(`${path}/package.json`).license]).toEqual([name, license]);
    }
  });

  it('of what is bundled stand in the bundle, whole', () => {
    const text = readFileSync(join(root, 'dist/bundle/LICENSES.txt'), 'utf8');
    const bundled = installed.filter(({ optional }) => !optional);
    for (const { name, version, license, path } of bundled) {
      const file = readdirSync(join(root, path)).find((entry) => /^licen[cs]e/iu.test(entry)) ?? '';
      const licence = readFileSync(join(root, path, file), 'utf8').trim();
      expect(licence.length).toBeGreaterThan(200);
      expect(text).toContain(`${name} ${version} (${license})\n\n${licence}\n`);
    }
    // Nothing else is in it: each part of the bundle that is a package has its line.
    expect(text.match(/^\S+ \d+\.\d+\.\d+ \([\w.-]+\)$/gmu)).toHaveLength(bundled.length);
  });

  it('of what the review page brings stand beside it', () => {
    const { version, license } = json('node_modules/preact/package.json');
    const text = readFileSync(join(root, 'dist/review/LICENSES.txt'), 'utf8');
    expect(text).toContain(`preact ${version}`);
    expect(text).toContain(readFileSync(join(root, 'node_modules/preact/LICENSE'), 'utf8').trim());
    expect(isAllowed(license)).toBe(true);
  });
});
