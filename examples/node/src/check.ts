import { mkdir, writeFile } from 'node:fs/promises';
import { type CheckSettings, type Finding, type ParseResult, parseMany, type Report, validate } from 'evalx';
import { toCsv, toSarif, toXlsx } from 'evalx/output';

/** Usage: npm start -- form.pdf another.pdf. Writes into out/; the exit code is 1 where a form has errors, 3 where a file is unread. */

const settings: CheckSettings = {
  severities: { 'perfect-score': 'off' },
  tolerances: { lowRate: 0.8 },
};

const results: ParseResult[] = [];
let unread = 0;

// Errors come as values: one broken file does not end the loop. Each file has 60 s of processor time and 1 GB at most.
for await (const { file, result, error } of parseMany(process.argv.slice(2), { limits: { seconds: 60 } })) {
  if (error) {
    unread++;
    console.error(`${file}: ${error.message} (${error.code})`);
    continue;
  }
  results.push(result);
  for (const report of result.document.reports) console.log(`${file}: ${summaryOf(report)}`);
}

const findings = validate(results, settings);
await mkdir('out', { recursive: true });
await writeFile('out/indicators.csv', await toCsv(results, { table: 'indicators', findings }));
await writeFile('out/tables.xlsx', await toXlsx(results, { findings, settings: { lang: 'zh' } }));
await writeFile('out/evalx.sarif', toSarif(results, { findings }));

const errors = findings.filter(({ severity }: Finding) => severity === 'error');
for (const { file, page, message, rule } of errors) console.log(`${file}, page ${page ?? '?'}: ${message} (${rule})`);
process.exitCode = unread > 0 ? 3 : errors.length > 0 ? 1 : 0;

function summaryOf({ project, total, indicators }: Report): string {
  const weights = indicators.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return `${project.name ?? '(no name)'}: ${total.score ?? '-'} points, ${indicators.length} indicators of ${weights}`;
}
