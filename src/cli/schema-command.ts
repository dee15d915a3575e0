import { type Command, Option } from 'commander';
import { streamSink } from './sink.js';

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of the JSON 输出 JSON Schema')
    .description('Print the JSON Schema (draft 2020-12) of the documents that parse or tables prints.')
    .addOption(new Option('--of <command>', 'whose documents').choices(['parse', 'tables']).default('parse'))
    .action(async (flags: { readonly of: 'parse' | 'tables' }) => {
      const [{ documentJsonSchema, tablesJsonSchema }, { toJson }] = await Promise.all([
        import('../contract/json-schema.js'),
        import('../output/json.js'),
      ]);
      const schema = flags.of === 'tables' ? tablesJsonSchema() : documentJsonSchema();
      await streamSink(process.stdout).write(toJson(schema, 'indented'));
    });
}
