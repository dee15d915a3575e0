import { z } from 'zod';
import { languages } from './findings.js';
import { severitySchema } from './schema/remarks.js';
import { DEFAULT_TOLERANCES, type ToleranceName } from './tolerances.js';

/** What `evalx.config.json`, and `evalx` in package.json, may say: the one definition. */

const names = Object.keys(DEFAULT_TOLERANCES) as ToleranceName[];
const tolerance = z.number().min(0).optional();

export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors; not read'),
    rules: z
      .record(z.string(), z.union([severitySchema, z.literal('off')]))
      .optional()
      .describe('Severity by rule id or code of a diagnostic, or off'),
    tolerances: z
      .strictObject(
        Object.fromEntries(names.map((name) => [name, tolerance])) as Record<ToleranceName, typeof tolerance>,
      )
      .optional()
      .describe('How far printed numbers may differ, by name'),
    ignore: z
      .array(z.string().min(1))
      .optional()
      .describe('Globs of what is skipped in folders, from the folder of this file'),
    lang: z.enum(languages).optional().describe('Language of messages; default from the environment'),
    failOn: z.enum(FAIL_ON).optional().describe('The least severity that fails a run; default error'),
    maxWarnings: z.int().min(0).optional().describe('More warnings than these fail a run; default any number'),
  })
  .describe('Settings of evalx validate');

export type Config = z.infer<typeof configSchema>;
