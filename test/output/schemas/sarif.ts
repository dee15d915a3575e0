import type { Log } from 'sarif';
import { z } from 'zod';

/**
 * What evalx writes of SARIF 2.1.0, closed: written after sections 3.13 to 3.58 of the standard
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/sarif-v2.1.0-errata01.html), not the official JSON Schema,
 * which no npm package known to us carries. The annotation at the end has the compiler hold it against @types/sarif.
 */

/** A URI reference (RFC 3986) in which every character may stand where it does. */
const uriReference = z.string().regex(/^(?:[A-Za-z][A-Za-z\d+.-]*:)?(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})*$/);
const level = z.enum(['none', 'note', 'warning', 'error']);
const message = z.strictObject({ text: z.string().min(1) });
const text = z.strictObject({ text: z.string() });
const propertyBag = z.record(z.string(), z.unknown());

const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: uriReference }),
    region: z.strictObject({ startLine: z.int().min(1) }).optional(),
  }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
});

const rule = z.strictObject({
  id: z.string(),
  shortDescription: text,
  fullDescription: text,
  defaultConfiguration: z.strictObject({ level }),
  helpUri: z.url(),
  help: z.strictObject({ text: z.string(), markdown: z.string().optional() }),
});

const notification = z.strictObject({
  descriptor: z.strictObject({ id: z.string() }),
  level,
  message,
  locations: z.array(location),
  properties: propertyBag,
});

const suppression = z.strictObject({
  kind: z.enum(['inSource', 'external']),
  status: z.enum(['accepted', 'underReview', 'rejected']).optional(),
  justification: z.string().optional(),
  properties: propertyBag.optional(),
});

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0).optional(),
  level,
  message,
  locations: z.array(location),
  suppressions: z.array(suppression).optional(),
  kind: z.literal('pass').optional(),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
  partialFingerprints: z.record(z.string(), z.string()),
  properties: propertyBag.optional(),
});

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.string().min(1),
      version: z.string().min(1),
      informationUri: z.url().optional(),
      rules: z.array(rule),
    }),
  }),
  language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  invocations: z.array(
    z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) }),
  ),
  results: z.array(result),
  properties: propertyBag,
});

export const sarifSchema: z.ZodType<Log> = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run),
});
