import type { Place } from '../geometry/box.js';
import type { PageLayout } from '../layout/layout-types.js';
import { layoutPage } from '../layout/page.js';
import { stitch } from '../layout/stitch/stitch.js';
import { type Remark, remark } from '../messages/say.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Scan } from '../pages/scanned-pages.js';
import type { Draft } from '../sections/draft.js';
import { readSections } from '../sections/sections.js';
import { type Mended, mendedBySums } from './doubted-digits.js';
import { Recognised, withReplaced } from './glyphs-at.js';

/** The forms of a document, and how sure their fields are. */
export interface ReadSections {
  readonly drafts: readonly Draft[];
  readonly diagnostics: readonly Remark[];
  /** How sure an engine was of what it read at these places, 0 to 1. */
  confidence(places: readonly Place[]): number;
  /** What was recognised in the fields, by JSON Pointer, that stand otherwise now. */
  readonly readAs: ReadonlyMap<string, string>;
}

/** What was recognised is read once more, with those characters replaced without which the numbers do not add up. */
export function readAgain(
  layouts: readonly PageLayout[],
  scans: readonly Scan[],
  { drafts, diagnostics }: Pick<ReadSections, 'drafts' | 'diagnostics'>,
): ReadSections {
  const recognised = new Recognised(scans);
  const mended = mendedBySums(drafts, recognised);
  if (mended.length === 0) {
    return { drafts, diagnostics, confidence: (places) => recognised.confidence(places), readAs: new Map() };
  }
  const replaced = new Map(mended.map((one) => [one.glyph, instead(one)]));
  const changed = scans.map((scan) => withReplaced(scan, replaced));
  const pages = new Map(changed.map(({ content }) => [content.number, layoutPage(content).layout]));
  const sections = readSections(stitch(layouts.map((layout) => pages.get(layout.page) ?? layout)));
  const after = new Recognised(changed);
  return {
    drafts: sections.drafts,
    diagnostics: [...sections.diagnostics, ...said(mended, sections.drafts)],
    confidence: (places) => after.confidence(places),
    readAs: new Map(mended.map(({ report, pointer, readAs }) => [`/reports/${report}${pointer}`, readAs])),
  };
}

const instead = ({ glyph, instead: { text, confidence } }: Mended): RecognisedGlyph => ({
  ...glyph,
  text,
  confidence,
  others: [{ text: glyph.text, confidence: glyph.confidence }, ...glyph.others.filter((other) => other.text !== text)],
});

/** One diagnostic for each number; two characters of one number are one. */
function said(mended: readonly Mended[], drafts: readonly Draft[]): Remark[] {
  const fields = new Map(mended.map((one) => [`${one.report}${one.pointer}`, one]));
  return [...fields.values()].map(({ report, pointer, readAs }) => {
    const printed = drafts[report]?.printed.get(pointer);
    return remark('mendedBySums', { readAs, text: printed?.text ?? '' }, printed?.places[0]?.page ?? null);
  });
}
