import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import * as document from '../../src/contract/document.js';
import * as findings from '../../src/contract/findings.js';
import * as corrections from '../../src/contract/schema/corrections.js';
import * as remarks from '../../src/contract/schema/remarks.js';
import type * as types from '../../src/contract/schema/types.js';
import * as tables from '../../src/contract/tables.js';

/** The compiler says whether a written type is that of its schema; scripts/contract-types.mjs writes both. */
describe('the types of the contract', () => {
  it('are those of the schemas', () => {
    expectTypeOf<types.EvalxDocument>().toEqualTypeOf<z.infer<typeof document.documentSchema>>();
    expectTypeOf<types.Report>().toEqualTypeOf<z.infer<typeof document.reportSchema>>();
    expectTypeOf<types.Validation>().toEqualTypeOf<z.infer<typeof findings.validationSchema>>();
    expectTypeOf<types.TablesDocument>().toEqualTypeOf<z.infer<typeof tables.tablesDocumentSchema>>();
    expectTypeOf<types.Corrections>().toEqualTypeOf<z.infer<typeof corrections.correctionsSchema>>();
  });

  it('say of every field what it means', () => {
    const silent: string[] = [];
    const modules = { document, findings, tables, corrections, remarks };
    for (const [module, exports] of Object.entries(modules))
      for (const [name, schema] of Object.entries(exports)) {
        if (name === 'sentCorrectionsSchema') continue;
        const { shape = {} } = schema as { shape?: Record<string, z.ZodType> };
        for (const [key, field] of Object.entries(shape))
          if (!descriptionOf(field)) silent.push(`${module}: ${name}.${key}`);
      }
    expect(silent).toEqual([]);
  });
});

function descriptionOf(schema: z.ZodType): string | undefined {
  const { innerType } = schema._zod.def as unknown as { innerType?: z.ZodType };
  return schema.description ?? (innerType && descriptionOf(innerType));
}
