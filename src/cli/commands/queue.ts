import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { collectFiles } from '../corrections/flags.js';
import { examples, helpIn } from '../options/help.js';
import { parsePositive, withLimits, withOcr } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import type { AddFlags, QueueFlags, WorkFlags } from '../run/queue.js';
import { createMessages } from '../terminal/messages.js';

const queueExamples = (lang: Language): string =>
  examples(lang, 60, [
    ['evalx queue add reports/ --redis redis://host:6379', 'queueAddOnce'],
    ['evalx queue work --redis redis://host:6379 -o results', 'queueEverywhere'],
    ['evalx queue status --redis redis://host:6379', 'queueHowFar'],
  ]);

/** The queue needs the packages bullmq and ioredis, which are imported only when one of its commands runs. */
export function addQueueCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const queue = program
    .command('queue')
    .summary(h('queue'))
    .description(h('queueLong'))
    .addHelpText('after', queueExamples(lang));
  const shared = (command: Command): Command =>
    command.requiredOption('--redis <url>', h('queueRedis')).option('--name <name>', h('queueName'), 'evalx');

  withSearch(shared(queue.command('add').summary(h('queueAdd')).argument('<paths...>', h('inputs'))), lang).action(
    async (paths: string[], flags: AddFlags) => {
      const { runAdd } = await import('../run/queue.js');
      process.exitCode = await runAdd(paths, flags, createMessages(process.stderr, lang));
    },
  );
  withOcr(withLimits(shared(queue.command('work').summary(h('queueWork'))), lang), lang)
    .requiredOption('-o, --output <folder>', h('queueOut'))
    .option('--jobs <number>', h('queueJobs'), parsePositive(lang))
    .option('--until-empty', h('queueUntilEmpty'))
    .option('--corrections <file>', h('queueCorrections'), collectFiles)
    .action(async (flags: WorkFlags) => {
      const { runWork } = await import('../run/queue.js');
      process.exitCode = await runWork(flags, createMessages(process.stderr, lang));
    });
  shared(queue.command('status').summary(h('queueStatus'))).action(async (flags: QueueFlags) => {
    const { runStatus } = await import('../run/queue.js');
    process.exitCode = await runStatus(flags, createMessages(process.stderr, lang));
  });
}
