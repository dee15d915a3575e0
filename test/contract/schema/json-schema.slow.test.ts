import { describe, expect, it } from 'vitest';
import { evalx } from '../../cli/run.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly items?: Schema;
}

describe('evalx schema', () => {
  it('prints the JSON Schema of a document', async () => {
    const { code, stdout, stderr } = await evalx(['schema']);
    expect([code, stderr]).toEqual([0, '']);
    const schema = JSON.parse(stdout) as Schema & { $schema: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toEqual(['schemaVersion', 'source', 'reports', 'diagnostics']);
    expect(Object.keys(schema.properties ?? {})).toEqual([
      ...(schema.required ?? []),
      'evidence',
      'account',
      'corrected',
    ]);
    const indicator = schema.properties?.['reports']?.items?.properties?.['indicators']?.items;
    expect(indicator?.properties).toHaveProperty('level3');
    expect(indicator?.additionalProperties).toBe(false);
  });

  it('prints that of the tables', async () => {
    const { code, stdout } = await evalx(['schema', '--of', 'tables']);
    expect(code).toBe(0);
    const schema = JSON.parse(stdout) as Schema;
    expect(schema.required).toEqual(['file', 'tables', 'diagnostics']);
    expect(schema.properties?.['tables']?.items?.properties).toHaveProperty('cells');
  });

  it('explains every key, and wants every key but those that are there on demand', async () => {
    const { stdout } = await evalx(['schema']);
    const unexplained: string[] = [];
    const optional: string[] = [];
    const walk = (schema: Schema, path: string): void => {
      for (const [key, inner] of Object.entries(schema.properties ?? {})) {
        if (!inner.description) unexplained.push(`${path}/${key}`);
        if (!schema.required?.includes(key)) optional.push(`${path}/${key}`);
        walk(inner, `${path}/${key}`);
        if (inner.items) walk(inner.items, `${path}/${key}`);
      }
    };
    walk(JSON.parse(stdout), '');
    expect(unexplained).toEqual([]);
    expect(optional).toEqual(['/evidence', '/account', '/corrected']);
  });
});
