import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/contract/digest.js';
import type { EvalxDocument } from '../../../src/contract/document.js';
import type { Correction, Corrections } from '../../../src/contract/schema/corrections.js';
import { evalx, REPORTS } from '../run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-corrections-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pdfs = join(folder, 'pdfs');
const pdf = join(pdfs, 'a.pdf');
const beside = join(pdfs, 'corrections.json');
const TOTAL = '/reports/0/total/score';
const hash = sha256(readFileSync(REPORTS));

beforeEach(() => {
  rmSync(pdfs, { recursive: true, force: true });
  mkdirSync(pdfs);
  cpSync(REPORTS, pdf);
});

const total = (value: number, more: Partial<Correction> = {}): Correction => ({
  ...{ sha256: hash, path: TOTAL, old: 90, new: value, who: '王', when: '2025-03-01T08:00:00Z', why: null },
  ...more,
});
const write = (path: string, corrections: readonly Correction[], accepted: Corrections['accepted'] = []): void =>
  writeFileSync(path, `\ufeff${JSON.stringify({ schemaVersion: '1', corrections, accepted })}`);
const scoreOf = (stdout: string): unknown => (JSON.parse(stdout) as EvalxDocument).reports[0]?.total.score;

describe('corrections.json beside the PDFs', () => {
  it('is applied and told, unless another is named or none is wanted', async () => {
    write(beside, [total(91)]);
    const plain = await evalx(['parse', pdf, '--evidence']);
    expect([plain.code, scoreOf(plain.stdout)]).toEqual([0, 91]);
    expect(plain.stderr).toBe(`evalx: ${beside}: fields put right: 1, in files: 1\n`);
    const { evidence = {} } = JSON.parse(plain.stdout) as EvalxDocument;
    expect(evidence[TOTAL]).toMatchObject({ raw: '90.00', confidence: 1, corrected: { old: 90, who: '王' } });

    const named = join(folder, 'named.json');
    write(named, [total(92)]);
    expect(scoreOf((await evalx(['parse', pdf, '--corrections', named])).stdout)).toBe(92);
    const none = await evalx(['parse', pdf, '--no-corrections']);
    expect([scoreOf(none.stdout), none.stderr]).toEqual([90, '']);
  });

  it('is never written over where it is named', async () => {
    write(beside, [total(91)]);
    const before = readFileSync(beside, 'utf8');
    for (const command of ['parse', 'validate']) {
      const { code, stdout } = await evalx([command, pdf, '--corrections', beside, '-o', beside]);
      expect([code, stdout]).toEqual([2, '']);
    }
    expect(readFileSync(beside, 'utf8')).toBe(before);
  });

  it('is not applied to a PDF that has changed, which is told', async () => {
    write(beside, [total(91)]);
    writeFileSync(pdf, Buffer.concat([readFileSync(REPORTS), Buffer.from('\n')]));
    const { code, stdout, stderr } = await evalx(['parse', pdf]);
    expect([code, scoreOf(stdout)]).toEqual([0, 90]);
    expect(stderr).toBe(`evalx: ${beside}: entries for files that were not read, or have changed since: 1\n`);
    const check = await evalx(['corrections', 'check', pdf, '--lang', 'en']);
    expect([check.code, check.stdout]).toEqual([1, expect.stringContaining('the file has changed, or was not given')]);
  });

  it('holds for the documents of its PDFs, once and again', async () => {
    write(beside, [total(91)]);
    const parsed = await evalx(['parse', pdf]);
    const json = join(pdfs, 'all.jsonl');
    writeFileSync(json, parsed.stdout);
    const [ofPdf, ofDocument] = await Promise.all(
      [pdf, json].map(async (path) => JSON.parse((await evalx(['validate', path, '-f', 'json'])).stdout)),
    );
    const rules = ({ findings }: { findings: { rule: string; message: string }[] }) =>
      findings.map(({ rule, message }) => [rule, message]);
    expect(rules(ofDocument)).toEqual(rules(ofPdf));
    expect(rules(ofDocument)).toContainEqual(['corrections-applied', `fields put right by ${beside}: 1`]);
  });

  it('is refused as a link, as a folder and as another JSON', async () => {
    const elsewhere = join(folder, 'elsewhere.json');
    write(elsewhere, [total(91)]);
    symlinkSync(elsewhere, beside);
    const link = await evalx(['validate', pdf]);
    expect([link.code, link.stdout]).toEqual([2, '']);
    expect(link.stderr).toContain(`evalx: ${beside}: it is a link, which may lead anywhere`);
    expect(scoreOf((await evalx(['parse', pdf, '--corrections', beside])).stdout)).toBe(91);
    rmSync(beside);
    mkdirSync(beside);
    expect((await evalx(['parse', pdf])).stderr).toContain(`${beside}: it is no file`);
    rmSync(beside, { recursive: true });
    writeFileSync(beside, '{"schemaVersion":"2"}');
    const other = await evalx(['batch', pdf, '--out', join(folder, 'never')]);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('it is no file of corrections')]);
    writeFileSync(beside, '[');
    expect((await evalx(['parse', pdf, '--lang', 'zh'], { env: { LANG: 'zh_CN.UTF-8' } })).code).toBe(2);
  });

  it('cannot hide that something was not read, nor what it does itself', async () => {
    cpSync('fixtures/bad/mixed-scan.pdf', pdf);
    const scan = sha256(readFileSync(pdf));
    const accept = (rule: string, path: string) => ({
      ...{ sha256: scan, rule, path, who: '李', when: '2025-03-01T08:00:00Z', why: '无妨' },
    });
    const codes = ['page-without-text', 'corrections-applied', 'no-form-found'];
    const all = codes.flatMap((rule) => [0, 1, 2, 3, 4].map((at) => accept(rule, `/diagnostics/${at}`)));
    write(beside, [{ ...total(1), sha256: scan, path: '/reports/0/total/grade', old: null, new: '优' }], all);
    const { code, stdout } = await evalx(['validate', pdf, '-f', 'json', '--ocr', 'never']);
    const { files, findings, accepted } = JSON.parse(stdout);
    expect(code).toBe(3);
    expect(files[0].read).toBe(false);
    expect(accepted.map(({ rule }: { rule: string }) => rule)).toContain('page-without-text');
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('corrections-applied');
  });
});

