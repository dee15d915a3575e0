import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { parsePositive, withLimits, withOcr } from '../options/reading.js';
import type { QueueFlags, WorkFlags } from '../run/queue.js';
import { createMessages } from '../terminal/messages.js';

const EXAMPLES = `
Examples 示例:
  evalx queue add reports/ --redis redis://host:6379          add the files, once 加入队列（一次）
  evalx queue work --redis redis://host:6379 --out results    on every machine 在每台机器上运行
  evalx queue status --redis redis://host:6379                how far it is 查看进度`;

/** The queue needs the packages bullmq and ioredis, which are imported only when one of its commands runs. */
export function addQueueCommand(program: Command, lang: Language): void {
  const queue = program
    .command('queue')
    .summary('share the work among machines through Redis 通过 Redis 多机处理')
    .description(
      'Share a large batch among machines through Redis (packages bullmq and ioredis). A file is read once, however often it\n' +
        'is added; jobs of a machine that dies are taken over. 多台机器共同处理；机器中断时其任务由其他机器接手。',
    )
    .addHelpText('after', EXAMPLES);
  const shared = (command: Command): Command =>
    command.requiredOption('--redis <url>', 'where Redis is').option('--name <name>', 'name of the queue', 'evalx');

  shared(queue.command('add').summary('add files 加入文件').argument('<paths...>', 'PDF files, folders, globs')).action(
    async (paths: string[], flags: QueueFlags) => {
      const { runAdd } = await import('../run/queue.js');
      process.exitCode = await runAdd(paths, flags, createMessages(process.stderr, lang));
    },
  );
  withOcr(withLimits(shared(queue.command('work').summary('read files until stopped 处理文件'))))
    .requiredOption('--out <folder>', 'folder of results that all machines see: a JSON line for each file')
    .option('--jobs <number>', 'files read at once (default: as many as there are processors)', parsePositive)
    .option('--until-empty', 'end when there is nothing left to do')
    .action(async (flags: WorkFlags) => {
      const { runWork } = await import('../run/queue.js');
      process.exitCode = await runWork(flags, createMessages(process.stderr, lang));
    });
  shared(queue.command('status').summary('print how far it is as JSON 以 JSON 输出进度')).action(
    async (flags: QueueFlags) => {
      const { runStatus } = await import('../run/queue.js');
      process.exitCode = await runStatus(flags, createMessages(process.stderr, lang));
    },
  );
}
