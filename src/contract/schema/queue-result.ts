import { z } from 'zod';
import { documentSchema } from '../document.js';
import { acceptedFindingSchema, findingSchema } from '../findings.js';
import { evidenceSchema } from './remarks.js';

const text = z.string();
const whole = z.int().min(0).nullable();
const resultSchema = z.object({
  status: z.object({
    ...{ file: text, status: z.enum(['read', 'partly', 'failed']), pages: whole, reports: whole, milliseconds: whole },
    ...{ sha256: text.nullable(), errorCode: text.nullable(), errorMessage: text.nullable() },
  }),
  document: documentSchema.nullable(),
  evidence: z.record(text, evidenceSchema).optional(),
  findings: z.array(findingSchema),
  accepted: z.array(acceptedFindingSchema).optional(),
  get attached() {
    return z.array(resultSchema).optional();
  },
});

/** A line that `evalx queue work` writes: what was read of a content, and every path that it was added under. */
export const queueResultSchema = resultSchema.extend({ paths: z.array(text).min(1) });
