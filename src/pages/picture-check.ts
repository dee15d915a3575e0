import { EvalxError } from '../errors.js';
import type { Place } from '../geometry/box.js';
import { type Remark, remark } from '../messages/say.js';
import { hasCanvas } from '../reader/picture/rendered.js';
import type { TakeShown } from '../reader/picture/take-picture.js';
import type { PageContent } from '../reader/reader-types.js';
import { needOf } from './needs-picture.js';
import type { ReadingOptions } from './reading-options.js';

/** Compares pages with their pictures, as far as that is wanted and can be done. */
export interface PictureCheck {
  /** Every page is compared. */
  readonly isForAll: boolean;
  /** The page without what nobody sees. */
  readonly witness: (page: PageContent, show: TakeShown) => Promise<PageContent>;
  /** Where text is seen as something else than it says, so far. */
  readonly lies: readonly Place[];
  /** Marks that are no text, so far. */
  readonly marks: readonly Place[];
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
  const [said, lies, marks]: [Remark[], Place[], Place[]] = [[], [], []];
  const witness: PictureCheck['witness'] = async (page, show) => {
    lies.push(...fieldsOf(page));
    if (!isForAll && (mode !== 'auto' || isMissing || !page.isOdd)) return page;
    // What is read from its picture needs no other witness.
    const need = needOf(page, ocr ?? 'auto');
    if (need !== null && need !== 'pasted' && need !== 'lines') return page;
    const shown = await show(page.number);
    if (shown === null || shown instanceof EvalxError) return page;
    // What this takes is loaded only where a page is compared.
    const heard = (await import('../witness/witness.js')).witness(page, shown);
    said.push(...heard.said);
    lies.push(...heard.lies);
    marks.push(...heard.marks);
    return heard.page;
  };
  if (isMissing && mode === 'always') said.push(remark('pictureNotChecked', {}, null));
  return { isForAll, witness, lies, marks, said: () => said };
}

/** Where form fields say another thing than they show. */
const fieldsOf = ({ number, fieldsDiffer = [] }: PageContent): Place[] =>
  fieldsDiffer.map(({ box: bbox }) => ({ page: number, bbox }));
