import { MessageError } from '../../messages/message-error.js';
import { messageOf } from '../../messages/say.js';
import type { Gray } from '../../raster/raster-types.js';
import type { Engine } from '../ocr-types.js';

const TEXT = '175';
/** Its digits, five pixels wide each with one between them. */
const ROWS = [
  '..#...#####.#####',
  '.##.......#.#....',
  '..#......#..####.',
  '..#.....#.......#',
  '..#....#........#',
  '..#....#....#...#',
  '.###...#.....###.',
];
const SCALE = 4;
const MARGIN = 2;

/** Has an engine read a picture. @throws {Error} where it reads something else. */
export async function selfTest(engine: Engine): Promise<void> {
  const [chars = []] = await engine.read([sample()]);
  const text = chars.map((char) => char.text).join('');
  if (text !== TEXT) throw new MessageError(messageOf('readsOtherwise', { read: text, written: TEXT }));
}

function sample(): Gray {
  const width = ((ROWS[0] as string).length + 2 * MARGIN) * SCALE;
  const height = (ROWS.length + 2 * MARGIN) * SCALE;
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInk = ROWS[Math.floor(y / SCALE) - MARGIN]?.[Math.floor(x / SCALE) - MARGIN] === '#';
      levels[y * width + x] = isInk ? 0 : 255;
    }
  }
  return { width, height, levels };
}
