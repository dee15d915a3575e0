import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TOLERANCES } from '../../../src/contract/tolerances.js';
import { reportOf } from '../../../src/validator/example.js';
import { comparisonOf, isMet, timesReached } from '../../../src/validator/quantities/comparison.js';

/** Pairs of target and result as people write them, each with the verdict of a reviewer, given by hand. */
interface Pair {
  readonly target: string;
  readonly actual: string;
  readonly name: string;
  readonly verdict: string;
}

const pairs: Pair[] = [];
let verdict = '';
for (const line of readFileSync(new URL('pairs.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('# ')) verdict = line.slice(2);
  const [target = '', actual, name = '某指标'] = line.split('|').map((cell) => cell.trim());
  if (actual !== undefined) pairs.push({ target, actual, name, verdict });
}

function verdictOn({ target, actual, name }: Pair): string {
  const [indicator] = reportOf({
    indicators: [{ level3: name, target: target || null, actual: actual || null }],
  }).indicators;
  const comparison = indicator ? comparisonOf(indicator) : null;
  if (!comparison) return 'none';
  if (!isMet(comparison)) return 'missed';
  return timesReached(comparison)?.gte(DEFAULT_TOLERANCES.overFulfilment) ? 'far' : 'met';
}

describe('the reader of quantities against a reviewer', () => {
  it('says what is right, and most of what can be said', () => {
    const judged = pairs.map((pair) => ({ ...pair, said: verdictOn(pair) }));
    const spoken = judged.filter(({ said }) => said !== 'none');
    const right = spoken.filter((pair) => pair.said === pair.verdict);
    const sayable = judged.filter((pair) => pair.verdict !== 'none');
    const wrong = judged.filter((pair) => pair.said !== pair.verdict);
    const [precision, recall] = [right.length / spoken.length, right.length / sayable.length];
    process.stdout.write(`${pairs.length} pairs: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`);
    // Each of them is known: another one is a step back, even where the shares allow it.
    expect(wrong.map((pair) => `${pair.verdict} but ${pair.said}: ${pair.target} | ${pair.actual}`)).toEqual([
      'met but none: ≥100人 | 110人左右',
      'none but missed: ≥10场 | 大于等于5场',
    ]);
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
