import { z } from 'zod';
import { documentSchema } from './document.js';

/** The JSON Schema (draft 2020-12) of the document. */
export function documentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema), title: 'evalx document' };
}
