import { describe, expect, it } from 'vitest';
import { processFile, statusOf } from '../../src/batch/process-file.js';
import { READING_LIMITS } from '../../src/limits.js';
import { DEFAULT_SETTINGS } from '../../src/validator/validate.js';

const read = (limits = READING_LIMITS) =>
  processFile(
    'fixtures/pictured/portfolio.pdf',
    { ...DEFAULT_SETTINGS, lang: 'en', reading: { limits, lang: 'en', names: 'flags' }, timings: false },
    {},
  );

describe('a file to which others are attached', () => {
  it('has a result for each of them, with its own findings', async () => {
    const { attached = [], ...own } = await read();
    const all = [own, ...attached];
    expect(all.map(({ status }) => [status.file.split('portfolio.pdf')[1], status.status, status.reports])).toEqual([
      ['', 'read', 0],
      ['!自评表.pdf', 'read', 4],
      ['!inner', 'read', 0],
      ['!inner!road.pdf', 'read', 4],
    ]);
    expect(new Set(all.map(({ status }) => status.sha256)).size).toBe(3);
    for (const { status, findings } of attached) for (const { file } of findings) expect(file).toBe(status.file);
    expect(attached.map(({ findings }) => findings.length > 0)).toEqual([true, false, true]);
    expect(statusOf({ ...own, attached })).toMatchObject({ status: 'read', errorCode: null });
  });
  it('is read in part where one of them is', async () => {
    const result = await read({ ...READING_LIMITS, pages: 2 });
    expect(result.status.status).toBe('read');
    expect(statusOf(result)).toMatchObject({ status: 'partly', errorCode: 'too-many-pages' });
  });
});
