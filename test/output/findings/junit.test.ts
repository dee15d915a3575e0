import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { findingsJunit } from '../../../src/output/findings/junit.js';
import type { FindingsContext } from '../../../src/output/findings/writer.js';
import { type Element, elements, readMarkup, textOf } from '../markup.js';
import {
  anyText,
  checked,
  context,
  diagnostic,
  everything,
  finding,
  form,
  HOSTILE,
  hostile,
  problem,
} from './sample.js';

const xsd = readFileSync(new URL('../schemas/jenkins-junit.xsd', import.meta.url), 'utf8');
const read = (given: FindingsContext): Element => readMarkup(findingsJunit(given));

async function errorsOf(...documents: string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [xsd] });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe('findings as JUnit XML', () => {
  it('are failures of a form; a file that was not read is an error', () => {
    expect(findingsJunit(everything())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="evalx" tests="7" failures="2" errors="2">
  <testsuite name="a.pdf" tests="3" failures="1" errors="0" skipped="0">
    <testcase name="1 云服务" classname="a.pdf">
      <failure message="page 2: The scores add up to 95, not 96" type="score-sum">error page 2: The scores add up to 95, not 96 (score-sum)</failure>
      <system-out>error page 2: The scores add up to 95, not 96 (score-sum)
warning page 11: 执行率应为 50% (rate)</system-out>
    </testcase>
    <testcase name="2 自评表" classname="a.pdf">
      <system-out>info Look (new)</system-out>
    </testcase>
    <testcase name="3 好" classname="a.pdf"/>
  </testsuite>
  <testsuite name="b.pdf" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="1 云服务" classname="b.pdf"/>
  </testsuite>
  <testsuite name="dir/c 1.pdf" tests="2" failures="1" errors="1" skipped="0">
    <testcase name="reading the file" classname="dir/c 1.pdf">
      <error message="page 3: the page could not be read" type="page-unreadable">error page 3: the page could not be read (page-unreadable)</error>
    </testcase>
    <testcase name="1 培训" classname="dir/c 1.pdf">
      <failure message="page 2: The scores add up to 95, not 96" type="score-sum">error page 2: The scores add up to 95, not 96 (score-sum)</failure>
      <system-out>warning page 1: &quot;1&quot; may be &quot;7&quot; (text-doubtful)
error page 2: The scores add up to 95, not 96 (score-sum)</system-out>
    </testcase>
    <system-out>warning put together again (file-mended)</system-out>
  </testsuite>
  <testsuite name="d.pdf" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="reading the file" classname="d.pdf">
      <error message="it is no PDF" type="not-a-pdf">error it is no PDF (not-a-pdf)</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it('have the config as a property, by the schema', async () => {
    const { validation, ...rest } = everything();
    const xml = findingsJunit({ ...rest, validation: { ...validation, config: 'a&b.json' } });
    expect(elements(readMarkup(xml), 'property')).toHaveLength(validation.files.length);
    expect(xml).toContain('<property name="config" value="a&amp;b.json"/>');
    expect(await errorsOf(xml)).toEqual([]);
  });

  it('speak Chinese', () => {
    const [failure] = elements(read(everything({ lang: 'zh' })), 'failure');
    expect(failure && textOf(failure)).toBe('错误 第 2 页：The scores add up to 95, not 96（score-sum）');
    const names = elements(read(everything({ lang: 'zh' })), 'testcase').map(({ attributes }) => attributes['name']);
    expect(names).toContain('读取文件');
  });

  it('keep what is no error of a file in the output of its suite', () => {
    const said = [diagnostic({ severity: 'warning' }), diagnostic({ severity: 'info', page: null })];
    const [suite] = elements(read(context([checked()], said)), 'testsuite');
    expect(suite?.attributes).toEqual({ name: 'a.pdf', tests: '1', failures: '0', errors: '0', skipped: '0' });
    expect(elements(suite as Element, 'system-out').map(textOf)).toEqual([
      'warning page 3: the page could not be read (page-unreadable)\ninfo the page could not be read (page-unreadable)',
    ]);
  });

  it('have an error in the form of which a part was not read, beside the failures of its rules', () => {
    const files = [checked({ read: false, reports: [form('a'), form('b')] })];
    const [suite] = elements(read(context(files, [diagnostic({ report: 1 }), finding({ report: 1 })])), 'testsuite');
    expect(suite?.attributes).toEqual({ name: 'a.pdf', tests: '2', failures: '1', errors: '1', skipped: '0' });
    const tests = elements(suite as Element, 'testcase');
    const types = (name: string) =>
      tests.map((test) => elements(test, name).map(({ attributes }) => attributes['type']));
    expect([types('error'), types('failure')]).toEqual([
      [[], ['page-unreadable']],
      [[], ['score-sum']],
    ]);
  });

  it('have an error for every unread file, whatever is known of it', () => {
    for (const problems of [[], [problem({ severity: 'warning' })], [problem(), problem()]]) {
      const root = read(context([checked({ read: false, problems })], []));
      expect(elements(root, 'testsuite')[0]?.attributes['errors']).toBe('1');
      expect(elements(root, 'error').length).toBeGreaterThan(0);
    }
  });

  it('count as many tests, failures and errors as there are', () => {
    for (const suite of elements(read(everything()), 'testsuite')) {
      const tests = elements(suite, 'testcase');
      const having = (name: string): number => tests.filter((test) => elements(test, name).length > 0).length;
      const { tests: all, failures, errors } = suite.attributes;
      expect([all, failures, errors].map(Number)).toEqual([tests.length, having('failure'), having('error')]);
    }
  });
});

describe('the schema of JUnit results', () => {
  it('is kept', async () => {
    const problems = [problem({ severity: 'warning' })];
    const ofForm = [diagnostic({ report: 0 }), diagnostic({ report: 0, severity: 'warning' }), finding()];
    const given = [
      ...(['en', 'zh'] as const).flatMap((lang) => [everything({ lang }), hostile(HOSTILE, { lang })]),
      ...[context([], []), context([checked({ problems })], []), context([checked({ reports: [] })], [])],
      context([checked({ read: false })], ofForm),
    ];
    expect(await errorsOf(...given.map(findingsJunit))).toEqual([]);
  });

  it('would not let a failure stand in a suite', async () => {
    const wrong = findingsJunit(everything()).replaceAll(/<\/?testcase[^>]*>/g, '');
    expect((await errorsOf(wrong)).join('\n')).toContain('failure');
  });
});

describe('hostile text', () => {
  it('is text', () => {
    const [failure] = elements(read(hostile(HOSTILE)), 'failure');
    expect(failure && textOf(failure)).toContain('`c`]]>&<b>"\'[x](http://e.vil)@all #1 \\ud800{0}');
    expect(failure?.attributes['type']).toContain('\\u000d\\u000a::error file=x');
  });

  it('is well-formed, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(elements(read(hostile(text)), 'testcase')).toHaveLength(2);
      }),
    );
  });
});
