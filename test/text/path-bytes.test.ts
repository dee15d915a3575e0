import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathBytes, pathOf, pathShownAs, shownPath, systemPath } from '../../src/text/path-bytes.js';

const GBK = Uint8Array.from([0xb2, 0xe2, 0xca, 0xd4, 0x2e, 0x70, 0x64, 0x66]);

describe('paths of any bytes', () => {
  it('are themselves where they are UTF-8', () => {
    const path = 'a/自评表 1.pdf';
    expect(pathOf(Buffer.from(path))).toBe(path);
    expect(systemPath(path)).toBe(path);
    expect(shownPath(path)).toBe(path);
  });

  it('keep their bytes where they are not', () => {
    const path = pathOf(GBK);
    expect(path).toBe('\udcb2\udce2\udcca\udcd4.pdf');
    expect(systemPath(path)).toEqual(Buffer.from(GBK));
    expect(shownPath(path)).toBe('\\xb2\\xe2\\xca\\xd4.pdf');
  });

  it('lead back to their bytes, whatever these are, and no two to the same', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect([...pathBytes(pathOf(a))]).toEqual([...a]);
        expect(pathOf(a) === pathOf(b)).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  it('never look alike, and lead back from how they are shown', () => {
    const piece = fc.constantFrom('\\', 'x', 'b2', '\udcb2', '\udc0a', 'a', '/');
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => pathOf(pathBytes(pieces.join(''))));
    fc.assert(fc.property(path, (one) => pathShownAs(shownPath(one)) === one));
    expect(shownPath('\\xb2')).toBe('\\\\xb2');
    expect(shownPath('\\\udcb2')).toBe('\\\\\\xb2');
  });

  it('keep what looks like an escaped byte in UTF-8', () => {
    // U+DC80 written as if it were a character is no UTF-8: three bytes.
    const bytes = Uint8Array.from([0xed, 0xb2, 0x80]);
    expect([...pathBytes(pathOf(bytes))]).toEqual([...bytes]);
  });
});
