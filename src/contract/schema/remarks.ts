import { z } from 'zod';

/** What the reader has to say of a file beside the forms: diagnostics, where fields stand, what became of each text. */

const page = z.int().min(1);

export const severitySchema = z.enum(['error', 'warning', 'info']);

export const diagnosticCodes = [
  'no-form-found',
  'no-table-found',
  'page-without-text',
  'page-recognised',
  'ocr-low-confidence',
  'ocr-label-matched',
  'ocr-mended',
  'text-layer',
  'text-unreadable',
  'page-unreadable',
  'page-over-limit',
  'too-many-pages',
  'pages-uncounted',
  'file-mended',
  'value-not-a-number',
  'amount-in-other-unit',
  'score-of-other-weight',
  'label-matched',
  'part-not-recognised',
  'text-not-placed',
  'table-not-read',
  'structure-doubtful',
  'value-doubtful',
  'form-incomplete',
  'text-covered',
  'text-not-seen',
  'text-not-as-seen',
  'ink-not-read',
  'picture-not-checked',
  'not-a-self-evaluation',
  'attached-documents',
  'attachment-not-read',
  'xfa-form',
  'corrections-applied',
  'correction-refused',
] as const;

export const bboxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('`[x0, y0, x1, y1]` in points, origin top left of the page as it is seen');

export const diagnosticSchema = z
  .strictObject({
    code: z.enum(diagnosticCodes).describe('What it is about; the set is closed'),
    severity: severitySchema.describe('`error`: content was not read; `warning`: look at it; `info`: good to know'),
    message: z.string().min(1).describe('One sentence in the language of the run: English, or Chinese'),
    page: page.nullable().describe('1-based page, or null where it is about the whole file'),
    bbox: bboxSchema.nullable().describe('Where on the page, or null where it is about the whole page'),
  })
  .describe('What the reader has to say of the file');

/** The mark of a field that a person has put right. */
export const correctedSchema = z
  .strictObject({
    old: z.union([z.string(), z.number(), z.boolean(), z.null()]).describe('The value that was read'),
    who: z.string().describe('Who put it right'),
    when: z.string().describe('ISO 8601, UTC'),
    why: z.string().nullable().describe('The reason that was given'),
  })
  .describe('By whom a field was put right');

export const evidenceSchema = z
  .strictObject({
    page: page.describe('1-based page'),
    bbox: bboxSchema,
    raw: z.string().describe('What is printed there'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe(
        '1 for text of the PDF itself; where it was recognised from a picture, how sure the engine was of the character that it doubted most',
      ),
    readAs: z
      .string()
      .optional()
      .describe('Only where the engine read another number here, which breaks a sum, a rate or a total'),
    corrected: correctedSchema
      .optional()
      .describe(
        'Only where a correction was applied: then the value is no longer what `raw` says, and `confidence` is 1',
      ),
  })
  .describe('Where a field stands and what is printed there');

/** What may become of a text: see {@link claimSchema}. */
export const claimKinds = ['field', 'extra', 'label', 'blank', 'outside', 'set-aside', 'unplaced'] as const;

export const asideReasons = [
  'watermark',
  'seal',
  'covered',
  'unseen',
  'struck-out',
  'page-number',
  'running-head',
  'repeated-header',
] as const;

export const claimSchema = z
  .strictObject({
    as: z
      .enum(claimKinds)
      .describe(
        '`field` or `extra`: it was read; `label`: it names what was read; `blank`: a mark for no value; `outside`: it stands in no form; `set-aside`: left out on purpose; `unplaced`: none of these, and told in `diagnostics`',
      ),
    reason: z.enum(asideReasons).nullable().describe('Why it was set aside; null for all others'),
    fields: z.array(z.string()).describe('JSON Pointers of what was read from it'),
    page: page.describe('1-based page'),
    bbox: bboxSchema,
    text: z.string().describe('The text; of one that was read in part, what is left of it'),
  })
  .describe('What became of one cell or line of text');
