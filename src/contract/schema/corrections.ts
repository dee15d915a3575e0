import { z } from 'zod';

/** corrections.json: what people have put right, and the findings that they let stand. The one definition. */

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe(
    'Hex digest of the bytes of the PDF, `source.sha256` of its document: another edition of it is another file',
  );
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const who = z.string().min(1).describe('Who says so');
const when = z.iso.datetime().describe('ISO 8601, UTC: `2025-03-01T09:30:00Z`');

export const correctionSchema = z
  .strictObject({
    sha256,
    path: z
      .string()
      .regex(/^\/reports\//)
      .describe('JSON Pointer of one field of a form; not of a list or an object'),
    old: scalar.describe('The value before: what was read, or `new` of the correction before this one'),
    new: scalar.describe('The value in its place; the one before where it is confirmed'),
    who,
    when,
    why: z.string().min(1).nullable().describe('The reason, or null where none was given'),
  })
  .describe('One field put right; several of one field follow one another in the order of `when`');

export const acceptedSchema = z
  .strictObject({
    sha256,
    rule: z.string().min(1).describe('`rule` of the finding'),
    path: z.string().describe('`path` of the finding'),
    message: z.string().optional().describe('What it said, for people; not compared'),
    who,
    when,
    why: z.string().regex(/\S/).describe('The reason; there is no acceptance without one'),
  })
  .describe('One finding that stands, and is accepted');

export const correctionsSchema = z
  .strictObject({
    schemaVersion: z.literal('1').describe('Raised when a reader of the old shape would break'),
    corrections: z.array(correctionSchema).describe('Fields that were put right'),
    accepted: z.array(acceptedSchema).describe('Findings that are let stand'),
  })
  .describe('corrections.json: what people have said of the forms of some PDFs');

export type { Accepted, Correction, Corrections, Scalar } from './types.js';

/** What a review page sends to its server: all that was done with the documents of these hashes. */
export const sentCorrectionsSchema = correctionsSchema.extend({ hashes: z.array(sha256) });
