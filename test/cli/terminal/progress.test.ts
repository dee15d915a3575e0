import { describe, expect, it } from 'vitest';
import { createProgress, progressLine } from '../../../src/cli/terminal/progress.js';

const columns = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

describe('the progress of a batch', () => {
  it('says what is done, how fast, and what is left', () => {
    const state = { done: 500, total: 2000, failed: 3, elapsed: 25_000, kept: 0 };
    expect(progressLine(state, 'en')).toBe('[#####---------------] 500/2000 25% 20.0/s left 01:15 failed 3');
    expect(progressLine(state, 'zh')).toBe('[#####---------------] 500/2000 25% 20.0 份/秒 剩余 01:15 失败 3');
  });
  it('counts the rate of this run alone, and knows none at its start', () => {
    expect(progressLine({ done: 1500, total: 2000, failed: 0, elapsed: 10_000, kept: 1400 }, 'en')).toContain(
      '10.0/s left 00:50',
    );
    expect(progressLine({ done: 0, total: 9, failed: 0, elapsed: 0, kept: 0 }, 'en')).toContain('left --:--');
    expect(progressLine({ done: 0, total: 0, failed: 0, elapsed: 0, kept: 0 }, 'en')).toContain('100%');
  });
  it('fits 80 columns', () => {
    const state = { done: 999_999, total: 1_000_000, failed: 99_999, elapsed: 9e9, kept: 0 };
    for (const lang of ['en', 'zh'] as const) expect(columns(progressLine(state, lang))).toBeLessThan(80);
  });
  it('stays on one line of a terminal, and goes', () => {
    let time = 0;
    const written: string[] = [];
    const progress = createProgress({ isTTY: true, write: (text) => written.push(text) }, 3, 0, 'en', () => time);
    time = 100;
    progress.step(false);
    expect(written).toEqual([]);
    time = 400;
    progress.step(true);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\r\[#+-+\] 2\/3 66% 5\.0\/s left 00:01 failed 1$/);
    progress.clear();
    expect(written[1]).toBe(`\r${' '.repeat((written[0] as string).length - 1)}\r`);
  });
  it('is a line after some files elsewhere', () => {
    let time = 0;
    const written: string[] = [];
    const progress = createProgress({ write: (text) => written.push(text) }, 1000, 0, 'en', () => time);
    for (let i = 0; i < 1000; i++) {
      time += 20;
      progress.step(false);
    }
    expect(written).toHaveLength(4);
    for (const line of written) expect(line.endsWith('\n') && !line.includes('\r')).toBe(true);
  });
});
