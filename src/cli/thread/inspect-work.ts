import { readInput } from '../../files/input.js';
import { inspect } from '../../inspect.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { diagnosticMessages, message } from '../../output/message.js';
import { toSvg } from '../../output/page/svg.js';
import { documentOutcome } from '../terminal/exit-code.js';
import { displayName } from '../terminal/failure.js';
import type { InspectJob, OnPage, Work } from './jobs.js';

export async function inspectWork(job: InspectJob, onPage: OnPage): Promise<Work> {
  const { file, pages: _, png, ...reading } = job;
  const bytes = job.bytes ?? (await readInput(file, job.limits.bytes));
  const { drawing, diagnostics } = await inspect(bytes, { ...reading, onPage });
  const where = displayName(file, job.lang);
  const said = diagnosticMessages(where, diagnostics, job.lang).join('');
  const outcome = documentOutcome({ diagnostics });
  if (!png) return { written: [toSvg(drawing)], said, outcome };
  const { bytes: written, width, height, isReduced } = await (await import('../../output/page/png.js')).toPng(drawing);
  const reduced = sayWithFlags(messageOf('pictureReduced', { width, height }), job.lang);
  return { written: [written], said: isReduced ? said + message(where, reduced) : said, outcome };
}
