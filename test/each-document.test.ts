import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { eachDocument } from '../src/each-document.js';
import { EvalxError } from '../src/errors.js';
import type { UnreadPage } from '../src/limits.js';
import { messageOf } from '../src/messages/say.js';
import type { ReadingOptions } from '../src/pages/reading-options.js';
import { parse } from '../src/parse.js';
import { findTables } from '../src/tables.js';
import { evalx } from './cli/run.js';
import { readExpectation, readFixture } from './fixtures.mjs';
import { stream, tinyPdf } from './reader/tiny-pdf.js';

/** What is attached to what: the bytes of a file are its name. */
type Tree = Readonly<Record<string, readonly string[]>>;

async function visited(tree: Tree, options: ReadingOptions = {}, broken = 'none') {
  const given: (ReadingOptions & { file: string })[] = [];
  const read = async (bytes: Uint8Array, own: ReadingOptions & { readonly file: string }) => {
    given.push(own);
    const name = new TextDecoder().decode(bytes);
    if (name === broken) throw new EvalxError(messageOf('passwordNeeded', {}));
    const all = tree[name] ?? [];
    const attached = all
      .slice(0, own.limits?.attachments)
      .map((one) => ({ name: one, bytes: new TextEncoder().encode(one) }));
    await own.onPage?.(0, 1, 1);
    return { attached };
  };
  const parts: string[] = [];
  for await (const { file, result } of eachDocument(new TextEncoder().encode('a'), { ...options, file: 'a' }, read)) {
    parts.push(result instanceof EvalxError ? `${file} ${result.code}` : file);
  }
  return { parts, given };
}

describe('the documents of a file', () => {
  it('are the file and what is attached to it, two deep, in order', async () => {
    const { parts } = await visited({ a: ['b', 'c'], b: ['d'], d: ['e'] });
    expect(parts).toEqual(['a', 'a!b', 'a!b!d', 'a!c']);
  });
  it('are not more than the limit, over all of them', async () => {
    const { parts } = await visited({ a: ['b', 'c'], b: ['d', 'e', 'f'] }, { limits: { attachments: 4 } });
    expect(parts).toEqual(['a', 'a!b', 'a!b!d', 'a!b!e', 'a!c']);
  });
  it('go on where one cannot be read, but for the file itself', async () => {
    const { parts } = await visited({ a: ['b', 'c'] }, {}, 'b');
    expect(parts).toEqual(['a', 'a!b password-needed', 'a!c']);
    await expect(visited({}, {}, 'a')).rejects.toThrow('encrypted');
  });
  it('share a list of pages that cost too much, and each gets its own', async () => {
    const said: number[] = [];
    const tree = { a: ['b', 'c'] };
    await visited(tree, { onPage: (_, __, next) => void said.push(next as number) });
    expect(new Set(said).size).toBe(3);
    const costly = (number: number): UnreadPage => ({ number, code: 'page-over-limit', problem: 'too much' });
    const leaveOut = new Map([said[0] as number, said[2] as number].map((number) => [number, costly(number)]));
    const { given } = await visited(tree, { leaveOut });
    expect(given.map((own) => [...(own.leaveOut as Map<number, UnreadPage>)])).toEqual([
      [[1, costly(1)]],
      [],
      [[1, costly(1)]],
    ]);
  });
  it('have the pages that are asked for in the file alone', async () => {
    const { given } = await visited({ a: ['b'] }, { pages: [2] });
    expect(given.map(({ pages }) => pages)).toEqual([[2], undefined]);
  });
});

/** An object with so many bytes that begin as a PDF, packed twice, and its name. */
const packed = (name: string, size: number): { name: string; content: string } => {
  const bytes = Buffer.alloc(size);
  bytes.write('%PDF-1.7');
  return { name, content: deflateSync(deflateSync(bytes, { level: 1 })).toString('latin1') };
};

