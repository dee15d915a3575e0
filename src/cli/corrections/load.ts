import { lstatSync } from 'node:fs';
import type { Language } from '../../contract/findings.js';
import type { Corrections } from '../../contract/schema/corrections.js';
import type { NamedCorrections } from '../../corrections/find.js';
import { EvalxError } from '../../errors.js';
import { readSmallFile } from '../../files/small-file.js';
import { type Message, messageOf } from '../../messages/say.js';
import { shownPath, systemPath } from '../../text/path-bytes.js';

/** Some 50,000 corrections. */
const MOST_BYTES = 16 << 20;

/**
 * The corrections in a file; null where there is none.
 *
 * @throws {EvalxError} `config-invalid` where it cannot be read, or is not what the schema says. One that was not named, but
 *   stands beside an input, must not be a link: whoever put it there would have other files read.
 */
export async function loadCorrections(
  path: string,
  lang: Language,
  { isNamed }: { readonly isNamed: boolean },
): Promise<NamedCorrections | null> {
  if (!isNamed && !isThere(path)) return null;
  const file = readSmallFile(path, MOST_BYTES);
  if ('problem' in file) {
    if (file.problem === 'no-file') throw invalid(path, messageOf('correctionsNoFile', {}));
    if (file.problem === 'too-large')
      throw invalid(path, messageOf('correctionsTooLarge', { megabytes: MOST_BYTES >> 20 }));
    if (file.problem === 'unreadable') throw invalid(path, messageOf('correctionsUnreadable', { reason: file.reason }));
    throw invalid(path, messageOf('noSuchFile', {}));
  }
  if (file.isLink && !isNamed) throw invalid(path, messageOf('correctionsLink', { path: shownPath(path) }));
  return { name: shownPath(path), content: await checked(path, file.text, lang) };
}

/** In a folder that may not be searched nothing is there to find; what is wrong with it is said of the inputs in it. */
function isThere(path: string): boolean {
  try {
    return lstatSync(systemPath(path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

async function checked(path: string, text: string, lang: Language): Promise<Corrections> {
  const [{ correctionsSchema }, { checkedBy }] = await Promise.all([
    import('../../contract/schema/corrections.js'),
    import('../../contract/schema/issues.js'),
  ]);
  const parsed = checkedBy(correctionsSchema, jsonOf(path, text), lang);
  const issue = parsed.error?.issues[0];
  if (issue) {
    const where = issue.path.length === 0 ? '' : messageOf('atPointer', { pointer: `/${issue.path.join('/')}` });
    throw invalid(path, messageOf('notCorrections', { where, issue: issue.message.toLowerCase() }));
  }
  return parsed.data as Corrections;
}

/** Editors of Windows put a mark of the byte order in front. */
function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (error) {
    throw invalid(path, messageOf('configNotJson', { error: (error as Error).message }));
  }
}

const invalid = (path: string, what: Message): EvalxError =>
  new EvalxError(messageOf('configInvalid', { path: shownPath(path), what }));
