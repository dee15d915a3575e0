import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemPath } from '../text/path-bytes.js';
import { systemCode } from './system-code.js';

/** A file that is being written beside its place, and appears there whole or not at all. */
export interface WholeFile {
  /** Descriptor of the temporary file, for streams. */
  readonly fd: number;
  write(data: string | Uint8Array): void;
  /** Puts it in its place, on the disk where `sync` says so; a stream may have closed the descriptor before. */
  commit(options?: { readonly isClosed?: boolean; readonly sync?: boolean }): void;
  /** Leaves nothing behind; may be called at any time, more than once. */
  discard(): void;
}

export interface WholeFileOptions {
  /** Permissions of the file in its place, where no stream closes it before; default those of the process. */
  readonly mode?: number | undefined;
  /** Name of the temporary file in the folder of its place; default one of this process. */
  readonly temporary?: string;
}

/** A temporary file is always a new one: a link that waits under its name is not followed. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/**
 * Opens a file that appears at `path` when it is committed. The temporary file stands in the same folder, so that a kill at
 * any moment leaves whole files only.
 *
 * @throws what the system says.
 */
export function openWhole(path: string, { mode, temporary }: WholeFileOptions = {}): WholeFile {
  const beside = join(dirname(path), temporary ?? `.${basename(path)}.${process.pid}.tmp`);
  const fd = openNew(beside, mode);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(fd);
    isOpen = false;
  };
  return {
    fd,
    write: (data) => writeFileSync(fd, data),
    commit: ({ isClosed = false, sync = false } = {}) => {
      if (isClosed) isOpen = false;
      if (isOpen && mode !== undefined) fchmodSync(fd, mode);
      if (isOpen && sync) fsyncSync(fd);
      close();
      renameSync(systemPath(beside), systemPath(path));
    },
    discard: () => {
      try {
        close();
      } catch {
        // A stream has closed it.
      }
      rmSync(systemPath(beside), { force: true });
    },
  };
}

/** What stands under the name is left over from a process that was killed, or planted there: it goes. */
function openNew(place: string, mode: number | undefined): number {
  const path = systemPath(place);
  try {
    return openSync(path, NEW_FILE, mode);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    rmSync(path, { force: true });
    return openSync(path, NEW_FILE, mode);
  }
}

/** Writes a file whole, and makes its folder where that is not there yet. @throws what the system says. */
export function writeWhole(path: string, content: string | Uint8Array, options: WholeFileOptions = {}): void {
  const file = openInFolder(path, options);
  try {
    file.write(content);
    file.commit();
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** The folder that is made is this user's to write alone, whatever the mask of the process says. */
function openInFolder(path: string, options: WholeFileOptions): WholeFile {
  try {
    return openWhole(path, options);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    mkdirSync(systemPath(dirname(path)), { recursive: true, mode: 0o755 });
    return openWhole(path, options);
  }
}
