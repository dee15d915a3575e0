import type { PdfTable, TableCell } from '../../contract/tables.js';
import { messageOf, say } from '../../messages/say.js';
import { escapeMarkup } from '../escape.js';
import type { TableWriter } from './writer.js';

const STYLE =
  'body{font-family:sans-serif}table{border-collapse:collapse;margin:1em 0}caption{text-align:left;color:#666}' +
  'td{border:1px solid #999;padding:.2em .5em}';

/** One document, well-formed as XML too, with the tables of each file under its name. */
export const tablesHtml: TableWriter = {
  fileMark: '',
  head: `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8"/>
<title>Tables</title>
<style>${STYLE}</style>
</head>
<body>
`,
  between: '',
  tail: '</body>\n</html>\n',
  write: ({ file, tables }, _, lang) => {
    const content =
      tables.length === 0 ? `<p>${say(messageOf('noTables', {}), { lang })}</p>\n` : tables.map(htmlTable).join('');
    return `<h1>${inline(file)}</h1>\n${content}`;
  },
};

function htmlTable(table: PdfTable): string {
  const rows = rowsOf(table).map((cells) => `<tr>${cells.map(htmlCell).join('')}</tr>\n`);
  return `<table>\n<caption>${caption(table)}</caption>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

function caption({ places }: PdfTable): string {
  const pages = [...new Set(places.map((place) => place.page))];
  return pages.length === 1 ? `Page ${pages[0]}` : `Pages ${pages.join(', ')}`;
}

/** The cells of each row; where no cell covers a place, an empty one keeps the others in their columns. */
function rowsOf({ rows, cols, cells }: PdfTable): (TableCell | null)[][] {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(cols).fill(false));
  const starts = Array.from({ length: rows }, () => Array.from({ length: cols }, (): TableCell[] => []));
  for (const cell of cells) {
    starts[cell.row]?.[cell.col]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      taken[row]?.fill(true, cell.col, cell.col + cell.colSpan);
    }
  }
  return starts.map((places, row) => places.flatMap((found, col) => (taken[row]?.[col] ? found : [null])));
}

function htmlCell(cell: TableCell | null): string {
  if (cell === null) return '<td></td>';
  const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  const colSpan = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
  return `<td${rowSpan}${colSpan}>${inline(cell.text)}</td>`;
}

const inline = (text: string): string => escapeMarkup(text).replaceAll('\n', '<br/>');
