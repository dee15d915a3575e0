import { dirname } from 'node:path';
import { correctRead } from '../../corrections/correct-read.js';
import type { KnownCorrections } from '../../corrections/find.js';
import { withEvidence } from '../../output/evidence.js';
import { toJson } from '../../output/json.js';
import { parse } from '../../parse.js';
import { documentWorks } from './document-works.js';
import type { CorrectedDocument, OnPage, ParseJob, Work } from './jobs.js';

export async function parseWork(
  { evidence, style, ...job }: ParseJob,
  onPage: OnPage,
  known: KnownCorrections | null,
): Promise<Work> {
  const corrected: CorrectedDocument[] = [];
  const work = await documentWorks(
    job,
    onPage,
    async (bytes, options) => {
      const read = await parse(bytes, options);
      const { sha256 } = read.document.source;
      const own = known?.of(dirname(job.file), sha256);
      const right = correctRead(read, own, job);
      if (own) corrected.push({ sha256, fields: Object.keys(right.document.corrected ?? {}).length });
      return right;
    },
    (_, { document, places, account }) => ({
      written: toJson(evidence ? withEvidence(document, places, account) : document, style),
      diagnostics: document.diagnostics,
    }),
  );
  return { ...work, corrected };
}
