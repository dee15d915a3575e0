import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/messages/codes.js';
import { COMMANDER, HELP, SUGGESTION, USAGE_ERRORS } from '../../src/messages/commands.js';
import { DIAGNOSTICS } from '../../src/messages/diagnostics.js';
import { ERRORS } from '../../src/messages/errors.js';
import { FIELD_NAMES } from '../../src/messages/fields.js';
import { OPTION_NAMES } from '../../src/messages/option-names.js';
import { REASONS } from '../../src/messages/reasons.js';
import { diagnosticsOf, messageOf, remark, say } from '../../src/messages/say.js';
import { TERMINAL } from '../../src/messages/terminal.js';
import type { Words } from '../../src/messages/words.js';
import { RULES } from '../../src/validator/rules.js';

const PARTS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  DIAGNOSTICS,
  ERRORS,
  REASONS,
  TERMINAL,
  FIELD_NAMES,
  HELP,
  COMMANDER,
  ...Object.fromEntries(Object.entries(CODES)),
  ...Object.fromEntries(RULES.map(({ id, title, why, messages }) => [id, { ...messages, title, why }])),
};
const ALL = Object.entries(PARTS).flatMap(([part, messages]) =>
  Object.entries(messages).map(([id, words]) => [`${part} ${id}`, words] as const),
);

const HAN = /\p{Script=Han}/u;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{[^}]*\}/gu))].sort();
/** Names of programs, formats and flags, code and placeholders, which stand in both languages. */
const withoutNames = (text: string): string =>
  text
    .replace(/\{[^}]*\}/gu, '')
    .replace(/\b(?:npm|evalx) [a-z][\w -]*/gu, '')
    .replace(/--(?:input) \w+|--?[\w-]+|[.](?:ndjson|jsonl|json)\b|\b[\w.-]+[./@:=,][\w./@-]+|"[^"]*"|'[^']*'/gu, '')
    .replace(/\b(?:Unicode|Adobe|Reader|Redis|JSON|Lines|Schema|Excel|Node|PDF|OCR|SVG|PNG|CSV|NUL|MB|XFA)\b/gu, '')
    .replace(
      /\b(?:EVALX_DEBUG|evalx|extra|parse|validate|never|auto|error|warning|info|off|draft|bullmq|ioredis)\b/gu,
      '',
    )
    .replace(/\b(?:URL|Uint8Array|ArrayBuffer|Blob|File|Promise|await|AbortSignal)\b/gu, '')
    .replace(/\b(?:inspect|off|xlsx|csv|jsonl|PP|Tesseract|NAME|png|pdfjs|pdf|documents|json|ndjson)\b/gu, '');
/** Texts that have nothing to translate: a name, or a frame around other messages. */
const FRAMES = /^(?:\{[\w:.]+\}|Node\.js|[": ])*$/u;
/** The title of the forms, which has no English name of its own, and labels and grades that are quoted from them. */
const QUOTED = /绩效自评表|绩效指标|总分|完成|产出指标（50分）|万元|[优良中差元]/gu;

describe('the catalogue of messages', () => {
  it.each(ALL)('%s says the same in both languages', (_, { en, zh }) => {
    // A value may be in each language by itself.
    expect(
      placeholders(zh)
        .map((name) => (name === '{zh}' ? '{en}' : name))
        .sort(),
    ).toEqual(placeholders(en));
    if (FRAMES.test(en)) return;
    expect(zh).toMatch(/\p{Script=Han}|^\{rate\}/u);
    expect(en.replace(QUOTED, '')).not.toMatch(HAN);
    expect(withoutNames(zh)).not.toMatch(/[a-z]{2,}/u);
    // Chinese has marks of its own.
    expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}/u);
  });

  it('says the usage errors of commander with the values of its own sentence', () => {
    for (const { pattern, zh } of [...USAGE_ERRORS, SUGGESTION]) {
      for (const name of placeholders(zh)) expect(pattern.source).toContain(`(?<${name.slice(1, -1)}>`);
      expect(zh).toMatch(HAN);
    }
  });

  it('names options as the library does, or flags', () => {
    const message = messageOf('fileTooLarge', { megabytes: 1.5 });
    expect(say(message, {})).toBe('the file is larger than 1.5 MB; options.limits.bytes allows more');
    expect(say(message, { names: 'flags' })).toBe('the file is larger than 1.5 MB; --max-size allows more');
    expect(say(message, { lang: 'zh', names: 'flags' })).toBe('文件超过 1.5 MB；可用 --max-size 提高上限');
    const named = ALL.flatMap(([, { en }]) => placeholders(en)).filter((name) => name.startsWith('{option:'));
    expect([...new Set(named)].sort()).toEqual(
      Object.keys(OPTION_NAMES)
        .map((name) => `{option:${name}}`)
        .sort(),
    );
  });

  it('says messages inside of messages in the same language, and takes values as they are', () => {
    const labels = [
      messageOf('labelRead', { read: '{label}', label: '$&' }),
      messageOf('labelRead', { read: 'b', label: 'c' }),
    ];
    const remarks = [remark('labelsMatched', { labels }, 3)];
    expect(diagnosticsOf(remarks, {})).toEqual([
      {
        code: 'ocr-label-matched',
        bbox: null,
        severity: 'info',
        message: 'labels were recognised with doubtful characters and taken for known ones: "{label}" as $&, "b" as c',
        page: 3,
      },
    ]);
    expect(diagnosticsOf(remarks, { lang: 'zh' })[0]?.message).toBe(
      '部分栏目名称识别时有存疑字符，已按已知栏目处理：“{label}”按“$&”、“b”按“c”',
    );
  });
});