describe('a batch', () => {
  it('applies them in its processes, and does again only what they newly speak of', async () => {
    const out = join(folder, 'out');
    const other = join(pdfs, 'b.pdf');
    cpSync('fixtures/families/f15-pdfkit.pdf', other);
    const entries = () =>
      Object.fromEntries(
        readFileSync(join(out, 'documents.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as EvalxDocument)
          .map(({ source, reports, corrected = {} }) => [
            source.file,
            [reports[0]?.total.score, Object.keys(corrected).length],
          ]),
      );
    const batch = (...args: string[]) => evalx(['batch', pdfs, '--out', out, '--jobs', '1', ...args]);
    await batch();
    expect(entries()).toEqual({ [pdf]: [90, 0], [other]: [null, 0] });

    const accepted = [
      { sha256: hash, rule: 'actual-missing', path: '/reports/2/indicators/5/actual', message: 'x' },
    ].map((one) => ({ ...one, who: '李', when: '2025-03-01T08:00:00Z', why: '另附' }));
    write(beside, [total(91)], accepted);
    const again = await batch('--resume');
    const told = ['fields put right: 1, in files: 1', 'findings accepted: 1'];
    expect([again.code, again.stderr]).toEqual([0, told.map((line) => `evalx: ${beside}: ${line}\n`).join('')]);
    expect(entries()).toEqual({ [pdf]: [91, 1], [other]: [null, 0] });
    const findings = readFileSync(join(out, 'findings.csv'), 'utf8');
    expect(findings).toContain('funds-sum-mismatch');
    expect(findings).toMatch(/,actual-missing,.*,true,李,2025-03-01T08:00:00Z,另附,/u);

    const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    expect([summary.corrected, summary.accepted]).toEqual([1, 1]);

    await batch('--resume', '--no-corrections');
    expect(entries()).toEqual({ [pdf]: [90, 0], [other]: [null, 0] });
  }, 120_000);
});

describe('evalx corrections', () => {
  it('lists by what stands in the PDFs beside them', async () => {
    write(beside, [total(91, { why: '\u001b[31m红' }), total(1, { path: '/reports/0/indicators/1/score', old: 7 })]);
    const { code, stdout } = await evalx(['corrections', 'list', beside, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toContain(`${pdf}\n`);
    expect(stdout).toContain('form 1, indicator 2 引导服务企业创新院士专家, score: 7 becomes 1  page 1  王');
    expect(stdout).not.toContain('\u001b');
  });

  it('merges into a file that can be checked and applied', async () => {
    const [first, second, merged] = ['1.json', '2.json', 'merged.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    write(first, [total(91)]);
    write(second, [total(92, { old: 91, when: '2025-03-02T08:00:00Z' }), total(91)]);
    const done = await evalx(['corrections', 'merge', first, second, '-o', merged]);
    expect([done.code, done.stdout, done.stderr]).toEqual([0, '', '']);
    const { corrections } = JSON.parse(readFileSync(merged, 'utf8')) as Corrections;
    expect(corrections.map((one) => one.new)).toEqual([91, 92]);
    const check = await evalx(['corrections', 'check', pdfs, '--corrections', merged, '--lang', 'en']);
    expect([check.code, check.stdout]).toEqual([0, 'corrections that fit: 2, refused: 0\n']);
    expect(scoreOf((await evalx(['parse', pdf, '--corrections', merged])).stdout)).toBe(92);
  });
});
