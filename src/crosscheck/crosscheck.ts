import type { Place } from '../geometry/box.js';
import type { Block } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Scan } from '../pages/scanned-pages.js';
import type { Draft } from '../sections/draft.js';
import { readSections, type Sections } from '../sections/sections.js';
import { type Misreading, misreadingsBySums } from './doubted-digits.js';
import { RecognisedGlyphs } from './recognised-glyphs.js';
import { withReplaced } from './replace-text.js';

/** The forms of a document, and how sure their fields are. */
export interface ReadSections extends Sections {
  /** What they were read from. */
  readonly blocks: readonly Block[];
  /** How sure an engine was of what it read at these places, 0 to 1. */
  confidence(places: readonly Place[]): number;
  /** What was recognised in the fields, by JSON Pointer, that stand otherwise now. */
  readonly readAs: ReadonlyMap<string, string>;
}

/**
 * Arithmetic as a second reader: where the numbers of the forms only add up with a character that the engine offered
 * instead of one it doubted, that one is put into the blocks, and the forms are read from those again. Nothing is laid
 * out again.
 */
export function readAgain(
  blocks: readonly Block[],
  scans: readonly Scan[],
  read: Sections,
  kind?: 'self-evaluation' | 'targets',
): ReadSections {
  const { drafts } = read;
  const glyphs = new RecognisedGlyphs(scans);
  const misread = misreadingsBySums(drafts, glyphs);
  const sure = new Map(misread.map(({ glyph, instead }) => [glyph, instead.confidence]));
  const confidence = (places: readonly Place[]): number => glyphs.confidence(places, sure);
  if (misread.length === 0) return { ...read, blocks, confidence, readAs: new Map() };
  const corrected = withReplaced(blocks, misread);
  const sections = readSections(corrected, kind);
  return {
    ...sections,
    blocks: corrected,
    diagnostics: [...sections.diagnostics, ...said(misread, sections.drafts)],
    confidence,
    readAs: new Map(
      misread.flatMap(({ report, pointers, readAs }) =>
        pointers.map((pointer): [string, string] => [`/reports/${report}${pointer}`, readAs]),
      ),
    ),
  };
}

/** One diagnostic for each number; two characters of one number are one. */
function said(misread: readonly Misreading[], drafts: readonly Draft[]): Remark[] {
  const fields = new Map(misread.map((one) => [`${one.report}${one.pointers[0]}`, one]));
  return [...fields.values()].map(({ report, pointers, readAs }) => {
    const printed = drafts[report]?.printed.get(pointers[0]);
    return remark('correctedBySums', { readAs, text: printed?.text ?? '' }, printed?.places[0]?.page ?? null);
  });
}
