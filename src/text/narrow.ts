import { squeeze } from './join.js';

/** Full-width forms of the ASCII characters (U+FF01-FF5E), small forms of some (U+FE50-FE6B). */
const FULL_WIDTH_ASCII = /[\uFF01-\uFF5E\uFE50-\uFE6B]/gu;

/** A text without any of these is narrow already. */
const UNUSUAL = /[\s\uFF01-\uFF5E\uFE50-\uFE6B]/u;

/** The text for comparing and computing: without white space, full-width ASCII as ASCII. Ideographs stay. */
export const narrow = (text: string): string =>
  UNUSUAL.test(text) ? squeeze(text).replace(FULL_WIDTH_ASCII, (char) => char.normalize('NFKC')) : text;
