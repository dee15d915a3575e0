import { describe, expect, it } from 'vitest';
import { xrefFaults } from '../../../src/reader/repair/check-xref.js';
import { fixturePdfs, readFixture } from '../../fixtures.mjs';
import { tinyPdf } from '../tiny-pdf.js';

const FINE = { misplaced: false, missing: false };

const whole = Buffer.from(tinyPdf('BT /F1 12 Tf 10 10 Td (hello) Tj ET')).toString('latin1');
const faults = (text: string) => xrefFaults(Buffer.from(text, 'latin1'));
/** The file with one entry of its table changed. */
const withEntry = (num: number, change: (offset: number) => string): string => {
  let at = -1;
  return whole.replace(/(\d{10}) (\d{5} [nf])/gu, (entry, offset: string, rest: string) =>
    ++at === num ? `${change(Number(offset))} ${rest}` : entry,
  );
};
const ten = (offset: number): string => String(offset).padStart(10, '0');

describe('a table of objects', () => {
  it('is fine where each entry points at its object', () => {
    expect(faults(whole)).toEqual(FINE);
  });
  it('is wrong where one entry points beside its object', () => {
    for (const num of [1, 3, 5]) {
      for (const by of [3, -7, 100_000]) {
        const shifted = withEntry(num, (offset) => ten(Math.max(1, offset + by)));
        expect(faults(shifted), `${num} by ${by}`).toEqual({ misplaced: true, missing: false });
      }
    }
  });
  it('is wrong where an entry points at another object', () => {
    expect(faults(withEntry(4, () => ten(whole.indexOf('5 0 obj'))))).toEqual({ misplaced: true, missing: false });
  });
  it('names an object that is not there any more', () => {
    expect(faults(whole.replace('4 0 obj', '4 0 obx'))).toEqual({ misplaced: false, missing: true });
  });
  it('may name one that nothing refers to', () => {
    expect(faults(whole.replace('4 0 obj', '4 0 obx').replace('4 0 R', '5 0 R'))).toEqual(FINE);
    expect(faults(withEntry(5, () => ten(0)))).toEqual(FINE);
  });
  it('may begin with the free object 0 and call it 1', () => {
    expect(faults(whole.replace('xref\n0 ', 'xref\n1 '))).toEqual(FINE);
  });
  it('counts from the header, whatever stands before it', () => {
    expect(faults(`HTTP/1.1 200 OK\r\n\r\n${whole}`)).toEqual(FINE);
  });
  it('counts as an update has it', () => {
    const object = whole.length;
    const table = `xref\n4 1\n${ten(object)} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${whole.lastIndexOf('xref\n0')} >>\n`;
    const update = '4 0 obj\n<< /Length 1 >>\nstream\n \nendstream\nendobj\n';
    const end = `startxref\n${object + update.length}\n%%EOF\n`;
    // The old entry is wrong, but nobody looks at it.
    const old = withEntry(4, (offset) => ten(offset + 3));
    expect(faults(old + update + table + end)).toEqual(FINE);
    expect(faults(whole + update + table.replace(ten(object), ten(object + 3)) + end).misplaced).toBe(true);
    expect(faults(withEntry(5, (offset) => ten(offset + 3)) + update + table + end).misplaced).toBe(true);
  });
  it('is left to pdfjs where it cannot be followed', () => {
    expect(faults('')).toEqual(FINE);
    expect(faults(whole.replace(/startxref\n\d+/u, 'startxref\n7'))).toEqual(FINE);
    expect(faults(whole.replace(/startxref\n\d+/u, ''))).toEqual(FINE);
    expect(faults(whole.replace('trailer\n<<', `trailer\n<< /Prev ${whole.lastIndexOf('xref\n0')}`))).toEqual(FINE);
    expect(faults(whole.replace('xref\n0 6', 'xref\n0 999999999'))).toEqual(FINE);
  });
  it('is fine in all fixtures that have not been damaged', () => {
    const files = fixturePdfs();
    const wrong = files.filter((file) => {
      const { misplaced, missing } = xrefFaults(readFixture(file));
      return misplaced || missing;
    });
    expect(files.length).toBeGreaterThan(200);
    expect(wrong.sort()).toEqual(['hostile/object-gone.pdf', 'hostile/xref-entry-wrong.pdf', 'hostile/xref-wrong.pdf']);
  });
});
