import { readInput } from '../files/input.js';
import { inspect, type Stage } from '../inspect.js';
import { diagnosticMessages } from '../output/message.js';
import { toSvg } from '../output/page-svg.js';
import { documentOutcome, type Outcome } from './exit-code.js';
import { displayName } from './failure.js';
import type { Messages } from './messages.js';
import { writeFiles } from './write-files.js';

export interface InspectFlags {
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
  const { page, stage, password } = flags;
  return writeFiles([file], flags, messages, async (_, { onPage }) => {
    const options = { page, stage, onPage, ...(password === undefined ? {} : { password }) };
    const { drawing, diagnostics } = await inspect(await readInput(file), options);
    return {
      written: wantsPng(flags) ? await (await import('../output/page-png.js')).toPng(drawing) : toSvg(drawing),
      said: diagnosticMessages(displayName(file), diagnostics).join(''),
      outcome: documentOutcome({ diagnostics }),
    };
  });
}
