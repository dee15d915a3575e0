// What evalx is measured against: pdfjs as its makers ship it, taking text and operators of every page, nothing more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const task = getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])),
  cMapUrl: `${root}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${root}/standard_fonts/`,
  wasmUrl: `${root}/wasm/`,
  verbosity: 0,
});
const doc = await task.promise;
let items = 0;
let operators = 0;
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n);
  items += (await page.getTextContent()).items.length;
  operators += (await page.getOperatorList()).fnArray.length;
  page.cleanup();
}
await task.destroy();
process.stdout.write(`${items} ${operators}\n`);
