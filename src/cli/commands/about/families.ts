import type { Command } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { messageOf, say, sayWithFlags } from '../../../messages/say.js';
import type { Family } from '../../../sections/vocabulary/families.js';
import { type ListingFlags, withListing, writeListing } from '../../grammar/listing.js';
import { helpIn } from '../../options/help.js';

export function addFamiliesCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('families')
    .summary(h('families'))
    .description(h('familiesLong'))
    .argument('[id]', h('familiesId'))
    .addHelpText('after', `\n${h('familiesOthers')}`);
  withListing(command, lang).action(async (id: string | undefined, flags: ListingFlags) => {
    const { listFamilies } = await import('../../../sections/vocabulary/families.js');
    const all = listFamilies();
    const found = id === undefined ? all : all.filter((family) => family.id === id);
    if (found.length === 0) {
      command.error(sayWithFlags(messageOf('unknownFamily', { id: id ?? '' }), lang));
    }
    process.exitCode = await writeListing(
      {
        text: () => (id === undefined ? overview(all) : details(found[0] as Family, lang)),
        json: () => (id === undefined ? all : found[0]),
      },
      flags,
      lang,
    );
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
