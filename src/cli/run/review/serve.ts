import { join } from 'node:path';
import type { Corrections } from '../../../contract/schema/corrections.js';
import { EvalxError } from '../../../errors.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import { reviewPath } from '../../../review/names.js';
import { loadCorrections } from '../../corrections/load.js';
import { findCorrections } from '../../corrections/sources.js';
import { findInputs } from '../../options/find-inputs.js';
import { limitsOf } from '../../options/reading.js';
import { searchOptions } from '../../options/search-flags.js';
import { type Served, serve } from '../../serve/http.js';
import { droppedIn } from '../../serve/kept.js';
import { CORRECTIONS_FILE, Session } from '../../serve/session.js';
import { KeptTables } from '../../serve/tables.js';
import { openInBrowser } from '../../terminal/browser.js';
import type { Outcome } from '../../terminal/exit-code.js';
import { whenInterrupted } from '../../terminal/interrupt.js';
import type { Messages } from '../../terminal/messages.js';
import { withReadingThread } from '../../thread/reading-thread.js';
import type { Making } from './files.js';
import { commonFolder, nameIn, placeIn, type ReviewFlags, reviewInput } from './input.js';

/** Folder of the tables, below that of the reviews. */
const TABLES = 'tables';

/** Gives the reviews of inputs, and of what is added to them, until it is interrupted. */
export async function serveReview(
  paths: readonly string[],
  flags: ReviewFlags & { readonly output: string },
  making: Making,
): Promise<readonly Outcome[]> {
  const { messages } = making;
  const { files } = await findInputs(paths, searchOptions(flags));
  const given = await givenCorrections(files, flags, messages);
  const limits = limitsOf(flags);
  const tables = new KeptTables(join(flags.output, TABLES), making.settings);
  await withReadingThread('review', limits, async (thread) => {
    const session = new Session({
      ...{ out: flags.output, making, bytes: limits.reading.bytes, given },
      review: async (file, name) => {
        const place = placeIn(flags.output, name);
        const { entry, data } = await reviewInput(file, place, making, { thread, flags });
        return { entry, data, file: data && place.path, path: reviewPath(name) };
      },
      inputs: async () => {
        const { files } = await findInputs(paths, searchOptions(flags));
        const root = commonFolder(files);
        return [...files.map((file) => ({ file, name: nameIn(root, file) })), ...droppedIn(flags.output)];
      },
      changed: (reviewed, corrections) =>
        tables.update(
          reviewed.flatMap(({ data }) => data ?? []),
          corrections,
        ),
    });
    const served = await begin(session, flags);
    const said = messageOf('reviewServed', { address: served.address, file: session.file });
    messages.say(message(sayWithFlags(said, messages.lang)));
    if (flags.open) await openInBrowser(served.address, messages);
    void session.scan();
    await new Promise<void>((resolve) => whenInterrupted(resolve));
    await served.close();
    await session.idle();
    await tables.settled();
  });
  return [];
}

async function begin(session: Session, { port = 0 }: ReviewFlags): Promise<Served> {
  try {
    return await serve((question) => session.answer(question), port);
  } catch (error) {
    throw new EvalxError(
      messageOf('portTaken', { port, reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
    );
  }
}

/** What is known already: by files that are named, or stand beside the inputs, and by what was corrected here before. */
async function givenCorrections(
  files: readonly string[],
  flags: ReviewFlags & { readonly output: string },
  messages: Messages,
): Promise<Corrections> {
  const setup = await findCorrections(files, flags, messages);
  const own = await loadCorrections(join(flags.output, CORRECTIONS_FILE), messages.lang, { isNamed: false });
  const all = [...(setup?.files ?? []), ...(own ? [own] : [])].map(({ content }) => content);
  return {
    schemaVersion: '1',
    corrections: all.flatMap(({ corrections }) => corrections),
    accepted: all.flatMap(({ accepted }) => accepted),
  };
}
