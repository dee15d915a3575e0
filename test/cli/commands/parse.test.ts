import { describe, expect, it } from 'vitest';
import { documentSchema, type EvalxDocument } from '../../../src/contract/document.js';
import { stream, tinyPdf } from '../../reader/tiny-pdf.js';
import { evalx, expectedReports, REPORTS } from '../run.js';

const TERMINAL = ['--import', 'data:text/javascript,process.stdout.isTTY = process.stderr.isTTY = true'];

describe('evalx parse', () => {
  it('prints one document on one line', async () => {
    const { code, stdout, stderr } = await evalx(['parse', REPORTS]);
    expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
    const document = JSON.parse(stdout);
    expect(documentSchema.parse(document)).toEqual(document);
    expect(document.reports).toEqual(expectedReports(REPORTS));
    expect(document.source.file).toBe(REPORTS);
    expect(document).not.toHaveProperty('evidence');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('indents one document on a terminal, and no more', async () => {
    const [one, two, piped] = await Promise.all([
      evalx(['parse', REPORTS], { node: TERMINAL }),
      evalx(['parse', REPORTS, REPORTS], { node: TERMINAL }),
      evalx(['parse', REPORTS]),
    ]);
    expect(one.stdout).toBe(`${JSON.stringify(JSON.parse(piped.stdout), null, 2)}\n`);
    expect(two.stdout).toBe(piped.stdout + piped.stdout);
  });

  it('prints a document a line, in the order given, and leaves out what cannot be read', async () => {
    const files = ['fixtures/bad/no-form.pdf', 'nowhere.pdf', REPORTS, 'fixtures/bad/text.pdf'];
    const { code, stdout, stderr } = await evalx(['parse', ...files]);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as EvalxDocument);
    expect(documents.map((document) => document.source.file)).toEqual([files[0], files[2]]);
    expect(documents.map((document) => document.reports.length)).toEqual([0, 4]);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual([files[0], files[1], files[3]]);
    expect(code).toBe(3);
  });

  it('adds with --evidence where each field stands', async () => {
    const { stdout } = await evalx(['parse', REPORTS, '--evidence', '--pages', '2']);
    const document = documentSchema.parse(JSON.parse(stdout));
    const name = document.evidence?.['/reports/0/project/name'];
    expect(name?.page).toBe(2);
    expect(name?.raw).toBe(document.reports[0]?.project.name);
    expect(name?.confidence).toBe(1);
  });

  it.each([
    ['the user password', 'fixtures/hard/user-password.pdf', ['--password', 'secret']],
    ['no password, where only the owner has one', 'fixtures/hard/owner-only.pdf', []],
  ])('opens an encrypted file with %s', async (_, file, flags) => {
    const { code, stdout, stderr } = await evalx(['parse', file, ...flags]);
    expect(JSON.parse(stdout).reports).toEqual(expectedReports(file));
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('keeps the pages that have text where others are scans, and says so', async () => {
    const file = 'fixtures/bad/mixed-scan.pdf';
    const { code, stdout, stderr } = await evalx(['parse', file]);
    const document = JSON.parse(stdout) as EvalxDocument;
    expect(document.reports).toEqual(expectedReports(file));
    expect(document.diagnostics.map((d) => [d.code, d.page])).toEqual([['page-without-text', 1]]);
    expect(stderr).toMatch(/^evalx: fixtures\/bad\/mixed-scan\.pdf: page 1: .*OCR.*\n$/);
    expect(code).toBe(3);
  });
});

describe('control characters in the text of a PDF', () => {
  const HOSTILE = '\u001b[31m\u009b2J\u202e\u2066\u0007\u2028';

  it('reach nobody raw', async () => {
    const input = formPdf({ 项目名称: `科技${HOSTILE}馆`, 主管部门: '科委', 实施单位: `${HOSTILE}中心` });
    const { code, stdout, stderr } = await evalx(['parse', '-'], { input, node: TERMINAL });
    const { reports } = JSON.parse(stdout) as EvalxDocument;
    expect(reports[0]?.project.name).toMatch(/^科技.*馆$/u);
    for (const char of HOSTILE.replace(/[\w[]/g, '')) expect(stdout + stderr).not.toContain(char);
    expect(code).toBeLessThanOrEqual(3);
  });
});

/** A form of one table with a label and a value per row, in a font whose codes stand for whatever text is asked for. */
function formPdf(rows: Readonly<Record<string, string>>): Uint8Array {
  const chars = [...new Set(['项目支出绩效自评表', ...Object.entries(rows).flat()].join(''))];
  const hex = (n: number): string => n.toString(16).padStart(4, '0');
  const show = (text: string, x: number, y: number): string =>
    `BT /F2 10 Tf ${x} ${y} Td <${[...text].map((char) => hex(chars.indexOf(char) + 1)).join('')}> Tj ET`;
  const content = Object.entries(rows).flatMap(([label, value], i) => [
    `50 ${640 - 30 * i} 100 30 re S 150 ${640 - 30 * i} 300 30 re S`,
    show(label, 55, 650 - 30 * i),
    show(value, 155, 650 - 30 * i),
  ]);
  const mapping = chars.map((char, i) => `<${hex(i + 1)}> <${hex(char.charCodeAt(0))}>`).join('\n');
  return tinyPdf([show('项目支出绩效自评表', 200, 700), ...content].join('\n'), {
    page: '/MediaBox [0 0 600 800]',
    resources: '/Font << /F2 6 0 R >>',
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>',
      '<< /Type /FontDescriptor /FontName /F /Flags 4 /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 /FontBBox [0 -120 1000 880] >>',
      stream(
        '',
        `begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${chars.length} beginbfchar\n${mapping}\nendbfchar\nendcmap`,
      ),
    ],
  });
}
