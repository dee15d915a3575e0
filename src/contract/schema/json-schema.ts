import { z } from 'zod';
import { configSchema } from '../config.js';
import { documentSchema } from '../document.js';
import { validationSchema } from '../findings.js';
import { tablesDocumentSchema } from '../tables.js';
import { correctionsSchema } from './corrections.js';

/** The JSON Schema (draft 2020-12) of the document. */
export function documentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema), title: 'evalx document' };
}

/** The JSON Schema (draft 2020-12) of the tables of a file. */
export function tablesJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(tablesDocumentSchema), title: 'evalx tables' };
}

/** The JSON Schema (draft 2020-12) of what `evalx validate --format json` prints. */
export function validationJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(validationSchema), title: 'evalx findings' };
}

/** The JSON Schema (draft 2020-12) of evalx.config.json. */
export function configJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(configSchema), title: 'evalx config' };
}

/** The JSON Schema (draft 2020-12) of corrections.json. */
export function correctionsJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(correctionsSchema), title: 'evalx corrections' };
}
