import {
  chmodSync,
  closeSync,
  createWriteStream,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EvalxError } from '../../errors.js';
import { type Sink, streamSink, unwritable } from './sink.js';

/**
 * A file that appears whole or not at all: everything goes to a temporary file beside it, which takes its name at the
 * end. A link stays a link, and the permissions of a file that was there stay. Devices and pipes are written directly.
 */
export function fileSink(path: string): Sink {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old?.isDirectory()) throw new EvalxError('file-unwritable', 'this is a folder; name a file in it');
  return old && !old.isFile() ? deviceSink(path) : replacingSink(path, old);
}

function deviceSink(path: string): Sink {
  // Each write hears of its own error.
  return streamSink(createWriteStream(path).on('error', () => {}));
}

function replacingSink(path: string, old: Stats | undefined): Sink {
  const target = old ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.evalx-${process.pid}.tmp`);
  const fd = guarded(() => openSync(temporary, 'w', old?.mode));
  const discard = (): void => rmSync(temporary, { force: true });
  return {
    isTerminal: false,
    write: async (data) => {
      guarded(() => writeFileSync(fd, data));
      return true;
    },
    finish: () => {
      guarded(() => {
        if (old) chmodSync(temporary, old.mode);
        fsyncSync(fd);
        closeSync(fd);
        renameSync(temporary, target);
      });
    },
    discard,
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(error);
  }
}
