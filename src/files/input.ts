import { fstatSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type ErrorCode, EvalxError } from '../errors.js';
import { fileTooLarge, READING_LIMITS } from '../limits.js';
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
    const { size } = await stat(file);
    if (size > limit) throw fileTooLarge(limit);
    return await readFile(file);
  } catch (error) {
    throw inputError(error);
  }
}

async function readStdin(limit: number): Promise<Uint8Array> {
  // Node reads a folder as an empty stream.
  if (fstatSync(process.stdin.fd).isDirectory()) throw new EvalxError(...A_FOLDER);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > limit) throw fileTooLarge(limit);
  }
  return Buffer.concat(chunks);
}

const A_FOLDER = ['is-a-directory', 'this is a folder; name the PDF files in it'] as const;

const KNOWN: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['file-not-found', 'there is no such file; check the path'],
  ENOTDIR: ['file-not-found', 'there is no such file; check the path'],
  ENAMETOOLONG: ['file-not-found', 'there is no such file: the name is too long; check the path'],
  EISDIR: A_FOLDER,
  EACCES: ['file-unreadable', 'the file may not be read; ask for permission to read it'],
  EPERM: ['file-unreadable', 'the file may not be read; ask for permission to read it'],
};

function inputError(error: unknown): unknown {
  const reason = systemCode(error);
  if (reason === null) return error;
  const [code, message] = KNOWN[reason] ?? ['file-unreadable', `the file cannot be read (${reason}); try a copy of it`];
  return new EvalxError(code, message, { cause: error });
}
