import type { Language } from '../../contract/findings.js';
import { shown } from '../../corrections/correct-read.js';
import { byHash, type CorrectionsSetup } from '../../corrections/find.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import type { DescribedAcceptance, DescribedCorrection, DescribedDocument } from '../thread/jobs.js';
import { fieldWords } from './words.js';

/** All that files of corrections hold, under the PDFs that it is about. */
export function listedText(
  setup: CorrectionsSetup,
  described: readonly DescribedDocument[],
  lang: Language,
): readonly string[] {
  const documents = withMissing(setup, described, lang);
  const lines = documents.flatMap(({ file, entries, accepted }) => [
    file,
    ...entries.map((entry) => `  ${entryLine({ ...entry, refused: null }, lang)}`),
    ...accepted.map((one) => `  ${acceptedLine(one, 'acceptedEntry', lang)}`),
    '',
  ]);
  const count = (of: (document: DescribedDocument) => readonly unknown[]): number =>
    documents.reduce((sum, document) => sum + of(document).length, 0);
  const data = { corrections: count((one) => one.entries), accepted: count((one) => one.accepted) };
  const said = messageOf('correctionsListed', { ...data, files: documents.length });
  return [...lines, sayWithFlags(said, lang)];
}

/** What does not fit, and how many do. */
export function checkedText(
  setup: CorrectionsSetup,
  described: readonly DescribedDocument[],
  lang: Language,
): { readonly text: readonly string[]; readonly refused: number } {
  const changed = sayWithFlags(messageOf('fileIsOther', {}), lang);
  const here = new Set(described.map(({ sha256 }) => sha256));
  const documents = withMissing(setup, described, lang).map((document) => ({
    ...document,
    entries: document.entries.map((entry) => (here.has(document.sha256) ? entry : { ...entry, refused: changed })),
    gone: document.accepted.filter(({ message }) => message === null && here.has(document.sha256)),
  }));
  const entries = documents.flatMap((document) => document.entries);
  const refused = entries.filter((entry) => entry.refused !== null).length;
  const lines = documents.flatMap(({ file, entries: own, gone }) => {
    const told = [
      ...own.filter((entry) => entry.refused !== null).map((entry) => entryLine(entry, lang)),
      ...gone.map((one) => acceptedLine(one, 'acceptedGone', lang)),
    ];
    return told.length === 0 ? [] : [file, ...told.map((line) => `  ${line}`), ''];
  });
  const said = messageOf('correctionsChecked', { fit: entries.length - refused, refused });
  return { text: [...lines, sayWithFlags(said, lang)], refused };
}

/** The PDFs that were read, and those of which the corrections speak besides. */
function withMissing(
  { files }: CorrectionsSetup,
  described: readonly DescribedDocument[],
  lang: Language,
): DescribedDocument[] {
  const here = new Set(described.map(({ sha256 }) => sha256));
  const missing = [...byHash(files)]
    .filter(([sha256]) => !here.has(sha256))
    .map(([sha256, { corrections, accepted }]) => ({
      file: sayWithFlags(messageOf('pdfNotHere', { hash: sha256.slice(0, 12) }), lang),
      sha256,
      entries: corrections.map((one) => ({
        where: fieldWords(one.path, null, lang),
        page: null,
        change: [shown(one.old), shown(one.new)] as const,
        by: one,
        refused: null,
      })),
      accepted: accepted.map((one) => ({
        where: fieldWords(one.path, null, lang),
        rule: one.rule,
        by: one,
        message: one.message ?? null,
      })),
    }));
  return [...described, ...missing];
}

function entryLine({ where, page, change, by, refused }: DescribedCorrection, lang: Language): string {
  const [old, value] = change;
  const said =
    refused === null
      ? messageOf('correctionEntry', { where, old, value })
      : messageOf('correctionRefusedEntry', { where, old, value, why: refused });
  const at = page === null ? [] : [sayWithFlags(messageOf('onPage', { page }), lang)];
  return [sayWithFlags(said, lang), ...at, ...saidBy(by)].join('  ');
}

const acceptedLine = (
  { where, rule, by, message }: DescribedAcceptance,
  id: 'acceptedEntry' | 'acceptedGone',
  lang: Language,
): string =>
  [sayWithFlags(messageOf(id, { rule, where }), lang), ...(message === null ? [] : [message]), ...saidBy(by)].join(
    '  ',
  );

const saidBy = ({ who, when, why }: DescribedCorrection['by']): string[] => [
  `${who} ${when}`,
  ...(why === null ? [] : [why]),
];
