import { z } from 'zod';
import { acceptedFindingSchema, checkedFileSchema, findingSchema, knownEntrySchema } from '../findings.js';

/** What `evalx validate` keeps between runs. */

export const baselineSchema = z
  .strictObject({
    schemaVersion: z.literal('1'),
    findings: z.array(knownEntrySchema),
  })
  .describe('The file of `--baseline`');

/** An entry of the cache, as far as it is written out again; what else is in it is known by its digest. */
export const keptWorkSchema = z.looseObject({
  files: z.array(checkedFileSchema),
  findings: z.array(findingSchema),
  accepted: z.array(acceptedFindingSchema),
  problem: z.null(),
  corrected: z.array(z.unknown()),
  forms: z.array(z.unknown()),
});
