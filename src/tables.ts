import { tablesSaid } from './account/tables-doubted.js';
import { isUnread } from './contract/diagnostics.js';
import type { PdfTable, TablesDocument } from './contract/tables.js';
import { corners, type Place } from './geometry/box.js';
import type { Table } from './layout/layout-types.js';
import { stitch } from './layout/stitch/stitch.js';
import { captionsOf } from './layout/table-captions.js';
import { diagnosticsOf, remark } from './messages/say.js';
import { readPages } from './pages/read-pages.js';
import type { ReadingOptions } from './pages/reading-options.js';
import type { Attachment } from './reader/objects/attachment.js';

/** What {@link findTables} returns: the tables in reading order, and what is to be said of the file. */
export interface TablesResult extends Omit<TablesDocument, 'file'> {
  /** PDFs that are attached to it: documents of their own, which are not read here. */
  readonly attached: readonly Attachment[];
}

/**
 * Finds every table of a PDF, forms or not. Takes bytes, prints nothing, touches no file.
 *
 * @throws {EvalxError} where the PDF as a whole cannot be read, as {@link parse} does.
 */
export async function findTables(bytes: Uint8Array, options: ReadingOptions = {}): Promise<TablesResult> {
  const { layouts, diagnostics, attached } = await readPages(bytes, options);
  const blocks = stitch(layouts);
  const captions = captionsOf(blocks, layouts);
  const tables = blocks
    .filter((block) => block.kind === 'table')
    .map((table, i) => toTable(table, captions[i] ?? null));
  const said = diagnosticsOf([...diagnostics, ...tablesSaid(blocks)], options);
  if (tables.length === 0 && attached.length === 0 && !isUnread(said)) said.push(...diagnosticsOf([NO_TABLE], options));
  return { tables, diagnostics: said, attached };
}

function toTable({ rows, cols, cells, places }: Table, caption: string | null): PdfTable {
  return {
    ...firstOf(places),
    caption,
    rows,
    cols,
    places: places.map(toPlace),
    cells: cells.map(({ row, col, rowSpan, colSpan, text, places }) => {
      const { bbox } = firstOf(places);
      return { row, col, rowSpan, colSpan, text, bbox, places: places.map(toPlace) };
    }),
  };
}

const toPlace = ({ page, bbox }: Place): PdfTable['places'][number] => ({ page, bbox: corners(bbox) });
/** A table and a cell stand somewhere: there is always a first piece. */
const firstOf = (places: readonly Place[]): PdfTable['places'][number] => toPlace(places[0] as Place);

const NO_TABLE = remark('noTable', {}, null);
