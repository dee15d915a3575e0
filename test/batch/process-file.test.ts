import { describe, expect, it } from 'vitest';
import { processFile, statusOf } from '../../src/batch/process-file.js';
import { KnownCorrections } from '../../src/corrections/find.js';
import { READING_LIMITS } from '../../src/limits.js';
import { DEFAULT_SETTINGS } from '../../src/validator/validate.js';

const read = (limits = READING_LIMITS, known: KnownCorrections | null = null) =>
  processFile(
    'fixtures/pictured/portfolio.pdf',
    { ...DEFAULT_SETTINGS, lang: 'en', reading: { limits, lang: 'en', names: 'flags' }, timings: false },
    {},
    known,
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

  it('finds the corrections of each by its own content, beside the file that holds it', async () => {
    const { attached: before = [] } = await read();
    const { sha256 = '' } = before[0]?.document?.source ?? {};
    const [finding] = before[0]?.findings ?? [];
    const said = { sha256, who: '王', when: '2025-03-01T08:00:00Z', why: '已核对' };
    const grade = { ...said, path: '/reports/0/total/grade', old: null, new: '优' };
    const accepted = [{ ...said, rule: finding?.rule ?? '', path: finding?.path ?? '' }];
    const content = { schemaVersion: '1' as const, corrections: [grade], accepted };
    const known = (folder: string) =>
      new KnownCorrections({ files: [{ name: 'c.json', content }], byFolder: [[folder, 0]] });
    const { attached = [] } = await read(READING_LIMITS, known('fixtures/pictured'));
    expect(attached.map(({ document }) => Object.keys(document?.corrected ?? {}).length)).toEqual([1, 0, 1]);
    expect(attached[0]?.document?.reports[0]?.total.grade).toBe('优');
    expect(attached[0]?.accepted).toEqual([{ ...finding, accepted: { who: '王', when: said.when, why: '已核对' } }]);
    expect(attached[0]?.findings).toEqual(before[0]?.findings.slice(1));
    expect((await read(READING_LIMITS, known('elsewhere'))).attached).toEqual(before);
  });

  it('is read in part where one of them is', async () => {
    const result = await read({ ...READING_LIMITS, pages: 2 });
    expect(result.status.status).toBe('read');
    expect(statusOf(result)).toMatchObject({ status: 'partly', errorCode: 'too-many-pages' });
  });
});
