import { escapeMarkdown, visibleLine } from '../../escape.js';
import type { FindingsWriter } from '../writer.js';
import type { Block } from './blocks.js';
import { opinionBlocks } from './opinion.js';

/** The review opinions (审核意见) of a run as Markdown that pandoc makes a Word document of: headings, pipe tables, paragraphs. */
export const findingsOpinion: FindingsWriter = (context) => opinionBlocks(context).map(part).join('\n');

const text = (value: string): string => escapeMarkdown(visibleLine(value));

function part(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${text(block.text)}\n`;
    case 'paragraph':
      return `${text(block.text)}\n`;
    case 'facts':
      return table(['', ''], block.rows);
    case 'table':
      return table(
        block.head,
        block.rows.map(({ cells }) => cells),
      );
    case 'signature':
      return block.lines.map((line) => `${text(line)}${UNDERLINE}\n`).join('\n');
  }
}

/** Room for a name. */
const UNDERLINE = '\\_'.repeat(16);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => null), ...rows]
    .map((cells) => `| ${cells.map((cell) => (cell === null ? '---' : text(cell))).join(' | ')} |\n`)
    .join('');
