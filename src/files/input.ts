import { constants, fstatSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { EvalxError } from '../errors.js';
import { fileTooLarge, READING_LIMITS } from '../limits.js';
import { messageOf } from '../messages/say.js';
import { systemPath } from '../text/path-bytes.js';
import { systemCode } from './system-code.js';

/** The name that stands for standard input on the command line. */
export const STDIN = '-';

/**
 * The bytes of a file, or of standard input.
 *
 * @throws {EvalxError} `file-too-large` where there are more than `limit`, and what the system says.
 */
export async function readInput(file: string, limit: number = READING_LIMITS.bytes): Promise<Uint8Array> {
  try {
    if (file === STDIN) return await readStdin(limit);
    return await readFileWithin(file, limit);
  } catch (error) {
    throw inputError(error);
  }
}

/** Opening a pipe nobody writes to would wait for ever: it is opened without waiting, and refused, as are devices and sockets. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens what is a file, and nothing else. @throws {EvalxError} where it is none; what the system says. */
export async function openFile(file: string): Promise<FileHandle> {
  const handle = await open(systemPath(file), WITHOUT_WAITING);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new EvalxError(messageOf('isAFolder', {}));
    if (!stats.isFile()) throw new EvalxError(messageOf('notAFile', {}));
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readFileWithin(file: string, limit: number): Promise<Uint8Array> {
  const handle = await openFile(file);
  try {
    if ((await handle.stat()).size > limit) throw fileTooLarge(limit);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function readStdin(limit: number): Promise<Uint8Array> {
  // Node reads a folder as an empty stream.
  if (fstatSync(process.stdin.fd).isDirectory()) throw new EvalxError(messageOf('isAFolder', {}));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > limit) throw fileTooLarge(limit);
  }
  return Buffer.concat(chunks);
}

const KNOWN: Readonly<Record<string, 'noSuchFile' | 'nameTooLong' | 'isAFolder' | 'notAFile' | 'notPermitted'>> = {
  ENOENT: 'noSuchFile',
  ENOTDIR: 'noSuchFile',
  ENAMETOOLONG: 'nameTooLong',
  EISDIR: 'isAFolder',
  EACCES: 'notPermitted',
  EPERM: 'notPermitted',
  ENXIO: 'notAFile',
  EOPNOTSUPP: 'notAFile',
};

function inputError(error: unknown): unknown {
  const reason = systemCode(error);
  if (reason === null) return error;
  const known = KNOWN[reason];
  return new EvalxError(known ? messageOf(known, {}) : messageOf('fileUnreadable', { reason }), { cause: error });
}
