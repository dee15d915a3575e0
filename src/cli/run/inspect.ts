import type { Stage } from '../../contract/drawing.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { writeFiles } from './write-files.js';

export interface InspectFlags extends LimitFlags, OcrFlags {
  /** The one page, from 1. */
  readonly pages?: readonly number[];
  readonly stage: Stage;
  readonly format?: 'svg' | 'png';
  readonly png?: true;
  readonly output?: string;
  readonly password?: string;
}

/** Whether PNG is asked for, by name or by the name of the output. */
export const wantsPng = ({ format, png, output }: InspectFlags): boolean =>
  format === undefined ? png === true || /\.png$/i.test(output ?? '') : format === 'png';

/** Writes one page of the file as a drawing. */
export function inspectFile(file: string, flags: InspectFlags, messages: Messages): Promise<readonly Outcome[]> {
  const { pages, stage } = flags;
  const job = { ...readingOptions(flags, messages.lang), file, page: pages?.[0] ?? 1, stage, png: wantsPng(flags) };
  return withReadingThread('inspect', limitsOf(flags), (thread) =>
    writeFiles([file], flags, messages, (_, { onPage }) => thread.do('inspect', job, onPage)),
  );
}
