import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { CodeCache } from '../start/code-cache.js';

/** The parts of `dist/bundle/` that a program begins with. */
export type BundleName = 'main' | 'thread';

/** What Node puts around a CommonJS module. */
const START = '(function (exports, require, module, __filename, __dirname) {';
const END = '\n})';

/** A part as a function: scripts/bundle.mjs writes plain CommonJS modules, which the library has from Node itself. */
type Body = (
  exports: object,
  require: (id: string) => unknown,
  module: object,
  filename: string,
  folder: string,
) => void;

interface Chunk {
  readonly script: Script;
  /** `import()`, which a plain script does not have, stands beside what it exports. */
  readonly module: { exports: object; readonly import: (id: string) => Promise<unknown> };
}

const FOLDER = new URL('../../bundle/', import.meta.url);
const chunks = new Map<string, Chunk>();

/**
 * Whether there is a bundle, and it is wanted: `EVALX_NO_BUNDLE=1` runs the modules one by one, as tsc wrote them; so does
 * the switch for pdfjs as its makers ship it.
 */
export const isBundled = (): boolean =>
  process.env['EVALX_NO_BUNDLE'] !== '1' &&
  process.env['EVALX_PLAIN_PDFJS'] !== '1' &&
  existsSync(new URL('main.cjs', FOLDER));

/**
 * Runs a part of the bundle, with what V8 had compiled of it when it was built. V8 itself refuses that where it is of
 * another version or has other flags, and compiles anew.
 */
export const loadBundle = (name: BundleName): object => load(`${name}.cjs`).module.exports;

/**
 * What was loaded so far, for scripts/warm-up.mjs.
 *
 * @public
 */
export const loadedScripts = (): ReadonlyMap<string, Script> =>
  new Map([...chunks].map(([name, { script }]) => [name, script]));

function load(name: string): Chunk {
  const known = chunks.get(name);
  if (known) return known;
  const filename = fileURLToPath(new URL(name, FOLDER));
  const script = compiled(name, filename);
  const chunk = { script, module: { exports: {}, import: (id: string) => import(id) } };
  chunks.set(name, chunk);
  const body = script.runInThisContext() as Body;
  const elsewhere = createRequire(filename);
  const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)).module.exports : elsewhere(id));
  body(chunk.module.exports, require, chunk.module, filename, dirname(filename));
  return chunk;
}

/** With what V8 compiled of it when it was built, or at an earlier run of this user, where it is still good. */
function compiled(name: string, filename: string): Script {
  const source = START + readFileSync(filename, 'latin1') + END;
  for (const cachedData of [contentOf(`${filename}.cache`), ownCache().read(name)]) {
    if (!cachedData) continue;
    const script = new Script(source, { filename, cachedData });
    if (script.cachedDataRejected !== true) return script;
  }
  const script = new Script(source, { filename });
  ownCache().add(name, script);
  return script;
}

let cache: CodeCache | undefined;
const ownCache = (): CodeCache => {
  cache ??= new CodeCache(fileURLToPath(new URL('build-id', FOLDER)));
  return cache;
};

/** Keeps for the next run what had to be compiled in this one. */
export const keepCompiled = (): void => cache?.write();

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
