import { type Command, Option } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { type OutputFlags, withOutput, writeProduct } from '../../grammar/output.js';
import { helpIn } from '../../options/help.js';

/** What has a schema, and the function that gives it. */
const SCHEMAS = {
  parse: 'documentJsonSchema',
  tables: 'tablesJsonSchema',
  validate: 'validationJsonSchema',
  config: 'configJsonSchema',
  corrections: 'correctionsJsonSchema',
} as const;

export function addSchemaCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('schema')
    .summary(h('schema'))
    .description(h('schemaLong'))
    .addOption(new Option('--of <what>', h('schemaOf')).choices(Object.keys(SCHEMAS)).default('parse'));
  withOutput(command, lang).action(async (flags: OutputFlags & { readonly of: keyof typeof SCHEMAS }) => {
    const [schemas, { toJson }] = await Promise.all([
      import('../../../contract/schema/json-schema.js'),
      import('../../../output/json.js'),
    ]);
    process.exitCode = await writeProduct(toJson(schemas[SCHEMAS[flags.of]](), 'indented'), flags, lang);
  });
}
