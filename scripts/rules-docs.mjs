/**
 * Writes docs/rules.md from the rules in dist/validator, or with --check says whether it is as they would have it.
 * `npm run docs` builds first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_TOLERANCES } from '../dist/contract/tolerances.js';
import { allInfos, RULES } from '../dist/validator/rules.js';

const HEAD = `<!-- Written by \`npm run docs\` from the rules in src/validator. Change those, not this file. -->

# The rules 校验规则

What \`evalx validate\` checks. \`evalx explain RULE\` shows a form that fails a rule and one that passes it. Sums are exact
decimals; a blank cell is unknown, never zero. 全部求和为精确十进制运算；空白视为未知，不当作零。

| rule 规则 | severity 级别 | what 内容 | why 依据 | what mends it 修改建议 |
| --------- | ------------- | --------- | -------- | ---------------------- |
`;

const CODES_HEAD = `
## Diagnostics 诊断

What the reader says of a file is a finding too, and its severity is set in the same way; \`evalx explain CODE\` shows all that it
can say. The severity here is the worst that it can have: an error says that content was not read, and that the file has not
passed. 读取时的诊断同样作为问题列出，级别的设置方法相同；此处为可能的最高级别，error 表示有内容未读取、文件不算通过。

| code 代码 | severity 级别 | what 内容 | why 说明 |
| --------- | ------------- | --------- | -------- |
`;

const TAIL = `
## Tolerances 容差

Set them under \`tolerances\` in the config. 可在配置文件的 \`tolerances\` 中调整。

| name 名称 | default 默认值 |
| --------- | -------------- |
${Object.entries(DEFAULT_TOLERANCES)
  .map(([name, value]) => `| \`${name}\` | ${value} |`)
  .join('\n')}
`;

const cell = (text) => text.replaceAll('|', '\\|');
const rows = RULES.map(({ id, severity, title, why, mend, source }) => {
  const told = `${cell(why.en)} ${cell(why.zh)}${source === null ? '' : `（${cell(source)}）`}`;
  return `| \`${id}\` | ${severity} | ${cell(title.en)} ${cell(title.zh)} | ${told} | ${cell(mend.en)} ${cell(mend.zh)} |\n`;
});
const zh = new Map(allInfos('zh').map((info) => [info.id, info]));
const codes = allInfos('en')
  .filter(({ kind }) => kind === 'diagnostic')
  .map(({ id, severity, title, why }) => {
    const other = zh.get(id);
    return `| \`${id}\` | ${severity} | ${cell(title)} ${cell(other.title)} | ${cell(why)} ${cell(other.why)} |\n`;
  });
const text = HEAD + rows.join('') + CODES_HEAD + codes.join('') + TAIL;
const path = join(import.meta.dirname, '../docs/rules.md');

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  process.stderr.write('docs/rules.md is not what the rules say: run npm run docs\n');
  process.exitCode = 1;
}
