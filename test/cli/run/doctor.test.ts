import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/cli/run/doctor.js';
import { evalx } from '../run.js';

const NOTHING = '/nowhere';

describe('doctor', () => {
  it('tries what evalx stands on, and says how to get the rest', async () => {
    const [json, en, zh] = await Promise.all([
      evalx(['doctor', '--json']),
      evalx(['doctor', '--lang', 'en']),
      evalx(['doctor', '--lang', 'zh']),
    ]);
    for (const { code, stderr } of [json, en, zh]) expect([code, stderr]).toEqual([0, '']);
    const checks = JSON.parse(json.stdout) as Check[];
    expect(checks.map(({ id, needed }) => [id, needed])).toEqual([
      ['node', true],
      ['reader', true],
      ['canvas', false],
      ['fonts', false],
      ['paddle', false],
      ['tesseract', false],
    ]);
    expect(checks[0]?.found).toBe(process.versions.node);
    expect(checks[1]?.found).toBe('pdfjs 5.6.205');
    const lines = [en, zh].map(({ stdout }) => stdout.trimEnd().split('\n'));
    for (const [i, { found, problem, install }] of checks.entries()) {
      expect((found === null) !== (problem === null)).toBe(true);
      for (const text of lines) expect(text[i]).toMatch(found === null ? install : found);
    }
    const isReadable = checks.some(({ id, found }) => (id === 'paddle' || id === 'tesseract') && found !== null);
    expect(lines[0]?.at(-1)).toMatch(isReadable ? /^PDFs with text are read, and scans by / : /scans need one/);
  });

  it('says of an engine that is not there that it is not, and of one that fails why', async () => {
    const { stdout } = await evalx(['doctor', '--json'], { env: { PATH: NOTHING } });
    const tesseract = (JSON.parse(stdout) as Check[]).find(({ id }) => id === 'tesseract');
    expect(tesseract).toMatchObject({ found: null, problem: 'not installed' });
    expect(tesseract?.install).toBe('apt-get install tesseract-ocr tesseract-ocr-chi-sim');
  });
});
