import { z } from 'zod';
import { documentSchema } from './document.js';
import { tablesDocumentSchema } from './tables.js';

/** The JSON Schema (draft 2020-12) of the document. */
export function documentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema), title: 'evalx document' };
}

/** The JSON Schema (draft 2020-12) of the tables of a file. */
export function tablesJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(tablesDocumentSchema), title: 'evalx tables' };
}
