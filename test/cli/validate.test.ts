import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageOf, wantsColour } from '../../src/cli/language.js';
import { verdict, wantedOutputs } from '../../src/cli/validate-run.js';
import { type Finding, validationSchema } from '../../src/contract/findings.js';
import { evalx, fixture, REPORTS } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]): string => join(folder, ...names);
const validate = (...args: string[]) => evalx(['validate', ...args], { env: { LANG: 'en_US.UTF-8' } });

const found = (...severities: Finding['severity'][]): Finding[] =>
  severities.map((severity) => ({
    rule: 'r',
    severity,
    message: 'm',
    file: 'f',
    report: 0,
    path: '',
    page: null,
    bbox: null,
  }));

describe('the verdict', () => {
  it.each([
    [[], 'info', null, 'fine'],
    [['info'], 'info', null, 'findings'],
    [['info'], 'warning', null, 'fine'],
    [['warning'], 'warning', null, 'findings'],
    [['warning'], 'error', null, 'fine'],
    [['warning'], 'error', 1, 'fine'],
    [['warning', 'warning'], 'error', 1, 'findings'],
    [['warning'], 'never', 0, 'findings'],
    [['error'], 'error', null, 'findings'],
    [['error'], 'never', null, 'fine'],
  ] as const)('%j, failing on %s, with at most %s warnings: %s', (severities, failOn, maxWarnings, outcome) => {
    expect(verdict(found(...severities), failOn, maxWarnings)).toBe(outcome);
  });
});

describe('the outputs', () => {
  it('are text, and commands of GitHub in its workflows', () => {
    expect(wantedOutputs([], {})).toEqual([{ format: 'text', file: null }]);
    expect(wantedOutputs([], { GITHUB_ACTIONS: 'true' }).map(({ format }) => format)).toEqual(['text', 'github']);
    const json = [{ format: 'json', file: null }] as const;
    expect(wantedOutputs(json, { GITHUB_ACTIONS: 'true' })).toBe(json);
  });
  it('do not share a place', () => {
    const two = (file: string | null) =>
      [
        { format: 'json', file },
        { format: 'text', file },
      ] as const;
    expect(() => wantedOutputs(two(null), {})).toThrow('standard output');
    expect(() => wantedOutputs(two('a'), {})).toThrow('a file');
  });
});

describe('the environment', () => {
  it('says the language', () => {
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageOf({ LC_MESSAGES: 'zh_TW', LANG: 'en_US' })).toBe('zh');
    expect(languageOf({})).toBe('en');
  });
  it('says whether there are colours', () => {
    expect(wantsColour(true, {})).toBe(true);
    expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour(false, { FORCE_COLOR: '1' })).toBe(true);
    expect(wantsColour(true, { FORCE_COLOR: '0' })).toBe(false);
    expect(wantsColour(true, { TERM: 'dumb' })).toBe(false);
  });
});

