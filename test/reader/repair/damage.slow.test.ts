import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/parse.js';
import { xrefFaults } from '../../../src/reader/repair/check-xref.js';
import { tinyPdf } from '../tiny-pdf.js';

/** A whole form in files as damage makes them; each kind of damage by itself: damaged-data.test.ts. */

const fixtures = join(import.meta.dirname, '../../../fixtures/reference');
const whole = readFileSync(join(fixtures, 'reports.pdf'), 'latin1');
const expected: unknown[] = JSON.parse(readFileSync(join(fixtures, 'reports.json'), 'utf8'));

const bytesOf = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, 'latin1'));

async function read(latin1: string): Promise<{ reports: unknown[]; told: string[] }> {
  const { document } = await parse(bytesOf(latin1));
  return { reports: document.reports, told: document.diagnostics.map((d) => `${d.severity} ${d.code} ${d.page}`) };
}

describe('a table of objects', () => {
  const entries = [...whole.matchAll(/(\d{10}) 00000 n/gu)];
  const shifted = ({ index, 1: offset }: RegExpMatchArray): string =>
    whole.slice(0, index) + String(Number(offset) + 3).padStart(10, '0') + whole.slice((index as number) + 10);

  it('that points beside one of its objects is not believed, whichever object it is', async () => {
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      expect(await read(shifted(entry))).toEqual({ reports: expected, told: ['warning file-mended null'] });
    }
  }, 60_000);

  it('that lacks nothing is told from one that does', () => {
    const file = Buffer.from(tinyPdf('BT /F1 12 Tf 10 10 Td (X) Tj ET')).toString('latin1');
    const faults = (text: string) => xrefFaults(bytesOf(text));
    expect(faults(file)).toEqual({ misplaced: false, missing: false });
    expect(faults(`junk before the header\n${file}`)).toEqual({ misplaced: false, missing: false });
    expect(faults(file.replace(/(\d{10}) 00000 n/u, '0000000001 00000 n'))).toEqual({
      misplaced: true,
      missing: false,
    });
    expect(faults(file.replace('5 0 obj', '9 9 obj'))).toEqual({ misplaced: false, missing: true });
    // Objects that an update has put elsewhere: the newest table counts.
    const at = file.length;
    const update = `4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n`;
    const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${file.match(/startxref\n(\d+)/u)?.[1]}>>\n`;
    const updated = `${file}${update}${table}startxref\n${at + update.length}\n%%EOF\n`;
    expect(faults(updated)).toEqual({ misplaced: false, missing: false });
  });

  it('is found behind a trailer that cannot be read', async () => {
    const bad = whole.replace(/trailer\s*<</u, (head) => `${head} /X ) `);
    expect(bad).not.toBe(whole);
    expect(await read(bad)).toEqual({ reports: expected, told: ['warning file-mended null'] });
  });
});

describe('a stream', () => {
  const contents = [...whole.matchAll(/\bstream\r?\n/gu)].map(({ index, 0: word }) => index + word.length);

  it('that cannot be decoded is told, whatever hangs on it', async () => {
    let lost = 0;
    for (const at of contents) {
      const { reports, told } = await read(`${whole.slice(0, at)}zz${whole.slice(at + 2)}`);
      const isSame = JSON.stringify(reports) === JSON.stringify(expected);
      if (!isSame) lost++;
      expect(isSame || told.some((one) => one.startsWith('error')), `${at}: ${told}`).toBe(true);
    }
    expect(lost).toBeGreaterThan(0);
  }, 60_000);
});
