/** Flags that were called otherwise, and still may be. `--page` was one of `inspect` alone, and it is no other's. */
const OLD_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['--out', '--output'],
  ['--page', '--pages'],
]);

/** A flag as it was typed, and as it is called. */
export interface OldSpelling {
  readonly old: string;
  readonly now: string;
}

/** The arguments with every flag as it is called now, and which of them were called otherwise. What stands behind `--` is no flag. */
export function inNewSpelling(argv: readonly string[]): { argv: string[]; told: OldSpelling[] } {
  const end = argv.indexOf('--');
  const told = new Map<string, OldSpelling>();
  const spelled = argv.map((arg, i) => {
    if (end >= 0 && i > end) return arg;
    const old = /^--[^=]+/u.exec(arg)?.[0] ?? '';
    const now = OLD_SPELLINGS.get(old);
    if (now === undefined) return arg;
    told.set(old, { old, now });
    return now + arg.slice(old.length);
  });
  return { argv: spelled, told: [...told.values()] };
}
