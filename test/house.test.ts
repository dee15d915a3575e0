import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';

/** What keeps the house easy to read: few files side by side, files and functions that fit a screen or two. */

const MAX_FILES = 12;
const MAX_LINES = 250;
const MAX_FUNCTION_LINES = 60;
/** One rule a file, and nothing else. */
const MANY_FILES = ['src/validator/rules'];
/** Data: words and labels, one a line; and types that are written from schemas. */
const DATA = /^src\/(?:messages\/|contract\/schema\/types\.ts$|sections\/vocabulary\/(?:spellings|family-data)\.ts$)/u;

const root = join(import.meta.dirname, '..');
const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
  .map((entry) => ({
    folder: relative(root, entry.parentPath).split(sep).join('/'),
    path: join(entry.parentPath, entry.name),
  }));
const files = entries.map(({ folder, path }) => {
  const name = relative(root, path).split(sep).join('/');
  return { folder, name, source: readFileSync(path, 'utf8') };
});

interface Span {
  readonly start: number;
  readonly end: number;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']);

/** Lines of each function of a source, by the line on which it begins. */
function functionLines(source: string, tsx = false): { line: number; lines: number }[] {
  const bytes = Buffer.from(source);
  const lineAt = (offset: number): number => bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
  // Offsets of swc count bytes, over all that one process has parsed.
  const module = parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }) as unknown as {
    span: Span;
    body: unknown;
  };
  const found: { line: number; lines: number }[] = [];
  const first = firstOffset(source);
  const base = module.span.start - first;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, span, function: inner } = node as { type?: string; span?: Span; function?: { span?: Span } };
    const own = span ?? inner?.span;
    if (type !== undefined && FUNCTIONS.has(type) && own) {
      const line = lineAt(own.start - base);
      found.push({ line, lines: lineAt(own.end - base) - line + 1 });
    }
    Object.values(node).forEach(visit);
  };
  visit(module.body);
  return found;
}

/** A module begins with its first token: behind comments and white space. */
function firstOffset(source: string): number {
  const ahead = /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/u.exec(source)?.[0] ?? '';
  return Buffer.byteLength(ahead);
}

describe('the house', () => {
  it('is seen as a whole', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(functionLines('// a comment: 绩效\nconst a = () => {\n  return 1;\n};\n')).toEqual([{ line: 2, lines: 3 }]);
  });

  it(`has no folder of more than ${MAX_FILES} files`, () => {
    const counts = new Map<string, number>();
    for (const { folder } of files) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    const full = [...counts].filter(([folder, count]) => count > MAX_FILES && !MANY_FILES.includes(folder));
    expect(full).toEqual([]);
  });

  it(`has no file of more than ${MAX_LINES} lines, but for data`, () => {
    const long = files.map(({ name, source }) => [name, source.split('\n').length - 1] as const);
    expect(long.filter(([name, lines]) => lines > MAX_LINES && !DATA.test(name))).toEqual([]);
  });

  it(`has no function of more than ${MAX_FUNCTION_LINES} lines`, () => {
    const long = files.flatMap(({ name, source }) =>
      functionLines(source, name.endsWith('.tsx'))
        .filter(({ lines }) => lines > MAX_FUNCTION_LINES)
        .map(({ line, lines }) => `${name}:${line} has ${lines}`),
    );
    expect(long).toEqual([]);
  });
});
