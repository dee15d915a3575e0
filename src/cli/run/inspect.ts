import type { Stage } from '../../contract/drawing.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import type { Outcome } from '../terminal/exit-code.js';
import type { Messages } from '../terminal/messages.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { writeFiles } from './write-files.js';

export interface InspectFlags extends LimitFlags, OcrFlags {
  readonly page: number;
  readonly stage: Stage;
  readonly png?: true;
  readonly output?: string;
  readonly password?: string;
}

/** Whether PNG is asked for, by name or by the name of the output. */
export const wantsPng = ({ png, output }: InspectFlags): boolean => png === true || /\.png$/i.test(output ?? '');

/** Writes one page of the file as a drawing. */
export function inspectFile(file: string, flags: InspectFlags, messages: Messages): Promise<readonly Outcome[]> {
  const { page, stage } = flags;
  const job = { ...readingOptions(flags, messages.lang), file, page, stage, png: wantsPng(flags) };
  return withReadingThread('inspect', limitsOf(flags), (thread) =>
    writeFiles([file], flags, messages, (_, { onPage }) => thread.do('inspect', job, onPage)),
  );
}
