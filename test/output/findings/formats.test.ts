import { describe, expect, it } from 'vitest';
import { FINDINGS_FORMATS } from '../../../src/output/findings/formats.js';
import { checked, context, everything } from './sample.js';

describe.each(Object.entries(FINDINGS_FORMATS))('%s', (_format, write) => {
  it.each(['en', 'zh'] as const)('tells of every finding and every file that was not read, in %s', (lang) => {
    const written = write(everything({ lang }));
    for (const told of ['score-sum', 'rate', 'new', 'page-unreadable', 'file-mended', 'text-doubtful', 'not-a-pdf'])
      expect(written).toContain(told);
    expect(written.endsWith('\n')).toBe(true);
  });

  it('names the config in force', () => {
    const { validation, ...rest } = everything();
    const config = '/repo/绩效/evalx.config.json';
    expect(write({ ...rest, validation: { ...validation, config } })).toContain(config);
  });

  it('writes the same again', () => {
    expect(write(everything())).toBe(write(everything()));
  });

  it('has something to write of an unread file of which nobody says why', () => {
    const unread = context([checked({ read: false, reports: [] })], []);
    expect(write(unread)).not.toBe(write(context([checked({ reports: [] })], [])));
    expect(write(unread)).toContain('a.pdf');
  });
});
