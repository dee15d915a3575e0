import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { messageOf, say, sayWithFlags } from '../../messages/say.js';
import type { Family } from '../../sections/vocabulary/families.js';
import { helpIn } from '../options/help.js';
import { streamSink } from '../terminal/sink.js';

export function addFamiliesCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  program
    .command('families')
    .summary(h('families'))
    .description(h('familiesLong'))
    .argument('[id]', h('familiesId'))
    .option('--json', h('familiesJson'))
    .addHelpText('after', `\n${h('familiesOthers')}`)
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
      } else await write(id === undefined ? overview(all) : details(found[0] as Family, lang));
    });
}

/** The families by their names in both languages: the Chinese one is what stands in files. */
function overview(families: readonly Family[]): string {
  const width = Math.max(...families.map((family) => family.id.length));
  return families.map(({ id, name }) => `${id.padEnd(width)}  ${name.zh}  ${name.en}\n`).join('');
}

function details({ id, name, source, titles, labels }: Family, lang: Language): string {
  const width = Math.max(...labels.map(({ key }) => key.length));
  const head = [
    `${id}  ${name.zh}  ${name.en}`,
    say(messageOf('familySource', { source }), { lang }),
    say(messageOf('familyTitles', { titles: titles.join('、') }), { lang }),
    '',
  ];
  return [...head, ...labels.map(({ label, key }) => `${key.padEnd(width)}  ${label}`), ''].join('\n');
}
