import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`);
const pairs = ['README.zh.md', ...docs.filter((name) => name.endsWith('.zh.md'))].map((zh) => ({
  en: zh.replace('.zh.md', '.md'),
  zh,
}));

interface Outline {
  /** `##` and so on, one a heading. */
  readonly headings: readonly string[];
  /** Blocks of code, without what people read in them. */
  readonly blocks: readonly string[];
}

/** What runs is the same in both languages: comments and words in Chinese or of people are not. */
const bare = (code: string): string =>
  code
    .split('\n')
    .map((line) => line.replace(/(?:^|\s+)#.*$/u, '').trimEnd())
    .filter(Boolean)
    .join('\n');

function outlineOf(name: string): Outline {
  const text = readFileSync(join(root, name), 'utf8');
  const blocks = [...text.matchAll(/^```(\w*)\n(.*?)^```/gms)];
  const prose = blocks.reduce((left, [block]) => left.replace(block, ''), text);
  return {
    headings: [...prose.matchAll(/^(#+) /gmu)].map(([, marks = '']) => marks),
    blocks: blocks.map(([, language, code = '']) => `${language}\n${bare(code)}`),
  };
}

describe.each(pairs)('$en and $zh', ({ en, zh }) => {
  it('are at the same state: headings and what runs', () => {
    expect(existsSync(join(root, en))).toBe(true);
    expect(outlineOf(zh)).toEqual(outlineOf(en));
  });

  it('lead to each other', () => {
    const text = (name: string): string => readFileSync(join(root, name), 'utf8');
    expect(text(en)).toContain(`](${zh.replace('docs/', '')})`);
    expect(text(zh)).toContain(`](${en.replace('docs/', '')})`);
  });
});

it('every link to a file of the repository leads to one', () => {
  const pages = ['README.md', 'README.zh.md', 'SECURITY.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...docs];
  const broken = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/gu)]
        .map(([, link = '']) => join(page, '..', link))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page}: ${path}`),
    );
  expect(broken).toEqual([]);
});
