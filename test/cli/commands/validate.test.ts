import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageOf, wantsColour } from '../../../src/cli/options/language.js';
import { wantedOutputs } from '../../../src/cli/run/validate/outputs.js';
import { verdict } from '../../../src/cli/run/validate/verdict.js';
import type { EvalxDocument } from '../../../src/contract/document.js';
import { type Finding, type Validation, validationSchema } from '../../../src/contract/findings.js';
import { FINDINGS_FORMATS } from '../../../src/output/findings/formats.js';
import { elements, readMarkup } from '../../output/markup.js';
import { evalx, fixture, REPORTS } from '../run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]): string => join(folder, ...names);
const validate = (...args: string[]) => evalx(['validate', ...args], { env: { LANG: 'en_US.UTF-8' } });

const FAULTS = pathToFileURL(join(import.meta.dirname, '../faults/register.mjs')).href;
const HOSTILE = 'a]]>"&<img src=x>\n::error::x, y:z%0A\u001b[31m.pdf';

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
    labels: [],
    formula: null,
    source: null,
    mend: null,
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
    expect(wantedOutputs(json, { GITHUB_ACTIONS: 'true' })).toEqual(json);
  });
  it('do not share a place', () => {
    const two = (file: string | null) =>
      [
        { format: 'json', file },
        { format: 'text', file },
      ] as const;
    expect(() => wantedOutputs(two(null), {})).toThrow('standard output');
    expect(() => wantedOutputs(two('-'), {})).toThrow('standard output');
    expect(() => wantedOutputs(two('a'), {})).toThrow('a file');
    expect(() => wantedOutputs([...two('a').slice(1), { format: 'json', file: './a' }], {})).toThrow('a file');
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
    const piped = await evalx(['validate', '-', '--input', 'documents', '-f', 'json'], { input: stdout });
    expect(JSON.parse(piped.stdout).findings).toEqual(direct.findings);
  });

  it('finds the diagnostics of what parse wrote, with their pages and boxes', async () => {
    const sentences = 'fixtures/families/numbers-sentences-pdfkit.pdf';
    const parsed = await evalx(['parse', sentences, 'fixtures/bad/mixed-scan.pdf', 'fixtures/bad/no-form.pdf']);
    writeFileSync(at('said.jsonl'), parsed.stdout);
    const documents: EvalxDocument[] = parsed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { code, stdout } = await validate(at('said.jsonl'), '-f', 'json', '--fail-on', 'never');
    expect(code).toBe(3);
    const { files, findings }: Validation = JSON.parse(stdout);
    expect(files.map(({ read, problems }) => [read, problems])).toEqual([
      [true, []],
      [false, []],
      [false, []],
    ]);
    const said = findings.filter(({ path }) => path.startsWith('/diagnostics/'));
    expect(said).toEqual(
      documents.flatMap(({ source, diagnostics }) =>
        diagnostics.map(({ code: rule, severity, message, page, bbox }, index) => ({
          rule,
          severity: rule === 'no-form-found' ? 'error' : severity,
          message,
          file: source.file,
          report: rule === 'value-not-a-number' ? 0 : null,
          path: `/diagnostics/${index}`,
          page,
          bbox,
          labels: [],
          formula: null,
          source: null,
          mend: null,
        })),
      ),
    );
    expect(said).toHaveLength(4);
  });

  it.each([
    [['--rule', 'page-without-text=warning'], 0, true, ['warning']],
    [['--rule', 'page-without-text=off'], 0, true, []],
    [['--rule', 'page-without-text=error'], 3, false, ['error']],
    [['--rule', 'no-form-found=off'], 3, false, ['error']],
    [['--rule', 'page-without-text=warning', '--fail-on', 'warning'], 1, true, ['warning']],
  ])('counts a file as read as its codes are set: %j', async (flags, code, read, severities) => {
    const options = ['-f', 'json', '--fail-on', 'never', '--rule', 'funds-sum-mismatch=off', ...flags];
    const run = await validate('fixtures/bad/mixed-scan.pdf', ...options);
    expect(run.code).toBe(code);
    const { files, findings }: Validation = JSON.parse(run.stdout);
    expect(files[0]?.read).toBe(read);
    const said = findings.filter(({ rule }) => rule === 'page-without-text');
    expect(said.map(({ severity }) => severity)).toEqual(severities);
  });

  it('sets the codes of diagnostics by the config too', async () => {
    writeFileSync(at('codes.json'), '{"rules": {"no-form-found": "off"}}');
    const run = await validate('fixtures/bad/no-form.pdf', '--config', at('codes.json'));
    expect([run.code, run.stdout.split('\n')[0]]).toEqual([0, '1 file, 0 forms: nothing found']);
  });

  it('says which line of a file is no document, and keeps what the lines before it gave', async () => {
    const { stdout: good } = await evalx(['parse', REPORTS]);
    for (const [bad, said] of [
      ['{', 'line 3 is no JSON'],
      ['{"schemaVersion":"1"}', 'line 3 is no document of evalx parse at /source'],
    ]) {
      writeFileSync(at('bad.jsonl'), `\ufeff\n${good}${bad}\r\n`);
      const { code, stdout } = await validate(at('bad.jsonl'));
      expect(code).toBe(3);
      expect(stdout).toContain(said);
      expect(stdout).toContain('funds-sum-mismatch');
    }
    writeFileSync(at('bad.jsonl'), '{\n"a"\n');
    expect((await validate(at('bad.jsonl'))).stdout).toContain('this is no JSON');
    writeFileSync(at('other.json'), '{"name":"x"}');
    expect((await validate(at('other.json'))).stdout).toContain(
      'line 1 is no document of evalx parse at /schemaVersion',
    );
  });

  it('reads the config of the working folder, and flags go before it', async () => {
    const config = {
      rules: { 'funds-sum-mismatch': 'off' },
      ignore: ['reports/old'],
      lang: 'zh',
      failOn: 'warning',
      tolerances: { score: 1 },
    };
    mkdirSync(at('work'));
    cpSync(at('reports'), at('work', 'reports'), { recursive: true });
    writeFileSync(at('work', 'evalx.config.json'), JSON.stringify(config));
    const run = (...args: string[]) =>
      evalx(['validate', 'reports', ...args], { cwd: at('work'), env: { LANG: 'en_US.UTF-8' } });
    const { code, stdout } = await run();
    expect(code).toBe(1);
    expect(stdout).toContain('1 个文件');
    expect(stdout).not.toContain('funds-sum-mismatch');
    const flags = await run('--fail-on', 'error', '--lang', 'en', '--rule', 'rate-range=off');
    expect(flags.code).toBe(0);
    expect(flags.stdout).toContain('1 file, 4 forms');
    const printed = JSON.parse((await run('--print-config')).stdout);
    expect(printed).toMatchObject({
      file: realpathSync(at('work', 'evalx.config.json')),
      lang: 'zh',
      failOn: 'warning',
      ignore: ['reports/old'],
    });
    expect(printed.tolerances).toMatchObject({ score: 1, weight: 0.01 });
    expect((await run('--no-config')).stdout).toContain('2 files, 8 forms');
  });

  it.each([
    ['{"rule": {}}', '"rule": there is no such setting'],
    ['{"tolerances": {"scores": 1}}', '"tolerances.scores": there is no such setting (did you mean score?)'],
    ['{"tolerances": {"score": "1"}}', '"tolerances.score": invalid input: expected number'],
    ['{"rules": {"x": "off"}}', '"rules.x": there is no such rule; '],
    ['{"rules": {"score-misssing": "off"}}', 'there is no such rule (did you mean score-missing?); '],
    ['{"rules": {"page-without-txt": "off"}}', 'there is no such rule (did you mean page-without-text?); '],
    ['{"rules": {"__proto__": "off"}}', '"rules.__proto__": there is no such rule'],
    ['{"failon": "never"}', '"failon": there is no such setting (did you mean failOn?)'],
    ['[]', 'invalid input: expected object'],
    ['{"rules": {"score-missing": "on"}}', '"rules.score-missing": '],
    ['{', 'it is no JSON'],
  ])('says what is wrong with the config %s', async (text, said) => {
    writeFileSync(at('c.json'), text);
    const { code, stdout, stderr } = await validate(REPORTS, '--config', at('c.json'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`evalx: ${at('c.json')}: ${said.startsWith('"') ? said : ''}`);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('writes nothing half, and says so', async () => {
    const { code, stderr } = await validate(REPORTS, '-f', 'json', '-o', at('no', 'such', 'folder.json'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/folder\.json: it cannot be written/);
  });

  it('writes over nothing that it reads', async () => {
    writeFileSync(at('own.pdf'), fixture(REPORTS));
    symlinkSync('own.pdf', at('link.pdf'));
    for (const target of ['own.pdf', 'link.pdf']) {
      const { code, stderr } = await validate(at('own.pdf'), '-f', 'json', '-o', at(target));
      expect([code, stderr]).toEqual([2, `evalx: -o ${at(target)} is one of the files to check; name another\n`]);
    }
    expect(readFileSync(at('own.pdf'))).toEqual(fixture(REPORTS));
  });

  it('puts one file to one format', async () => {
    const { code, stdout, stderr } = await validate(REPORTS, '-f', 'json', '-o', at('1'), '-o', at('2'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Give a format with -f before it; json has a file');
    expect(JSON.parse((await validate(REPORTS, '-f', 'json', '-o', '-')).stdout).findings).toHaveLength(20);
  });

  it('goes on where evalx fails on one file, and does not pass', async () => {
    const run = await evalx(['validate', REPORTS, '-f', 'json'], {
      node: ['--import', FAULTS],
      env: { EVALX_FAULT: 'parse', EVALX_NO_BUNDLE: '1' },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`evalx: ${REPORTS}: internal error: planted`);
    expect(JSON.parse(run.stdout).files[0]).toMatchObject({ read: false, problems: [{ code: 'internal-error' }] });
  });

  it('counts a file on which a rule crashes as not checked, names both in every format, and goes on', async () => {
    const crash = 'the rule score-exceeds-weight failed (planted); this is a fault of evalx, please report it';
    const formats = Object.keys(FINDINGS_FORMATS).filter((format) => format !== 'text');
    const run = await evalx(
      [
        ...['validate', REPORTS, 'fixtures/reference/not-embedded.pdf', '-f', 'text'],
        ...formats.flatMap((format) => ['-f', format, '-o', at(`crash.${format}`)]),
      ],
      { node: ['--import', FAULTS], env: { EVALX_FAULT: 'rule', EVALX_NO_BUNDLE: '1', LANG: 'en_US.UTF-8' } },
    );
    expect([run.code, run.stderr]).toEqual([2, '']);
    expect(run.stdout.split(crash)).toHaveLength(3);
    for (const format of formats) {
      const written = readFileSync(at(`crash.${format}`), 'utf8');
      for (const told of [
        'reference/reports.pdf',
        'reference/not-embedded.pdf',
        'rule-crashed',
        'score-exceeds-weight',
      ]) {
        expect(written, format).toContain(told);
      }
    }
    const { files, findings }: Validation = JSON.parse(readFileSync(at('crash.json'), 'utf8'));
    const problem = { code: 'rule-crashed', severity: 'error', message: crash, page: null };
    expect(files.map(({ read, problems }) => [read, problems])).toEqual([
      [false, [problem]],
      [false, [problem]],
    ]);
    const sound = await validate(REPORTS, '-f', 'json', '--rule', 'score-exceeds-weight=off');
    // Over both files the same projects come twice.
    const own = findings.filter(({ file, rule }) => file === REPORTS && rule !== 'duplicate-project');
    expect(own).toEqual(JSON.parse(sound.stdout).findings);
  });

  it('lets no file name break a format', async () => {
    const name = at(HOSTILE);
    writeFileSync(name, fixture(REPORTS));
    const wanted = ['junit', 'sarif', 'gitlab', 'markdown', 'json'].flatMap((f) => ['-f', f, '-o', at(`hostile.${f}`)]);
    const { code, stdout, stderr } = await validate(name, ...wanted, '-f', 'text');
    expect([code, stderr]).toEqual([1, '']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
    expect(stdout).not.toMatch(/\u001b|^::/m);
    const read = (format: string): string => readFileSync(at(`hostile.${format}`), 'utf8');
    const suites = elements(readMarkup(read('junit')), 'testsuite');
    expect(suites.length).toBeGreaterThan(0);
    expect(JSON.parse(read('json')).files[0].file).toBe(name);
    const uris = JSON.parse(read('sarif')).runs[0].results.map(
      (r: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        r.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    for (const uri of uris) expect(fileURLToPath(new URL(uri, 'file:///'))).toBe(name);
    expect(JSON.parse(read('gitlab'))).toHaveLength(20);
    expect(read('markdown')).not.toMatch(/^::error|<img/m);
  });

  it('lets no file name be a command of GitHub', async () => {
    const name = at('a,b::error file=x%0A.pdf');
    writeFileSync(name, fixture(REPORTS));
    const { stdout } = await validate(name, '-f', 'github');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(20);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) file=/);
      expect(line).toContain('a%2Cb%3A%3Aerror file=x%250A.pdf');
    }
  });
});
