import { engineStatus } from '../../src/ocr/engines/engines.js';
import { OCR_ENGINES, type OcrEngine } from '../../src/ocr/options.js';

const found = await Promise.all(OCR_ENGINES.map((engine) => engineStatus(engine)));

/** Which engines work here. With EVALX_REQUIRE_OCR it is an error if one does not: see .ci/run. */
export const installed = Object.fromEntries(found.map(({ engine, problem }) => [engine, problem === null])) as Readonly<
  Record<OcrEngine, boolean>
>;

for (const { title, problem, install } of found) {
  if (problem === null) continue;
  if (process.env['EVALX_REQUIRE_OCR']) throw new Error(`${title} ${problem}; ${install}`);
  process.stderr.write(`left out: tests of scans by ${title} (${problem}); to run them: ${install}\n`);
}