describe('evalx validate', () => {
  beforeAll(() => {
    mkdirSync(at('reports', 'old'), { recursive: true });
    writeFileSync(at('reports', 'a.pdf'), fixture(REPORTS));
    writeFileSync(at('reports', 'old', 'b.PDF'), fixture(REPORTS));
  });

  it('writes several formats at once', async () => {
    const { code, stdout, stderr } = await validate(
      REPORTS,
      '-f',
      'junit',
      '-o',
      at('r.xml'),
      '-f',
      'sarif',
      '-o',
      at('r.sarif'),
      '-f',
      'json',
    );
    expect([code, stderr]).toEqual([1, '']);
    expect(validationSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    expect(readFileSync(at('r.xml'), 'utf8')).toContain('<testsuites');
    expect(JSON.parse(readFileSync(at('r.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('finds the same in what parse wrote, with places only where these were written', async () => {
    const direct = JSON.parse((await validate(REPORTS, '-f', 'json')).stdout);
    const parsed = await evalx(['parse', REPORTS, REPORTS]);
    writeFileSync(at('all.jsonl'), parsed.stdout);
    const back = JSON.parse((await validate(at('all.jsonl'), '-f', 'json')).stdout);
    const bare = (findings: Finding[]) => findings.map(({ page, bbox, ...rest }) => rest);
    expect(bare(back.findings)).toEqual([...bare(direct.findings), ...bare(direct.findings)]);
    expect(back.findings.every((f: Finding) => f.page === null && f.bbox === null)).toBe(true);
    const { stdout } = await evalx(['parse', REPORTS, '--evidence']);
    const piped = await evalx(['validate', '-', '-f', 'json'], { input: stdout });
    expect(JSON.parse(piped.stdout).findings).toEqual(direct.findings);
  });

  it('says which line of a file is no document', async () => {
    writeFileSync(at('bad.jsonl'), '{"schemaVersion":"1"}\n{\n');
    const { code, stdout } = await validate(at('bad.jsonl'));
    expect(code).toBe(3);
    expect(stdout).toContain('line 2 is no JSON');
    writeFileSync(at('other.json'), '{"name":"x"}');
    expect((await validate(at('other.json'))).stdout).toContain('this is no document of evalx parse at /schemaVersion');
  });

  it('reads the config above the first input, and flags go before it', async () => {
    const config = {
      rules: { 'funds-sum-mismatch': 'off' },
      ignore: ['old'],
      lang: 'zh',
      failOn: 'warning',
      tolerances: { score: 1 },
    };
    writeFileSync(at('reports', 'evalx.config.json'), JSON.stringify(config));
    const { code, stdout } = await validate(at('reports'));
    expect(code).toBe(1);
    expect(stdout).toContain('1 个文件');
    expect(stdout).not.toContain('funds-sum-mismatch');
    const flags = await validate(at('reports'), '--fail-on', 'error', '--lang', 'en', '--rule', 'actual-missing=off');
    expect(flags.code).toBe(0);
    expect(flags.stdout).toContain('1 file, 4 forms');
    const printed = JSON.parse((await validate(at('reports'), '--print-config')).stdout);
    expect(printed).toMatchObject({
      file: at('reports', 'evalx.config.json'),
      lang: 'zh',
      failOn: 'warning',
      ignore: ['old'],
    });
    expect(printed.tolerances).toMatchObject({ score: 1, weight: 0.01 });
    expect((await validate(at('reports'), '--no-config')).stdout).toContain('2 files, 8 forms');
  });

  it.each([
    ['{"rule": {}}', '"rule": there is no such setting'],
    ['{"tolerances": {"scores": 1}}', '"tolerances.scores": there is no such setting'],
    ['{"tolerances": {"score": "1"}}', '"tolerances.score": invalid input: expected number'],
    ['{"rules": {"x": "off"}}', '"rules.x": there is no such rule'],
    ['{"rules": {"score-missing": "on"}}', '"rules.score-missing": '],
    ['{', 'it is no JSON'],
  ])('says what is wrong with the config %s', async (text, said) => {
    writeFileSync(at('c.json'), text);
    const { code, stdout, stderr } = await validate(REPORTS, '--config', at('c.json'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${at('c.json')}: ${said}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('takes its settings from package.json too', async () => {
    mkdirSync(at('project', 'forms'), { recursive: true });
    writeFileSync(at('project', 'package.json'), JSON.stringify({ name: 'x', evalx: { failOn: 'never' } }));
    writeFileSync(at('project', 'forms', 'a.pdf'), fixture(REPORTS));
    expect((await validate(at('project', 'forms'))).code).toBe(0);
  });

  it('writes nothing half, and says so', async () => {
    const { code, stderr } = await validate(REPORTS, '-f', 'json', '-o', at('no', 'such', 'folder.json'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/folder\.json: it cannot be written/);
  });

  it('lets no file name be a command of GitHub', async () => {
    const name = at('a,b::error file=x%0A.pdf');
    writeFileSync(name, fixture(REPORTS));
    const { stdout } = await validate(name, '-f', 'github');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) file=/);
      expect(line).toContain('a%2Cb%3A%3Aerror file=x%250A.pdf');
    }
  });
});
