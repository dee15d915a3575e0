/**
 * Writes docs/columns.md and docs/columns.zh.md from the tables in dist/output/records, or with --check says whether they are as
 * those would have them. `npm run docs` builds first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnWords } from '../dist/messages/tables/columns.js';
import { RECORD_TABLES } from '../dist/output/records/tables.js';

const WORDS = {
  en: {
    file: 'columns.md',
    head: `<!-- Written by \`npm run docs\` from the tables in src/output/records. Change those, not this file. -->

# The columns of the tables

[中文](columns.zh.md)

What \`evalx batch\` and \`evalx merge\` write as CSV and Parquet, column by column, in their order. \`--headers zh\` writes the Chinese
headers. A value that the form does not have is empty in CSV and null in Parquet. The sheets of the workbooks explain their columns
themselves, in their last sheet.

\`reportId\` and \`file\` join the tables. The id depends on the content of the file and the place of the form in it alone: two copies of
one file have the same ids, and each its own rows, which differ by \`file\`.
`,
    columns: '| column | Chinese header | type | what it holds |',
    kinds: {
      text: 'text',
      number: 'double',
      rate: 'double',
      integer: 'int64',
      boolean: 'boolean',
      integers: 'list of int64; JSON in CSV',
      numbers: 'list of double; JSON in CSV',
      names: 'list of text; JSON in CSV',
      texts: 'map of text to text; JSON in CSV',
      indices: 'map of text to lists of int64; JSON in CSV',
    },
  },
  zh: {
    file: 'columns.zh.md',
    head: `<!-- 由 \`npm run docs\` 根据 src/output/records 中的表生成，请勿直接修改。 -->

# 各表的列

[English](columns.md)

\`evalx batch\` 和 \`evalx merge\` 输出的 CSV 和 Parquet 各列，按输出顺序。\`--headers zh\` 使用中文表头。表上没有的值在 CSV 中为空，在
Parquet 中为 null。Excel 工作簿各列的说明见其“说明”工作表。

各表以 \`reportId\` 和 \`file\` 关联。编号只取决于文件内容和表在文件中的位置：同一文件的两份副本编号相同，各有自己的行，以 \`file\` 区分。
`,
    columns: '| 列 | 中文表头 | 类型 | 内容 |',
    kinds: {
      text: '文本',
      number: 'double',
      rate: 'double',
      integer: 'int64',
      boolean: 'boolean',
      integers: 'int64 列表，CSV 中为 JSON',
      numbers: 'double 列表，CSV 中为 JSON',
      names: '文本列表，CSV 中为 JSON',
      texts: '文本到文本的映射，CSV 中为 JSON',
      indices: '文本到 int64 列表的映射，CSV 中为 JSON',
    },
  },
};

function textOf(lang) {
  const { head, columns, kinds } = WORDS[lang];
  const tables = Object.values(RECORD_TABLES).map((table) => {
    const rows = table.columns.map(({ key, zh, kind }) => {
      const about = columnWords(table.name, key)[lang].replaceAll('|', '\\|');
      return `| \`${key}\` | ${zh} | ${kinds[kind]} | ${about} |\n`;
    });
    return `\n## \`${table.name}\` ${table.zh}\n\n${columns}\n| --- | --- | --- | --- |\n${rows.join('')}`;
  });
  return head + tables.join('');
}

for (const lang of Object.keys(WORDS)) {
  const path = join(import.meta.dirname, '../docs', WORDS[lang].file);
  const text = textOf(lang);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`docs/${WORDS[lang].file} is not what the tables say: run npm run docs\n`);
    process.exitCode = 1;
  }
}
