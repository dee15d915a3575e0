/**
 * Bundles the program and the looks of the review page: `dist/review/page.js`, one script without imports that runs from a disk, and
 * `page.css`. Beside it stand the licences of what is in it.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const app = join(root, 'src/review/app');
const folder = join(root, 'dist/review');

const build = await rolldown({
  input: join(app, 'main.tsx'),
  platform: 'browser',
  tsconfig: join(app, 'tsconfig.json'),
});
const { output } = await build.generate({ format: 'iife', minify: true });
await build.close();
const [{ code }] = output;

mkdirSync(folder, { recursive: true });
// Inside a page nothing in the program may look like the end of its element.
if (/<\/script|<!--/iu.test(code)) throw new Error('the program of the review page holds the end of a script element');
writeFileSync(join(folder, 'page.js'), code.trim());
copyFileSync(join(app, 'style.css'), join(folder, 'page.css'));
const licences = ['preact', 'big.js'].map((name) => {
  const path = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENCE', 'LICENCE.md'].map((file) => {
    try {
      return readFileSync(join(path, file), 'utf8').trim();
    } catch {
      return '';
    }
  });
  return `${name} ${version} (${license})\n\n${text.find((one) => one !== '') ?? ''}\n`;
});
writeFileSync(join(folder, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
