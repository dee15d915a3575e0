import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evalx, type Run } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chinese = (...args: string[]): Promise<Run> => evalx(args, { env: { LANG: 'zh_CN.UTF-8' } });

/** Three English words in a row; command lines, names of flags and values have none. */
const ENGLISH = /(?:^|[^\w.-])[a-z]{2,} [a-z]{2,} [a-z]{2,}/mu;
const withoutExamples = (text: string): string => text.replace(/^(?: {2}(?:cat|evalx) |用法：).*$/gmu, '');

const COMMANDS =
  'parse validate batch merge queue tables inspect rules explain families schema doctor completion review corrections'.split(
    ' ',
  );

describe('in a Chinese environment', () => {
  it.each([...COMMANDS.map((name) => [name]), ['queue', 'add'], ['queue', 'work'], ['queue', 'status']])(
    'the help of %s %s has no English sentence',
    async (...names) => {
      const { stdout, code } = await chinese(...names.filter(Boolean), '--help');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^用法： evalx /u);
      expect(withoutExamples(stdout)).not.toMatch(ENGLISH);
      expect(stdout).not.toMatch(/default:|choices:|Options|Arguments|display/u);
    },
  );

  it.each([
    [['prase'], '未知命令“prase”（是否指 parse？）；参见 evalx --help'],
    [['parse'], '缺少参数“files”；参见 evalx parse --help'],
    [['batch', 'x'], '缺少必需的选项“-o, --output <folder>”；参见 evalx batch --help'],
    [['batch', 'x', '--out'], '选项“-o, --output <folder>”缺少参数值；参见 evalx batch --help'],
    [['explain', 'a', 'b'], '参数过多：应为 1 个，实为 2 个；参见 evalx explain --help'],
    [
      ['schema', '--of', 'x'],
      '选项“--of <what>”的值“x”无效；可选值为 parse, tables, validate, config, corrections；参见 evalx schema --help',
    ],
    [
      ['parse', 'a', '--timeout', '0'],
      '选项“--timeout <seconds>”的值“0”无效：须为不小于 1 的整数；参见 evalx parse --help',
    ],
    [
      ['explain', 'score-mising'],
      '没有规则“score-mising”（是否指 score-missing？）；可用 evalx rules 查看全部规则；参见 evalx explain --help',
    ],
  ])('%j is refused in Chinese', async (args, sentence) => {
    expect(await chinese(...args)).toEqual({ code: 2, stdout: '', stderr: `evalx: ${sentence}\n` });
  });

  it('a batch sums up in Chinese, and so do its tables', async () => {
    const out = join(folder, 'out');
    const { code, stderr } = await chinese('batch', 'fixtures/bad/text.pdf', '--jobs', '1', '--out', out);
    expect([code, stderr]).toEqual([
      3,
      `evalx: ${out}: 1 个文件，0 张表，0 个错误，0 个警告；1 个未能读取，0 个仅读取了一部分：详见文件清单\n`,
    ]);
    expect(readFileSync(join(out, 'files.csv'), 'utf8')).toContain('这不是 PDF 文件；请先转换为 PDF');
  });

  it('a config is refused in Chinese, in words of ours and of zod', async () => {
    const config = join(folder, 'config.json');
    const refused = async (content: object): Promise<string> => {
      writeFileSync(config, JSON.stringify(content));
      return (await chinese('validate', '--config', config, 'fixtures/bad/text.pdf')).stderr;
    };
    expect(await refused({ rulez: {} })).toBe(`evalx: ${config}: “rulez”：没有此设置项（是否指 rules？）\n`);
    expect(await refused({ maxWarnings: 'x' })).toMatch(/“maxWarnings”：无效输入：/u);
  });

  it('doctor speaks Chinese', async () => {
    const { stdout } = await chinese('doctor');
    expect(stdout).toMatch(/^正常 {2}Node\.js：/u);
    expect(stdout.replace(/：[^：]*$/gmu, '')).not.toMatch(ENGLISH);
  });
});
