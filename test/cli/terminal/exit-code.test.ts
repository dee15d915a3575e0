import { describe, expect, it } from 'vitest';
import { documentOutcome, exitCode, type Outcome } from '../../../src/cli/terminal/exit-code.js';
import type { EvalxDocument, Severity } from '../../../src/contract/document.js';

describe('the exit code is that of the worst outcome', () => {
  const table: readonly [readonly Outcome[], number][] = [
    [[], 0],
    [['fine'], 0],
    [['fine', 'findings'], 1],
    [['unread', 'fine'], 3],
    [['findings', 'unread'], 3],
    [['unread', 'fault', 'findings'], 2],
    [['fault', 'interrupted', 'unread'], 130],
  ];
  it.each(table)('%j: %i', (outcomes, code) => {
    expect(exitCode(outcomes)).toBe(code);
    expect(exitCode(outcomes.toReversed())).toBe(code);
  });
});

describe('a document counts as unread where a diagnostic is an error', () => {
  const table: readonly [readonly Severity[], Outcome][] = [
    [[], 'fine'],
    [['info', 'warning'], 'fine'],
    [['info', 'error', 'warning'], 'unread'],
  ];
  it.each(table)('%j: %s', (severities, outcome) => {
    const diagnostics = severities.map((severity) => ({ code: 'no-form-found', severity, message: 'm', page: null }));
    expect(documentOutcome({ diagnostics } as unknown as EvalxDocument)).toBe(outcome);
  });
});
