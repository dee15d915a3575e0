import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import { shownPath } from '../../text/path-bytes.js';
import type { InitFlags } from '../init/init.js';
import { examples, helpIn } from '../options/help.js';
import { streamSink } from '../terminal/sink.js';

/** The keys of CI_FILES. */
const CI_NAMES = ['github', 'gitlab', 'jenkins', 'azure', 'gitea'] as const satisfies readonly InitFlags['ci'][];

export function addInitCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  program
    .command('init')
    .summary(h('init'))
    .description(h('initLong'))
    .argument('[folder]', h('initFolder'), '.')
    .addOption(new Option('--ci <system>', h('initCi')).choices(CI_NAMES))
    .addHelpText(
      'after',
      examples(lang, 28, [
        ['evalx init', 'initConfig'],
        ['evalx init --ci gitlab', 'initBoth'],
      ]),
    )
    .action(async (folder: string, flags: InitFlags) => {
      const { begin } = await import('../init/init.js');
      const { written, kept } = begin(folder, flags, lang);
      const said = sayWithFlags(messageOf('leftAlone', {}), lang);
      for (const path of kept) process.stderr.write(message(shownPath(path), said));
      await streamSink(process.stdout).write(written.map((path) => `${shownPath(path)}\n`).join(''));
    });
}
