import { EvalxError } from '../../errors.js';
import { type Message, messageOf } from '../../messages/say.js';

/** Far more pages than any PDF has; keeps a slip of the finger from filling the memory. */
const MAX_PAGE = 100_000;

/** `1-3,5` as 1-based page numbers in ascending order, each once. */
export function parsePageList(list: string): number[] {
  const pages = new Set<number>();
  for (const part of list.split(',')) {
    const [, first, last = first] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part) ?? [];
    if (first === undefined) throw malformed(list, messageOf('notAPage', { part }));
    if (Number(first) < 1) throw malformed(list, messageOf('pagesFromOne', {}));
    if (Number(last) < Number(first)) throw malformed(list, messageOf('backwards', { part: part.trim() }));
    if (Number(last) > MAX_PAGE) throw malformed(list, messageOf('noSuchPage', { page: Number(last) }));
    for (let page = Number(first); page <= Number(last); page++) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}

function malformed(list: string, why: Message): EvalxError {
  return new EvalxError(messageOf('pagesMalformed', { list, why }));
}
