import { EvalxError } from '../errors.js';
import { type Remark, remark } from '../messages/say.js';
import { hasCanvas } from '../reader/picture/rendered.js';
import type { TakeShown } from '../reader/picture/take-picture.js';
import type { PageContent } from '../reader/reader-types.js';
import type { Testimony } from '../witness/witness.js';
import { needOf } from './needs-picture.js';
import type { ReadingOptions } from './reading-options.js';

/** Compares pages with their pictures, as far as that is wanted and can be done. */
export interface PictureCheck {
  /** Every page is compared. */
  readonly isForAll: boolean;
  readonly witness: (page: PageContent, show: TakeShown) => Promise<Testimony>;
  /** What is to be said when all pages are read. */
  readonly said: () => Remark[];
}

export async function pictureCheck({
  pictureCheck: mode = 'never',
  isJudged,
  ocr,
}: ReadingOptions): Promise<PictureCheck> {
  const wantsAll = mode === 'always' || (mode === 'auto' && isJudged === true);
  // The package that draws is loaded only where a page is to be drawn.
  const isMissing = wantsAll && !(await hasCanvas());
  const isForAll = wantsAll && !isMissing;
  const witness: PictureCheck['witness'] = async (page, show) => {
    const asRead = { page, said: [], lies: [], marks: [] };
    if (!isForAll && (mode !== 'auto' || isMissing || !page.isOdd)) return asRead;
    // What is read from its picture needs no other witness.
    const need = needOf(page, ocr ?? 'auto');
    if (need !== null && need !== 'pasted' && need !== 'lines') return asRead;
    const shown = await show(page.number);
    if (shown === null || shown instanceof EvalxError) return asRead;
    // What this takes is loaded only where a page is compared.
    return (await import('../witness/witness.js')).witness(page, shown);
  };
  const said = (): Remark[] => (isMissing && mode === 'always' ? [remark('pictureNotChecked', {}, null)] : []);
  return { isForAll, witness, said };
}
