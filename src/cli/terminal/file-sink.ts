import { createWriteStream, lstatSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EvalxError } from '../../errors.js';
import { realPath } from '../../files/real-path.js';
import { openWhole } from '../../files/whole-file.js';
import { messageOf } from '../../messages/say.js';
import { systemPath } from '../../text/path-bytes.js';
import { type Sink, streamSink, unwritable } from './sink.js';

/**
 * A file that appears whole or not at all: everything goes to a temporary file beside it, which takes its name at the
 * end. A link stays a link, and the permissions of a file that was there stay. Devices and pipes are written directly.
 */
export function fileSink(path: string): Sink {
  if (isPlanted(path)) throw new EvalxError(messageOf('plantedOutput', {}));
  const old = statSync(systemPath(path), { throwIfNoEntry: false });
  if (old?.isDirectory()) throw new EvalxError(messageOf('outputIsFolder', {}));
  return old && !old.isFile() ? deviceSink(path) : replacingSink(path, old);
}

/**
 * Whether another user may have put a link or a pipe there, to lead what is written elsewhere: as Linux has it for links
 * (protected_symlinks), in a folder that all may write to only one's own count, and those of the folder's owner.
 */
function isPlanted(path: string, links = 0): boolean {
  const here = lstatSync(systemPath(path), { throwIfNoEntry: false });
  if (!here || here.isFile() || here.isDirectory()) return false;
  const folder = statSync(systemPath(dirname(path)));
  const isForAll = (folder.mode & 0o002) !== 0;
  if (isForAll && here.uid !== process.getuid?.() && here.uid !== folder.uid) return true;
  return here.isSymbolicLink() && links < MAX_LINKS && isPlanted(resolve(dirname(path), readlinkSync(path)), links + 1);
}

/** More than any system follows. */
const MAX_LINKS = 40;

function deviceSink(path: string): Sink {
  // Each write hears of its own error.
  return streamSink(createWriteStream(systemPath(path)).on('error', () => {}));
}

function replacingSink(path: string, old: Stats | undefined): Sink {
  const file = guarded(() => openWhole(old ? realPath(path) : path, { mode: old?.mode }));
  return {
    isTerminal: false,
    write: async (data) => {
      guarded(() => file.write(data));
      return true;
    },
    finish: () => guarded(() => file.commit({ sync: true })),
    discard: file.discard,
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(error);
  }
}
