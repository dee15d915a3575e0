import { z } from 'zod';
import { bboxSchema, diagnosticSchema } from './schema/remarks.js';

/** What `evalx tables` prints: the one definition. Types and `evalx schema --of tables` derive from these schemas. */

const page = z.int().min(1);
const index = z.int().min(0);
const count = z.int().min(1);

export const placeSchema = z
  .strictObject({ page: page.describe('1-based page'), bbox: bboxSchema })
  .describe('Where a piece stands');

const places = z.array(placeSchema).min(1);

export const tableCellSchema = z
  .strictObject({
    row: index.describe('0-based row of its upper left corner'),
    col: index.describe('0-based column of its upper left corner'),
    rowSpan: count.describe('Rows that it covers'),
    colSpan: count.describe('Columns that it covers'),
    text: z.string().describe('Wrapped lines joined; empty where the cell is'),
    bbox: bboxSchema.describe(
      'Its first piece: `[x0, y0, x1, y1]` in points, origin top left of the page as it is seen',
    ),
    places: places.describe('Every piece: a cell that goes on over a page break has two'),
  })
  .describe('One cell; a merged cell stands once');

export const tableSchema = z
  .strictObject({
    page: page.describe('1-based page on which it begins'),
    bbox: bboxSchema.describe('Its piece on that page'),
    caption: z
      .string()
      .nullable()
      .describe('Its numbered caption (`表3 …`, `Table 14. …`): above it, in its first row, or else right below it'),
    rows: count.describe('Rows over all pages'),
    cols: count.describe('Columns'),
    places: places.describe('Every piece: a table over three pages has three'),
    cells: z.array(tableCellSchema).describe('Row by row, from left to right'),
  })
  .describe('One table, over all pages that it fills');

export const tablesDocumentSchema = z
  .strictObject({
    file: z.string().describe('As given on the command line, `-` for stdin'),
    tables: z.array(tableSchema).describe('Every table found, in reading order'),
    diagnostics: z.array(diagnosticSchema).describe('Pages without text, and the like'),
  })
  .describe('What `evalx tables` prints for one PDF');

export type { PdfTable, TableCell, TablesDocument } from './schema/types.js';
