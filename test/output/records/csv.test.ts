import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsCsv } from '../../../src/output/records/csv.js';
import { type Headers, headersOf, type RecordTable, type RecordValue } from '../../../src/output/records/record.js';
import { RECORD_TABLES } from '../../../src/output/records/tables.js';
import { diagnostic, documentOf, failed, HOSTILE, result } from './sample.js';

async function csv(table: RecordTable, rows: readonly RecordValue[][], headers: Headers = 'en'): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of Readable.from(rows).pipe(recordsCsv(table, headers))) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

const two: RecordTable = {
  ...RECORD_TABLES.files,
  columns: [
    { key: 'text', zh: '文字', kind: 'text', width: 9 },
    { key: 'amount', zh: '金额', kind: 'number', width: 9 },
  ],
};

describe('CSV of records', () => {
  it('has a mark, a header and CRLF', async () => {
    const { files } = RECORD_TABLES;
    expect(await csv(files, [...files.rows(result()), ...files.rows(failed)])).toBe(
      '\ufefffile,status,pages,reports,milliseconds,sha256,errorCode,errorMessage,diagnosticErrors,diagnosticWarnings\r\n' +
        `a.pdf,read,2,1,120,c0ffee123456${'0'.repeat(52)},,,0,0\r\n` +
        'b.pdf,failed,,,120,,pdf-damaged,the file is damaged,,\r\n',
    );
  });

  it('has its header where there is no row', async () => {
    expect(await csv(two, [], 'zh')).toBe('\ufeff文字,金额\r\n');
  });

  it('leaves numbers, and tells 0 from nothing', async () => {
    expect(
      await csv(two, [
        ['a', -3.5],
        ['b', 0],
        ['c', null],
        [null, 1e-7],
        ['-3.5', 1],
        ['-', 2],
      ]),
    ).toBe("\ufefftext,amount\r\na,-3.5\r\nb,0\r\nc,\r\n,1e-7\r\n-3.5,1\r\n'-,2\r\n");
  });

  it('keeps leading zeros, long codes and line breaks', async () => {
    expect(
      await csv(two, [
        ['007', 1],
        ['51000021R000000019951', 2],
        ['a\nb, "c"', 3],
      ]),
    ).toBe('\ufefftext,amount\r\n007,1\r\n51000021R000000019951,2\r\n"a\nb, ""c""",3\r\n');
  });

  it('runs nothing and hides nothing', async () => {
    const lines = await csv(
      two,
      HOSTILE.slice(0, 12).map((text) => [text, 1]),
    );
    expect(lines).toBe(
      [
        '\ufefftext,amount',
        `"'=HYPERLINK(""http://a.example"",""x"")",1`,
        "'+1+1,1",
        "'-a,1",
        "'@SUM(A1),1",
        "'＝1+1,1",
        "'＠a,1",
        "' =1,1",
        "'\t=1,1",
        '"say ""hi"", twice",1',
        '"two\nlines",1',
        'NULBEL,1',
        'lonesurrogate,1',
        '',
      ].join('\r\n'),
    );
  });

  it('runs nothing of a message that quotes the page', async () => {
    const document = { ...documentOf('a.pdf'), diagnostics: [diagnostic({ message: '=1+1" 甲,乙' })] };
    const { diagnostics } = RECORD_TABLES;
    expect((await csv(diagnostics, diagnostics.rows(result({ document })))).split('\r\n')[1]).toBe(
      `,a.pdf,,1,72,90.5,100,110,value-not-a-number,warning,"'=1+1"" 甲,乙"`,
    );
  });

  it('has as many records as rows, whatever the texts', async () => {
    const cell = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(cell), async (texts) => {
        const body = await csv(
          two,
          texts.map((text) => [text, 7]),
        );
        const outside = body.replace(/"(?:[^"]|"")*"/g, 'q');
        expect(outside.split('\r\n')).toHaveLength(texts.length + 2);
        expect(outside.split(',7\r\n')).toHaveLength(texts.length + 1);
      }),
    );
  });

  it('has the headers of the table', async () => {
    const { indicators } = RECORD_TABLES;
    const [line = ''] = (await csv(indicators, [], 'zh')).split('\r\n');
    expect(line.slice(1).split(',')).toEqual(headersOf(indicators, 'zh'));
  });

  it('has lists and maps as JSON, and runs nothing of them', async () => {
    const table: RecordTable = { ...two, columns: [...two.columns, { key: 'map', zh: '表', kind: 'texts', width: 9 }] };
    expect((await csv(table, [['a', 1, { '=1+1': '甲"\u202e' }]])).split('\r\n')[1]).toBe(
      'a,1,"{""=1+1"":""甲\\""\\u202e""}"',
    );
    const list: RecordTable = { ...two, columns: [{ key: 'pages', zh: '页', kind: 'integers', width: 9 }] };
    expect(await csv(list, [[[1, 2]], [null]])).toBe('\ufeffpages\r\n"[1,2]"\r\n\r\n');
  });
});
