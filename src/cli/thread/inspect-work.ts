import { readInput } from '../../files/input.js';
import { inspect } from '../../inspect.js';
import { diagnosticMessages } from '../../output/message.js';
import { toSvg } from '../../output/page/svg.js';
import { documentOutcome } from '../terminal/exit-code.js';
import { displayName } from '../terminal/failure.js';
import type { InspectJob, OnPage, Work } from './jobs.js';

export async function inspectWork(job: InspectJob, onPage: OnPage): Promise<Work> {
  const { file, pages: _, png, ...reading } = job;
  const bytes = job.bytes ?? (await readInput(file, job.limits.bytes));
  const { drawing, diagnostics } = await inspect(bytes, { ...reading, onPage });
  return {
    written: png ? await (await import('../../output/page/png.js')).toPng(drawing) : toSvg(drawing),
    said: diagnosticMessages(displayName(file, job.lang), diagnostics, job.lang).join(''),
    outcome: documentOutcome({ diagnostics }),
  };
}
