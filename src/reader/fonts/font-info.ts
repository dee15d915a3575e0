import type { PDFPageProxy } from 'pdfjs-dist';
import { toMatrix } from '../interpreter/matrix.js';
import type { FontInfo } from '../interpreter/text-state.js';
import { signsOf } from './symbol-fonts.js';

/** What pdfjs knows of a font that a page uses; `cache` is that of the document. */
export function fontInfo(page: PDFPageProxy, id: string, cache: Map<string, FontInfo>): FontInfo {
  const known = cache.get(id);
  if (known) return known;
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  const info: FontInfo = {
    vertical: font?.vertical === true,
    fontMatrix: toMatrix(font?.fontMatrix) ?? [0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: font?.defaultVMetrics ?? null,
    // In place of a font that it cannot load, pdfjs keeps what it says of it.
    isMissing: typeof font !== 'object' || font === null,
    isProgram: font?.isType3Font === true,
    signs: signsOf(typeof font?.name === 'string' ? font.name : ''),
  };
  cache.set(id, info);
  return info;
}
