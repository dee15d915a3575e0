import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/batch/batch-types.js';
import { Journal } from '../../src/batch/journal.js';
import { sha256 } from '../../src/contract/digest.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'out');
const input = join(folder, 'a.pdf');

function entryOf(path: string, more: Partial<Entry> = {}): Entry {
  const status = {
    file: path,
    status: 'read',
    pages: 1,
    reports: 0,
    milliseconds: null,
    errorCode: null,
    errorMessage: null,
  };
  const result = { status: { ...status, sha256: sha256(readFileSync(input)) }, document: null, findings: [] };
  return { version: '1', settings: 's', path, result: result as Entry['result'], again: false, ...more };
}

const noteOf = (journal: string, path: string): string => {
  const name = sha256(Buffer.from(path));
  return join(journal, '.evalx/files', name.slice(0, 2), `${name}.json`);
};
const isDone = (): Promise<boolean> => {
  const journal = new Journal(out);
  journal.resume();
  return journal.isDone(input, '1', 's');
};

/** A run that has done `a.pdf`. */
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  writeFileSync(input, 'bytes');
  const journal = new Journal(out);
  journal.begin();
  journal.write(entryOf(input));
});

describe('the notes of a run', () => {
  it('count where it goes on', async () => {
    expect(await isDone()).toBe(true);
    expect(new Journal(out).read(input)).toEqual(entryOf(input));
  });

  it('do not count for another version, other settings, or a file that has changed', async () => {
    const journal = new Journal(out);
    journal.resume();
    expect(await journal.isDone(input, '2', 's')).toBe(false);
    expect(await journal.isDone(input, '1', 't')).toBe(false);
    writeFileSync(input, 'others');
    expect(await journal.isDone(input, '1', 's')).toBe(false);
  });

  it('do not count where a part was left out as its process had been killed', async () => {
    new Journal(out).write(entryOf(input, { again: true }));
    expect(await isDone()).toBe(false);
  });

  it.each([
    ['no signature', (text: string) => text],
    ['an empty one', (text: string) => `\n${text}`],
    ['a wrong one', (text: string) => `${'0'.repeat(128)}\n${text}`],
    ['that of what stood there', (text: string, signature: string) => `${signature}\n${text}`],
  ])('do not count with %s', async (_, forge) => {
    const note = noteOf(out, input);
    const [signature = ''] = readFileSync(note, 'utf8').split('\n');
    writeFileSync(
      note,
      forge(
        JSON.stringify(entryOf(input, { result: { ...entryOf(input).result, findings: [] } })).replace(
          '"reports":0',
          '"reports":9',
        ),
        signature,
      ),
    );
    expect(await isDone()).toBe(false);
  });

  it('of another run do not count', async () => {
    const other = join(folder, 'other');
    const journal = new Journal(other);
    journal.begin();
    journal.write(entryOf(input));
    writeFileSync(noteOf(out, input), readFileSync(noteOf(other, input)));
    expect(await isDone()).toBe(false);
  });

  it('of another input do not count', async () => {
    const other = join(folder, 'b.pdf');
    new Journal(out).write(entryOf(other));
    writeFileSync(noteOf(out, input), readFileSync(noteOf(out, other)));
    expect(await isDone()).toBe(false);
  });

  it('are forgotten where a run begins', async () => {
    const old = readFileSync(noteOf(out, input));
    new Journal(out).begin();
    expect(existsSync(noteOf(out, input))).toBe(false);
    mkdirSync(dirname(noteOf(out, input)), { recursive: true });
    writeFileSync(noteOf(out, input), old);
    expect(await isDone()).toBe(false);
  });

  it('can be checked without the key that signs, as by another user', () => {
    rmSync(join(out, '.evalx/key'));
    expect(new Journal(out).read(input)).toEqual(entryOf(input));
    writeFileSync(noteOf(out, input), readFileSync(noteOf(out, input), 'utf8').replace('"reports":0', '"reports":9'));
    expect(new Journal(out).read(input)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')("are this user's to write alone, and the key to read", () => {
    const mask = process.umask(0);
    try {
      const journal = new Journal(out);
      journal.begin();
      journal.write(entryOf(input));
    } finally {
      process.umask(mask);
    }
    const mode = (path: string): string => (statSync(join(out, '.evalx', path)).mode & 0o777).toString(8);
    expect(['', 'files', 'key', 'key.pub'].map(mode)).toEqual(['755', '755', '600', '644']);
    expect(mode(`files/${readdirSync(join(out, '.evalx/files'))[0]}`)).toBe('755');
  });
});

describe.skipIf(process.platform === 'win32')('a journal that others may have written', () => {
  const evalx = join(out, '.evalx');
  const elsewhere = join(folder, 'elsewhere');
  beforeEach(() => rmSync(elsewhere, { recursive: true, force: true }));
  const toElsewhere = (path: string): void => {
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
  };

  it.each<[string, () => void]>([
    ['a folder that is a link', () => toElsewhere(evalx)],
    ['a folder that others can write to', () => chmodSync(evalx, 0o777)],
    ['a key that others can write', () => chmodSync(join(evalx, 'key'), 0o666)],
    ['a key that is a link', () => toElsewhere(join(evalx, 'key'))],
    ['a link in place of its notes', () => toElsewhere(join(evalx, 'files'))],
    ['a link in place of a folder of notes', () => toElsewhere(dirname(noteOf(out, input)))],
    ['a link in place of its list', () => symlinkSync(elsewhere, join(evalx, 'manifest.json'))],
  ])('is refused: %s', (_, plant) => {
    plant();
    expect(() => new Journal(out).resume()).toThrow(
      `${evalx} may have been written by others, so that its results cannot be trusted; remove it, or begin anew with --force`,
    );
  });

  it('is refused where it is of another user', () => {
    const { getuid } = process;
    process.getuid = () => (getuid?.() ?? 0) + 1;
    try {
      expect(() => new Journal(out).resume()).toThrow('may have been written by others');
    } finally {
      process.getuid = getuid as () => number;
    }
  });

  it('is removed where a run begins, and what a link leads to stays', () => {
    toElsewhere(evalx);
    const before = readdirSync(elsewhere);
    new Journal(out).begin();
    expect(readdirSync(elsewhere)).toEqual(before);
    expect(readdirSync(evalx)).toEqual(['key', 'key.pub']);
  });

  it('begins anew where a kill came before its key', async () => {
    rmSync(join(evalx, 'key'));
    expect(await isDone()).toBe(false);
    new Journal(out).write(entryOf(input));
    expect(await isDone()).toBe(true);
  });
});
