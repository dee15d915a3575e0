/** Fails unless the document in one file has exactly the reports of another. */
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';

const [document, reports] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
deepStrictEqual(document.reports, reports);
console.log(`${reports.length} reports as expected`);
