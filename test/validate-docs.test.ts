import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VALIDATE_FORMATS } from '../src/cli/commands/checking/outputs.js';
import { configSchema, FAIL_ON } from '../src/contract/config.js';
import { RULES } from '../src/validator/rules.js';
import { root } from './cli/run.js';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe.each(['docs/validate.md', 'docs/validate.zh.md'])('%s', (name) => {
  const text = read(name);
  const blocks = (language: string): string[] =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, of, block]) => (of === language && block ? [block] : []));

  it('shows a config that is right', async () => {
    const [config = ''] = blocks('json');
    expect(configSchema.safeParse(JSON.parse(config)).error).toBeUndefined();
    const known = new Set(RULES.map(({ id }) => id));
    expect(Object.keys(JSON.parse(config).rules).filter((id) => !known.has(id))).toEqual([]);
  });

  it('names every format, severity and exit code', () => {
    for (const word of [...VALIDATE_FORMATS, ...FAIL_ON]) expect(text).toMatch(new RegExp(`\\b${word}\``));
    for (const code of [0, 1, 2, 3]) expect(text).toMatch(new RegExp(`^\\| ${code} `, 'm'));
  });
});