/** A PDF with these attached. */
function holder(files: readonly { name: string; content: string }[]): Uint8Array {
  const specs = files.map(({ name }, i) => `(key ${i}) << /Type /Filespec /F (${name}) /EF << /F ${6 + i} 0 R >> >>`);
  return tinyPdf('', {
    catalog: `/Names << /EmbeddedFiles << /Names [${specs.join(' ')}] >> >>`,
    objects: files.map(({ content }) => stream('/Type /EmbeddedFile /Filter [/FlateDecode /FlateDecode]', content)),
  });
}

describe('a portfolio', () => {
  const portfolio = readFixture('pictured/portfolio.pdf');
  const form = readExpectation('reference/not-embedded.pdf', '.json');

  it('gives its PDFs beside what is on its cover, and tells of all that is attached', async () => {
    const { document, attached } = await parse(portfolio);
    expect(document.reports).toEqual([]);
    expect(document.diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['attached-documents', 'info', 'PDF files are attached, each a document of its own: "自评表.pdf", "inner"'],
      ['attachment-not-read', 'info', 'attached files that are no PDF were not read: "明细.xlsx"'],
    ]);
    const [first] = attached;
    expect((await parse(first?.bytes as Uint8Array)).document.reports).toEqual(form);
    expect((await findTables(portfolio)).diagnostics.map(({ code }) => code)).toEqual([
      'attached-documents',
      'attachment-not-read',
    ]);
  });
  it('is read with those in it', async () => {
    const read: [string, unknown[]][] = [];
    for await (const { file, result } of eachDocument(portfolio, { file: 'p.pdf' }, parse)) {
      if (!(result instanceof EvalxError)) read.push([file, [...result.document.reports]]);
    }
    expect(read).toEqual([
      ['p.pdf', []],
      ['p.pdf!自评表.pdf', form],
      ['p.pdf!inner', []],
      ['p.pdf!inner!road.pdf', form],
    ]);
  });
  it('says where more is attached than may be read', async () => {
    const read = async (limits: ReadingOptions['limits']) => {
      const { document, attached } = await parse(portfolio, { limits });
      const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
      return [attached.map(({ name }) => name), errors.map(({ code, message }) => [code, message.slice(0, 37)])];
    };
    const told = ['attachment-not-read', '1 of the attached PDF files were not '];
    expect(await read({ attachments: 1 })).toEqual([['自评表.pdf'], [told]]);
  });
  it('counts the bytes that come out of it', async () => {
    const large = [packed('a.pdf', 3 << 20), packed('b.pdf', 3 << 20), packed('c.pdf', 1 << 20)];
    const { document, attached } = await parse(holder(large), { limits: { bytes: 5 << 20 } });
    expect(attached.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['a.pdf', 3 << 20],
      ['c.pdf', 1 << 20],
    ]);
    expect(document.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      'attachment-not-read',
      'error',
    ]);
  });
  it('gives names as they are, but cut where they are long, and never twice', async () => {
    const names = ['/etc/passwd', 'a!b.pdf', 'same.pdf', 'same.pdf', 'x'.repeat(500)];
    const { attached } = await parse(holder(names.map((name) => packed(name, 100))));
    expect(attached.map(({ name }) => name)).toEqual([
      'passwd',
      'a!b.pdf',
      'same.pdf',
      'same.pdf (2)',
      'x'.repeat(120),
    ]);
  });
  it('that unpacks to more than there is memory ends its file, not the run', { timeout: 120_000 }, async () => {
    const bomb = join(mkdtempSync(join(tmpdir(), 'evalx-')), 'bomb.pdf');
    writeFileSync(bomb, holder([packed('bomb.pdf', 600 << 20)]));
    const { code, stdout, stderr } = await evalx(['parse', bomb, 'fixtures/bad/no-form.pdf', '--memory', '250']);
    expect(stderr).toContain(`evalx: ${bomb}: it takes more than 250 MB; --memory allows more\n`);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(3);
  });
});
