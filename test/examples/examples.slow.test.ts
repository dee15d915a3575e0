import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../cli/run.js';
import { emptyProject, node, root, tsc } from '../library/installed.js';

const FORM = join(root, REPORTS);
let folder: string;
let broken: string;

beforeAll(() => {
  folder = emptyProject();
  for (const name of ['node', 'worker']) cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
  broken = join(folder, 'broken.pdf');
  writeFileSync(broken, 'this is a letter');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the examples, with the packed package', () => {
  it('node: reads, checks, writes, and fails by its exit code', () => {
    const project = join(folder, 'node');
    expect(tsc(project)).toBe('');
    const { code, stdout, stderr } = node(project, 'dist/check.js', FORM, broken);
    expect(stderr).toBe(
      'broken.pdf: this is not a PDF; convert it to PDF first (not-a-pdf)\n'.replace('broken.pdf', broken),
    );
    expect(code).toBe(3);
    expect(stdout).toContain(`${FORM}: 企业科技创新服务支撑平台建设: 90 points, 15 indicators of 90\n`);
    expect(stdout).toMatch(/, page \d: .+ \([a-z-]+\)\n/u);
    expect(readFileSync(join(project, 'out/indicators.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(30);
    expect(JSON.parse(readFileSync(join(project, 'out/evalx.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(existsSync(join(project, 'out/tables.xlsx'))).toBe(true);
    expect(node(project, 'dist/check.js', FORM).code).toBe(1);
  });

  it('worker: reads beside the main thread', () => {
    const project = join(folder, 'worker');
    expect(tsc(project)).toBe('');
    const { code, stdout, stderr } = node(project, 'dist/main.js', FORM, broken);
    expect(stderr).toBe('broken.pdf: this is not a PDF; convert it to PDF first (not-a-pdf)\n');
    expect(stdout).toMatch(/^reports\.pdf: 4 forms, [1-9]\d* findings\nthe main thread went on meanwhile\n$/u);
    expect(code).toBe(0);
  });
});
