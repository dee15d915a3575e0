import type { Gray } from '../../raster/raster-types.js';

/** Field types of TIFF 6.0. */
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
/** What the pictures say of themselves: engines take small ones for large print. */
const DPI = 300;

/** Pictures as the pages of an uncompressed grey TIFF (TIFF 6.0, Adobe 1992), which a pipe can carry. */
export function tiff(pictures: readonly Gray[]): Uint8Array {
  const head: Buffer = Buffer.from('49492a0000000000', 'hex');
  const parts: Buffer[] = [head];
  let length = head.length;
  let link: { buffer: Buffer; at: number } = { buffer: head, at: 4 };
  for (const { width, height, levels } of pictures) {
    const start = length;
    const pixels = Buffer.alloc(levels.length + (levels.length % 2));
    pixels.set(levels);
    const directory = start + pixels.length;
    const resolution = directory + 2 + FIELDS * 12 + 4;
    const { buffer, next } = fields([
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, start],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, levels.length],
      [282, RATIONAL, resolution],
      [283, RATIONAL, resolution],
    ]);
    link.buffer.writeUInt32LE(directory, link.at);
    link = { buffer, at: next };
    parts.push(pixels, buffer);
    length = directory + buffer.length;
  }
  return Buffer.concat(parts);
}

const FIELDS = 11;

/** A directory of one value each, and behind it the resolution; `next` is where the place of the next one goes. */
function fields(values: readonly (readonly [tag: number, type: number, value: number])[]): {
  buffer: Buffer;
  next: number;
} {
  const next = 2 + values.length * 12;
  const buffer = Buffer.alloc(next + 4 + 8);
  buffer.writeUInt16LE(values.length, 0);
  for (const [i, [tag, type, value]] of values.entries()) {
    const at = 2 + i * 12;
    buffer.writeUInt16LE(tag, at);
    buffer.writeUInt16LE(type, at + 2);
    buffer.writeUInt32LE(1, at + 4);
    if (type === SHORT) buffer.writeUInt16LE(value, at + 8);
    else buffer.writeUInt32LE(value, at + 8);
  }
  buffer.writeUInt32LE(DPI, next + 4);
  buffer.writeUInt32LE(1, next + 8);
  return { buffer, next };
}
