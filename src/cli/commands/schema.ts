import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { helpIn } from '../options/help.js';
import { streamSink } from '../terminal/sink.js';

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
  program
    .command('schema')
    .summary(h('schema'))
    .description(h('schemaLong'))
    .addOption(new Option('--of <what>', h('schemaOf')).choices(Object.keys(SCHEMAS)).default('parse'))
    .action(async (flags: { readonly of: keyof typeof SCHEMAS }) => {
      const [schemas, { toJson }] = await Promise.all([
        import('../../contract/schema/json-schema.js'),
        import('../../output/json.js'),
      ]);
      await streamSink(process.stdout).write(toJson(schemas[SCHEMAS[flags.of]](), 'indented'));
    });
}
