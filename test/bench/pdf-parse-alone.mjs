// `node pdf-parse-alone.mjs FOLDER FILE`: the tables of a file by pdf-parse, which is installed in the folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, file] = process.argv;
const { PDFParse } = createRequire(join(folder, 'x.js'))('pdf-parse');
const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) });
const { pages } = await parser.getTable();
await parser.destroy();
process.stdout.write(`${pages.length}\n`);
