import { describe, expect, it } from 'vitest';
import { parsePageList } from '../../../src/cli/options/page-list.js';
import { EvalxError } from '../../../src/errors.js';

describe('--pages', () => {
  it.each<[string, number[]]>([
    ['1', [1]],
    ['1-3,5', [1, 2, 3, 5]],
    ['5, 1 - 2', [1, 2, 5]],
    ['10,2', [2, 10]],
    ['2-4,3-5,4', [2, 3, 4, 5]],
    ['7-7', [7]],
  ])('%s', (list, pages) => {
    expect(parsePageList(list)).toEqual(pages);
  });

  it.each([
    ['', 'neither a page nor a range'],
    ['1,', 'neither a page nor a range'],
    ['a', 'neither a page nor a range'],
    ['1.5', 'neither a page nor a range'],
    ['-3', 'neither a page nor a range'],
    ['3-', 'neither a page nor a range'],
    ['1-2-3', 'neither a page nor a range'],
    ['0', 'pages count from 1'],
    ['0-2', 'pages count from 1'],
    ['3-1', 'runs backwards'],
    ['1-99999999999', 'there is no page'],
  ])('refuses %j', (list, why) => {
    expect(() => parsePageList(list)).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => parsePageList(list)).toThrow(EvalxError);
    expect(() => parsePageList(list)).toThrow(why);
  });
});
