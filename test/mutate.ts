import fc from 'fast-check';

/** What scripts/mutate-constants.mjs sets: the file, the object and the property to change, and the factor. */
const MUTANT = /^(?<file>src\/.+\.ts):(?<object>\w+)\.(?<property>\w+)\*(?<factor>[\d.]+)$/u;

type Tolerances = Record<string, number>;

/** The values as they stand in the sources, by file and object: a worker runs many test files, and this file before each. */
const shared = globalThis as { evalxOriginals?: Map<string, Tolerances> };
shared.evalxOriginals ??= new Map();
const originals = shared.evalxOriginals;

const { file, object, property, factor } = MUTANT.exec(process.env['EVALX_MUTATE'] ?? '')?.groups ?? {};
if (file && object && property && factor) {
  // The first counterexample is enough, and it is the same in each run.
  fc.configureGlobal({ seed: 1, endOnFailure: true });
  const tolerances = ((await import(/* @vite-ignore */ `../${file}`)) as Record<string, Tolerances>)[object];
  if (typeof tolerances?.[property] !== 'number') throw new Error(`${file} has no number ${object}.${property}`);
  const key = `${file}:${object}`;
  const before = originals.get(key) ?? { ...tolerances };
  originals.set(key, before);
  Object.assign(tolerances, before, { [property]: (before[property] as number) * Number(factor) });
}
