import { withEvidence } from '../../output/evidence.js';
import { toJson } from '../../output/json.js';
import { parse } from '../../parse.js';
import { documentWorks } from './document-works.js';
import type { OnPage, ParseJob, Work } from './jobs.js';

export const parseWork = ({ evidence, style, ...job }: ParseJob, onPage: OnPage): Promise<Work> =>
  documentWorks(job, onPage, parse, (_, { document, places, account }) => ({
    written: toJson(evidence ? withEvidence(document, places, account) : document, style),
    diagnostics: document.diagnostics,
  }));
