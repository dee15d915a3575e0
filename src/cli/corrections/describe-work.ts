import { dirname } from 'node:path';
import type { Language } from '../../contract/findings.js';
import { applyCorrections } from '../../corrections/apply.js';
import { correctRead, refusalMessage, shown } from '../../corrections/correct-read.js';
import type { KnownCorrections, OwnCorrections } from '../../corrections/find.js';
import { eachDocument } from '../../each-document.js';
import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import { sayWithFlags } from '../../messages/say.js';
import { type ParseResult, parse } from '../../parse.js';
import { shownPath } from '../../text/path-bytes.js';
import { checkDocuments, DEFAULT_SETTINGS } from '../../validator/validate.js';
import type { DescribedDocument, FileJob, OnPage } from '../thread/jobs.js';
import { fieldWords } from './words.js';

/** Reads a PDF and what is attached to it, and says of all that the corrections have on them what it is and whether it fits. */
export async function describeWork(
  { file: path, bytes: given, ...options }: FileJob,
  onPage: OnPage,
  known: KnownCorrections | null,
): Promise<DescribedDocument[]> {
  const bytes = given ?? (await readInput(path, options.limits.bytes));
  const described: DescribedDocument[] = [];
  for await (const { file, result } of eachDocument(bytes, { ...options, file: shownPath(path), onPage }, parse)) {
    if (result instanceof EvalxError) continue;
    const { sha256 } = result.document.source;
    const own = known?.of(dirname(path), sha256);
    if (own) described.push({ file, sha256, ...describe({ file, ...result }, own, options.lang) });
  }
  return described;
}

function describe(
  read: ParseResult & { readonly file: string },
  own: OwnCorrections,
  lang: Language,
): Pick<DescribedDocument, 'entries' | 'accepted'> {
  const { document, refused } = applyCorrections(read.document, own.corrections);
  const reasons = new Map(refused.map(({ correction, reason }) => [correction, reason]));
  const { findings } = checkDocuments([correctRead(read, own, { lang })], { ...DEFAULT_SETTINGS, lang });
  const found = new Map(findings.map((finding) => [`${finding.rule} ${finding.path}`, finding.message]));
  return {
    entries: own.corrections.map((correction) => {
      const reason = reasons.get(correction);
      return {
        where: fieldWords(correction.path, document, lang),
        page: read.places.get(correction.path)?.page ?? null,
        change: [shown(correction.old), shown(correction.new)],
        by: correction,
        refused: reason ? sayWithFlags(refusalMessage(reason, correction.old), lang) : null,
      };
    }),
    accepted: own.accepted.map((one) => ({
      where: fieldWords(one.path, document, lang),
      rule: one.rule,
      by: one,
      message: found.get(`${one.rule} ${one.path}`) ?? null,
    })),
  };
}
