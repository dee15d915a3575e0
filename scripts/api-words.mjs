/** What docs/api.md and docs/api.zh.md say beside what the compiler knows. */

/** Run by a test as it stands, from the folder of the project. */
export const EXAMPLE = `
import { EvalxError, parseMany, validate } from 'evalx';
import { toCsv, toSarif } from 'evalx/output';

const results = [];
for await (const { file, result, error } of parseMany(['fixtures/reference/reports.pdf', 'missing.pdf'], { jobs: 2 })) {
  if (error instanceof EvalxError) console.log(\`\${file}: \${error.code}\`);
  else results.push(result);
}

const findings = validate(results, { severities: { 'perfect-score': 'off' }, tolerances: { lowRate: 0.8 } });
for (const { rule, page, message } of findings.filter(({ severity }) => severity === 'error'))
  console.log(\`page \${page}: \${message} (\${rule})\`);

const table = await toCsv(results, { table: 'indicators', findings });
const sarif = toSarif(results, { findings });
console.log(table.split('\\r\\n').length > 10, JSON.parse(sarif).version);
`;

const generated = {
  en: '<!-- Written by `npm run docs` from the exports of src/index.ts and src/library/output.ts. Change those, not this file. -->',
  zh: '<!-- 由 `npm run docs` 根据 src/index.ts 与 src/library/output.ts 的导出生成，请勿直接修改。 -->',
};

export const WORDS = {
  en: {
    file: 'api.md',
    head: `${generated.en}

# The library

[中文](api.zh.md)

Three entries: \`evalx\` reads and checks, \`evalx/output\` writes, \`evalx/contract\` has the zod schemas of the documents for those who
read them back. It is ESM with its own types, prints nothing, and loads what a call needs when it is called: zod only with
\`evalx/contract\`. Bundlers leave it as it is (esbuild \`--external:evalx\`, webpack \`externals\`, Next.js \`serverExternalPackages\`): it finds
files beside its code.
`,
    more: `A PDF is given as a path, a \`file:\` URL, or bytes. What cannot be taken, options that are not known and values of another type are
refused in one line by an \`EvalxError\` with the code \`usage\`. Where \`limits\` has a limit of time or memory (\`seconds\`, \`pageSeconds\`,
\`pictureSeconds\`, \`megabytes\`) the file is read in a process of its own, which is ended where it takes more; \`parseMany\` always does
so. PDFs that are attached to a PDF come as \`attached\`, and are for you to parse. [examples/](../examples) has whole projects,
[data.md](data.md) tables with DuckDB and pandas.`,
    entry: (name) => `\`${name}\``,
    columns: '| key | type | meaning |',
    tags: { param: 'param', returns: 'returns', throws: 'throws' },
    contract: (names) =>
      `Types of the documents, each field explained in [contract.md](contract.md) and in the types themselves: ${names}.`,
    functions: {},
  },
  zh: {
    file: 'api.zh.md',
    head: `${generated.zh}

# 程序库

[English](api.md)

共三个入口：\`evalx\` 读取并检查，\`evalx/output\` 输出，\`evalx/contract\` 提供文档的 zod 模式，供读回文档时校验。程序库为 ESM，自带类型，
不打印任何内容，并在调用时才加载所需部分：只有 \`evalx/contract\` 会加载 zod。打包工具应将其保留为
外部依赖（esbuild 的 \`--external:evalx\`、webpack 的 \`externals\`、Next.js 的 \`serverExternalPackages\`），因为它会
读取代码旁边的文件。
`,
    more: `PDF 可用路径、\`file:\` URL 或字节提供。不能接受的输入、未知的选项和类型不符的值，都以一行 \`EvalxError\`（代码 \`usage\`）拒绝。如果 \`limits\`
含时间或内存上限（\`seconds\`、\`pageSeconds\`、\`pictureSeconds\`、\`megabytes\`），文件在单独的进程中读取，超限即终止；\`parseMany\` 总是如此。
PDF 中附带的 PDF 在 \`attached\` 中，可自行解析。完整项目见 [examples/](../examples)，配合 DuckDB 和 pandas 使用见
[data.zh.md](data.zh.md)。各类型和字段的说明取自源代码，为英文。`,
    entry: (name) => `\`${name}\``,
    columns: '| 键 | 类型 | 含义 |',
    tags: { param: '参数', returns: '返回', throws: '抛出' },
    contract: (names) => `文档的类型，各字段的说明见 [contract.md](contract.md) 和类型本身：${names}。`,
    functions: {
      acceptFindings: '把一份文档的问题分为未处理的和有人确认接受的。',
      applyCorrections: '把更正应用到文档；不适用的逐条说明原因。',
      findTables: '找出 PDF 中的全部表格，不限于自评表。',
      inspect: '绘出一页在读取某一阶段的样子：evalx 看到了什么。',
      listFamilies: '列出已知的表样及其栏目。',
      mergeCorrections: '合并多人的更正；冲突逐条列出。',
      parse: '读取 PDF 中的全部自评表。不打印，不写文件；给出路径时读取该文件。',
      parseMany:
        '读取多个 PDF，同时读取若干个，各在单独的进程中并受时间和内存限制；读取失败的文件作为带错误的结果给出，其余继续。结果按输入顺序给出；已取出而未交付的输入不超过 `jobs` 的两倍；离开循环即终止正在读取的文件。',
      validate:
        '按全部启用的规则检查读取结果；读取时的诊断也列为问题。接受 `parse` 的返回值或文档，一个或数组；设置可只给一部分。',
      toCsv: '输出一张表的 CSV（带 BOM 的 UTF-8，含表头）。',
      toGitlab: '输出 GitLab 代码质量报告。',
      toJson: '输出一份文档的 JSON，与 `evalx parse` 相同。',
      toJsonLines: '输出 JSON Lines，每行一份文档。',
      toJunit: '输出 JUnit XML。',
      toMarkdown: '输出 Markdown。',
      toParquet: '输出一张表的 Parquet 文件。',
      toPng: '把 `inspect` 给出的图输出为 PNG。',
      toReviewHtml: '输出 PDF 的复核页面：一个独立的 HTML 文件。',
      toSarif: '输出 SARIF 2.1.0。',
      toSvg: '把 `inspect` 给出的图输出为 SVG。',
      toText: '输出供人阅读的文本，不带颜色。',
      toWorkpaper: '输出复核底稿（Excel）。',
      toXlsx: '输出全部表的 Excel 工作簿。',
    },
  },
};
