import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileList } from '../../../src/cli/options/file-list.js';
import { shownPath } from '../../../src/text/path-bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-list-'));
const at = (...names: string[]): string => join(folder, ...names);
beforeAll(() => {
  mkdirSync(at('own', 'sub'), { recursive: true });
  mkdirSync(at('other'));
  symlinkSync('/', at('own', 'root'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function listed(content: string | Uint8Array): Promise<string[]> {
  writeFileSync(at('own', 'list'), content);
  return readFileList(at('own', 'list'));
}

const NAMES = ['自评表 1.pdf', 'b.pdf'];
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('a list of files', () => {
  it.each([
    ['UTF-8', NAMES.join('\n')],
    ['UTF-8 with a mark', `\ufeff${NAMES.join('\r\n')}\r\n`],
    ['NUL between them', `${NAMES.join('\0')}\0`],
    ['UTF-16LE with a mark', utf16(`\ufeff${NAMES.join('\r\n')}\r\n`)],
    ['UTF-16BE with a mark', utf16(`\ufeff${NAMES.join('\r\n')}\r\n`).swap16()],
    ['UTF-16LE', utf16(NAMES.join('\r\n'))],
    ['UTF-16BE', utf16(NAMES.join('\r\n')).swap16()],
  ])('may be %s', async (_, content) => {
    expect(await listed(content)).toEqual(NAMES);
  });

  it('may name files of any bytes', async () => {
    const [name = ''] = await listed(Buffer.from([0xb2, 0xe2, 0x0a]));
    expect(shownPath(name)).toBe('\\xb2\\xe2');
  });

  it('names files anywhere, and folders and globs below its own', async () => {
    const paths = ['/etc/hostname', at('own'), at('own', 'sub'), at('own', '**'), at('nowhere', '*.pdf'), '../x.pdf'];
    expect(await listed(paths.join('\n'))).toEqual(paths);
  });

  it.each([
    '/',
    '/**',
    '/*/*.pdf',
    '..',
    '../**/*.pdf',
    at('other'),
    at('own', 'root'),
    at('own', 'root', '**'),
    at('own', '..'),
  ])('has nothing searched outside: %s', async (path) => {
    await expect(listed(`${at('own', 'a.pdf')}\n${path}\n`)).rejects.toThrow(
      `"${path}" is not below the folder of the list; name it on the command line`,
    );
  });

  it('is no pipe, device or folder', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const name of [at('pipe'), '/dev/zero']) {
      await expect(readFileList(name)).rejects.toThrow(
        `the list ${name} of --files-from: this is a pipe, a device or a socket`,
      );
    }
    await expect(readFileList(folder)).rejects.toThrow('this is a folder');
    await expect(readFileList(at('gone'))).rejects.toThrow('there is no such file');
  });
});
