import { z } from 'zod';
import { languages } from './findings.js';
import { severitySchema } from './schema/remarks.js';
import { DEFAULT_TOLERANCES, type ToleranceName } from './tolerances.js';

/** What `evalx.config.yaml`, `evalx.config.json`, and `evalx` in package.json, may say: the one definition. */

const names = Object.keys(DEFAULT_TOLERANCES) as ToleranceName[];
const tolerance = z.number().min(0).optional();

export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const rules = z
  .record(z.string(), z.union([severitySchema, z.literal('off')]))
  .optional()
  .describe('Severity by rule id or code of a diagnostic, or off');

const tolerances = z
  .strictObject(Object.fromEntries(names.map((name) => [name, tolerance])) as Record<ToleranceName, typeof tolerance>)
  .optional()
  .describe('How far printed numbers may differ, by name');

const globs = z.array(z.string().min(1)).min(1);

export const suppressionSchema = z
  .strictObject({
    rule: z.string().min(1).describe('Id of the rule'),
    files: globs.optional().describe('Globs of the files, from the folder of this file; default all'),
    form: z.string().min(1).optional().describe('`project.name` or `title` of the form; default any'),
    field: z
      .string()
      .min(1)
      .optional()
      .describe('A printed name that leads to the field, such as an indicator; default any'),
    reason: z.string().trim().min(1).describe('Why the finding is let stand'),
    until: z.iso.date().describe('The last day on which this holds, YYYY-MM-DD'),
  })
  .describe('Findings that do not count until a day');

export const overrideSchema = z
  .strictObject({
    files: globs.describe('Globs of the inputs, from the folder of this file'),
    rules,
    tolerances,
  })
  .describe('Other rules and tolerances for some files; of several that match, the later one counts');

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors; not read'),
    rules,
    tolerances,
    overrides: z.array(overrideSchema).optional(),
    suppressions: z.array(suppressionSchema).optional(),
    ignore: z
      .array(z.string().min(1))
      .optional()
      .describe('Globs of what is skipped in folders, from the folder of this file'),
    lang: z.enum(languages).optional().describe('Language of messages; default from the environment'),
    failOn: z.enum(FAIL_ON).optional().describe('The least severity that fails a run; default error'),
    maxWarnings: z.int().min(0).optional().describe('More warnings than these fail a run; default any number'),
  })
  .describe('Settings of evalx validate');

export type Suppression = z.infer<typeof suppressionSchema>;
export type Override = z.infer<typeof overrideSchema>;
export type Config = z.infer<typeof configSchema>;
