import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import type { Family } from '../../sections/vocabulary/families.js';
import { streamSink } from '../terminal/sink.js';

const FAMILIES_HELP = `
Forms of any other family are read by their labels all the same; what fits no known block is kept in "extra", and a
diagnostic says so. 其他样式的自评表同样按标签读取；无法归类的内容保留在 extra 中，并给出诊断。`;

export function addFamiliesCommand(program: Command, lang: Language): void {
  program
    .command('families')
    .summary('list the families of templates that are known 列出已知的自评表样式')
    .description('List the families of templates that are known; with the id of one, its labels and what they map to.')
    .argument('[id]', 'a family')
    .option('--json', 'print all of them, with their labels, as JSON')
    .addHelpText('after', FAMILIES_HELP)
    .action(async (id: string | undefined, flags: { readonly json?: true }, command: Command) => {
      const { listFamilies } = await import('../../sections/vocabulary/families.js');
      const all = listFamilies();
      const found = id === undefined ? all : all.filter((family) => family.id === id);
      if (found.length === 0) {
        command.error(sayWithFlags(messageOf('unknownFamily', { id: id ?? '' }), lang));
      }
      const { write } = streamSink(process.stdout);
      if (flags.json) {
        const { toJson } = await import('../../output/json.js');
        await write(toJson(id === undefined ? all : found[0], 'indented'));
      } else await write(id === undefined ? overview(all) : details(found[0] as Family));
    });
}

function overview(families: readonly Family[]): string {
  const width = Math.max(...families.map((family) => family.id.length));
  return families.map(({ id, name }) => `${id.padEnd(width)}  ${name.zh}  ${name.en}\n`).join('');
}

function details({ id, name, source, titles, labels }: Family): string {
  const width = Math.max(...labels.map(({ key }) => key.length));
  const head = [`${id}  ${name.zh}  ${name.en}`, `source 出处: ${source}`, `titles 标题: ${titles.join('、')}`, ''];
  return [...head, ...labels.map(({ label, key }) => `${key.padEnd(width)}  ${label}`), ''].join('\n');
}
