import type { Accepted } from '../contract/schema/corrections.js';

/** A finding as far as it says what is accepted. */
interface Found {
  readonly rule: string;
  readonly path: string;
}

/** By whom a finding is let stand. */
interface Acceptance {
  readonly accepted: Pick<Accepted, 'who' | 'when' | 'why'>;
}

/** What corrections do is told whoever accepts it: who wrote them must not be able to hide them. */
const NEVER_ACCEPTED = new Set(['corrections-applied', 'correction-refused']);

/** Parts the findings of one document into those that are open, and those that people let stand; of several the latest counts. */
export function acceptFindings<Finding extends Found>(
  findings: readonly Finding[],
  accepted: readonly Accepted[],
): { open: Finding[]; accepted: (Finding & Acceptance)[] } {
  const known = new Map<string, Accepted>();
  for (const one of accepted) {
    const before = known.get(keyOf(one));
    if (!before || Date.parse(one.when) > Date.parse(before.when)) known.set(keyOf(one), one);
  }
  const open: Finding[] = [];
  const stand: (Finding & Acceptance)[] = [];
  for (const finding of findings) {
    const by = NEVER_ACCEPTED.has(finding.rule) ? undefined : known.get(keyOf(finding));
    if (!by) open.push(finding);
    else stand.push({ ...finding, accepted: { who: by.who, when: by.when, why: by.why } });
  }
  return { open, accepted: stand };
}

const keyOf = ({ rule, path }: Found): string => `${rule} ${path}`;
