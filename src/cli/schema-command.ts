import type { Command } from 'commander';
import { streamSink } from './sink.js';

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of the documents 输出 JSON Schema')
    .description('Print the JSON Schema (draft 2020-12) of the documents that parse prints.')
    .action(async () => {
      const [{ documentJsonSchema }, { toJson }] = await Promise.all([
        import('../contract/json-schema.js'),
        import('../output/json.js'),
      ]);
      await streamSink(process.stdout).write(toJson(documentJsonSchema(), 'indented'));
    });
}
