/** How a reading differs from the truth. */
export interface Comparison {
  /** Numbers that are not exactly the true ones, with their places. */
  readonly wrongNumbers: readonly string[];
  /** Part of the characters of the true texts that were read. */
  readonly text: number;
}

/** Compares what was read with the truth, field by field; labels that became keys are compared as text of their values. */
export function compare(truth: unknown, read: unknown): Comparison {
  const wrongNumbers: string[] = [];
  let characters = 0;
  let errors = 0;
  const walk = (expected: unknown, got: unknown, path: string): void => {
    if (typeof expected === 'number' || typeof got === 'number') {
      if (expected !== got) wrongNumbers.push(`${path}: ${expected} was read as ${got}`);
    } else if (typeof expected === 'string') {
      characters += [...expected].length;
      errors += distance(expected, typeof got === 'string' ? got : '');
    } else if (typeof expected === 'object' && expected !== null) {
      for (const [key, value] of Object.entries(expected)) {
        walk(value, (got as Record<string, unknown> | null | undefined)?.[key], `${path}/${key}`);
      }
    }
  };
  walk(truth, read, '');
  return { wrongNumbers, text: characters === 0 ? 1 : 1 - errors / characters };
}

/** How many characters must be put in, taken out or replaced (V. Levenshtein, 1965). */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of a.entries()) {
    const row = [i + 1];
    for (const [k, wanted] of b.entries()) {
      const kept = (above[k] as number) + (char === wanted ? 0 : 1);
      row.push(Math.min(kept, (above[k + 1] as number) + 1, (row[k] as number) + 1));
    }
    above = row;
  }
  return above[b.length] as number;
}
