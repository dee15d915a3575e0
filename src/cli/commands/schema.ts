import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { streamSink } from '../terminal/sink.js';

/** What has a schema, and the function that gives it. */
const SCHEMAS = {
  parse: 'documentJsonSchema',
  tables: 'tablesJsonSchema',
  validate: 'validationJsonSchema',
  config: 'configJsonSchema',
} as const;

export function addSchemaCommand(program: Command, _lang: Language): void {
  program
    .command('schema')
    .summary('print the JSON Schema of the JSON 输出 JSON Schema')
    .description('Print the JSON Schema (draft 2020-12) of what a command prints, or of evalx.config.json.')
    .addOption(new Option('--of <what>', 'whose schema').choices(Object.keys(SCHEMAS)).default('parse'))
    .action(async (flags: { readonly of: keyof typeof SCHEMAS }) => {
      const [schemas, { toJson }] = await Promise.all([
        import('../../contract/json-schema.js'),
        import('../../output/json.js'),
      ]);
      await streamSink(process.stdout).write(toJson(schemas[SCHEMAS[flags.of]](), 'indented'));
    });
}
