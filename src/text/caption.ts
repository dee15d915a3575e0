/** `表3`, `续表3`, `附表2-1`, `表A1`; of numbers in characters only where they end a word, since `表一般` is none. */
const CHINESE =
  /^[（(【[]?\s*[续續]?\s*附?\s*表\s*(?:[A-Z]?[0-9０-９]+(?:[-–—－.．][0-9０-９]+)*|[一二三四五六七八九十]{1,3}(?=$|[\s.．:：、，（(）)】\]]))/u;
/** `Table 14.`, `TABLE A-2:`, `Schedule IV`, `Exhibit 3a`. */
const ENGLISH =
  /^\(?(?:table|exhibit|schedule)\s+(?:[A-Z]{0,2}[-.]?\d+(?:[-–—.]\d+)*[a-z]?|[IVXLC]+|[A-Z])(?=$|[\s.:：(（)—–-])/iu;
/** How a sentence goes on that begins with the number of a table. */
const SENTENCE =
  /^\s*(?:所[示列]|[显列]示|[中是为即则将和与至及，；]|列出|给出|反映|可[见知]|说明|(?:shows?|presents?|lists?|gives?|summari[sz]es|reports?|contains?|provides?|describes?|compares?|displays|illustrates|includes|sets|below|above|is|are|was|were|has|have|and|or|to|through|of|in|on|for)(?!\p{L}))/u;

/** What a text that numbers a table says behind the number; null where it numbers none, or is a sentence about one. */
export function behindTableNumber(text: string): string | null {
  const [number] = CHINESE.exec(text) ?? ENGLISH.exec(text) ?? [];
  if (number === undefined) return null;
  const rest = text.slice(number.length);
  return SENTENCE.test(rest) ? null : rest;
}

/** `图3`, `附图2-1`, `Figure 4.`, `Chart 2:`. */
const FIGURE =
  /^[（(【[]?\s*(?:附?图\s*(?:[0-9０-９]+(?:[-–—－.．][0-9０-９]+)*|[一二三四五六七八九十]{1,3}(?=$|[\s.．:：、，（(）)】\]]))|(?:figure|chart)\s+[0-9]+[a-z]?(?=$|[\s.:：(（)—–-]))/iu;

/** Whether a text numbers a table or a figure: it is a caption, no cell and no sentence. */
export function isCaption(text: string): boolean {
  const own = text.trim();
  const [figure] = FIGURE.exec(own) ?? [];
  return figure === undefined ? behindTableNumber(own) !== null : !SENTENCE.test(own.slice(figure.length));
}
