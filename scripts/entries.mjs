/**
 * What stands in front of the bundle: `dist/index.js` and the other modules that callers import, which take their parts from it, and
 * the two programs that run it with what V8 has compiled of it, each in one file. Of the types in dist/, those stay that can be reached
 * from what callers import. The other modules stay for tests and for `EVALX_NO_BUNDLE=1`; they are not packed.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';

const dist = join(import.meta.dirname, '../dist');

/** What callers import, by its name in the bundle. */
export const LIBRARY = { library: 'index.js', writers: 'library/output.js', contract: 'contract/document.js' };

/** They load the bundle: what they need before it is in them. */
const STARTS = ['cli/start/start.js', 'cli/thread/start.js'];

/** Whatever stands beside a module is still found there when it runs from `folder`. */
export const placedIn = (folder) => ({
  name: 'placed',
  transform: (code, id) =>
    id.startsWith(dist) && code.includes('import.meta.url')
      ? code.replaceAll(
          'import.meta.url',
          `new URL(${JSON.stringify(urlPath(relative(folder, id)))}, import.meta.url).href`,
        )
      : null,
});

const urlPath = (path) => path.split(sep).join('/');

/** An error where it was done before: what callers import is then no more what tsc made. */
export function refuseTwice() {
  if (!readFileSync(join(dist, LIBRARY.library), 'utf8').includes('bundle/')) return;
  throw new Error('dist/ is bundled already: `npm run build` makes it anew');
}

/** `exported`: the names that each entry of the library has. */
export async function writeEntries(exported) {
  for (const [name, path] of Object.entries(LIBRARY)) {
    const bundle = urlPath(relative(dirname(path), `bundle/${name}.cjs`));
    const from = bundle.startsWith('.') ? bundle : `./${bundle}`;
    writeFileSync(
      join(dist, path),
      `export {\n${exported[name].map((one) => `  ${one},\n`).join('')}} from '${from}';\n`,
    );
  }
  for (const path of STARTS) writeFileSync(join(dist, path), await inOneFile(join(dist, path)));
  removeOtherTypes();
}

/** A module with all that it imports at once; what it imports later stays where it is. */
async function inOneFile(entry) {
  const build = await rolldown({
    input: entry,
    platform: 'node',
    external: (id, _, resolved) => !resolved && /(?:main|entry)[.]js$/u.test(id),
    plugins: [placedIn(dirname(entry))],
    treeshake: { moduleSideEffects: false },
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  if (output.length > 1) throw new Error(`${entry} is more than one file`);
  return output[0].code;
}

function removeOtherTypes() {
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, id] of readFileSync(path, 'utf8').matchAll(/(?:from|import\(|import) ?['"](\.[^'"]+)\.js['"]/gu)) {
      visit(resolve(dirname(path), `${id}.d.ts`));
    }
  };
  for (const path of Object.values(LIBRARY)) visit(join(dist, path.replace(/\.js$/u, '.d.ts')));
  for (const file of readdirSync(dist, { recursive: true })) {
    const path = join(dist, file);
    if (file.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
  }
}
