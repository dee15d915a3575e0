import type { Gray } from '../raster/raster-types.js';
import type { TextLineArea } from '../raster/xy-cut.js';

/** What a character may be, and how sure an engine is of it, 0 to 1. */
export interface Guess {
  readonly text: string;
  readonly confidence: number;
}

/** One character as an engine read it. */
export interface ReadChar extends Guess {
  /** Where its middle is along the line: from an engine as a fraction of the picture's width. */
  readonly at: number;
  /** What else it might be, likeliest first. */
  readonly others: readonly Guess[];
  /** The engine took it rather for nothing: it counts where there is ink that belongs to no other character. */
  readonly faint?: true;
}

/** A program that reads pictures of single lines of text. */
export interface Engine {
  readonly name: string;
  /** Whether it knows so well where its characters stand that ink beyond the last one is another character. */
  readonly placesWell: boolean;
  /** What stands on each of the pictures, dark on white, in their order. */
  read(lines: readonly Gray[]): Promise<readonly (readonly ReadChar[])[]>;
  /** The same by another recogniser, which knows figures and Latin letters only; left out where none is installed. */
  readonly figures?: Engine['read'];
}

/** A line of a sheet with its characters, whose middles are in pixels of the sheet. */
export interface ReadLine {
  readonly area: TextLineArea;
  readonly chars: readonly ReadChar[];
  /** Characters that may stand where no other does: faint ones, and those of a reading that was put aside. */
  readonly spare: readonly ReadChar[];
}

export const meanConfidence = (chars: readonly Guess[]): number =>
  chars.length === 0 ? 0 : chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length;

export const textOf = (chars: readonly Guess[]): string => chars.map(({ text }) => text).join('');

export const HAN = /\p{Script=Han}/u;

/** Marks that have white beside them in their own square. */
export const OPEN_MARK = /[，。、；：！？（）“”‘’《》【】()[\],.;:!?·…—\-"']/u;

/** Width of a character in ems. */
export const widthOf = ({ text }: Guess): number =>
  /[%@mwMW]/u.test(text) ? 0.85 : /[\u0021-\u00ff]/u.test(text) ? 0.5 : 1;
