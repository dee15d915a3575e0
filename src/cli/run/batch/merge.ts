import { dirname } from 'node:path';
import { Journal, type Manifest } from '../../../batch/journal.js';
import { requireFree } from '../../../batch/out/occupied.js';
import { resultFiles } from '../../../batch/out/result-files.js';
import { commonFolder } from '../../../batch/out/reviews.js';
import { EvalxError } from '../../../errors.js';
import { messageOf } from '../../../messages/say.js';
import type { Messages } from '../../terminal/messages.js';
import { inOwnFolder, resultsOf, type TableFlags, writeOutput } from './output.js';

/** Joins the shards of one run, or makes tables of what a queue has read. */
export function runMerge(folders: readonly string[], flags: TableFlags, messages: Messages): Promise<number> {
  return inOwnFolder(flags.output, messages, async () => {
    requireFree(flags.output, [], { resume: false, force: flags.force === true });
    const shards = folders.map((folder) => {
      const journal = new Journal(folder);
      return { folder, journal, manifest: journal.readManifest() };
    });
    const read = shards.filter(isShard);
    if (read.length === 0) return mergeQueue(folders, flags, messages);
    const other = shards.find((shard) => !isShard(shard));
    if (other)
      throw new EvalxError(messageOf(hasResults(other) ? 'otherKind' : 'noBatchHere', { folder: other.folder }));
    requireWhole(read);
    return writeOutput(resultsOf(read), { folder: read[0]?.manifest.folder ?? '.' }, flags, messages);
  });
}

interface ShardOutput {
  readonly folder: string;
  readonly journal: Journal;
  readonly manifest: Manifest;
}

type MaybeShard = Omit<ShardOutput, 'manifest'> & { readonly manifest: Manifest | null };
const isShard = (shard: MaybeShard): shard is ShardOutput => shard.manifest !== null;
const hasResults = ({ folder }: MaybeShard): boolean => resultFiles(folder).length > 0;

/** @throws {EvalxError} `usage` where they are of several runs, or some are missing. */
function requireWhole(shards: readonly ShardOutput[]): void {
  const [{ folder: first, manifest }] = shards as [ShardOutput, ...ShardOutput[]];
  const { version, settings, total } = manifest;
  for (const { folder, manifest: own } of shards) {
    const isSame = own.version === version && own.settings === settings && own.total === total;
    if (!isSame) throw new EvalxError(messageOf('otherRun', { folder, first }));
  }
  const indices = new Set(shards.flatMap((shard) => shard.manifest.jobs.map(({ index }) => index)));
  if (indices.size < total) throw new EvalxError(messageOf('shardsMissing', { missing: total - indices.size, total }));
}

async function mergeQueue(folders: readonly string[], flags: TableFlags, messages: Messages): Promise<number> {
  const bare = folders.find((folder) => resultFiles(folder).length === 0);
  if (bare !== undefined) throw new EvalxError(messageOf('noBatchHere', { folder: bare }));
  const { queueResults } = await import('../../../batch/out/queue-results.js');
  const { results, paths } = queueResults(folders);
  return writeOutput(results, { folder: commonFolder(paths.map(dirname)) }, flags, messages);
}
