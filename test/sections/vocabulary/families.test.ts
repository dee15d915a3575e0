import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFamilies } from '../../../src/sections/vocabulary/families.js';
import { expectationOf, fixturePdfs } from '../../fixtures.mjs';

/** The fixtures are numbered in the order of the list. */
const fixtureOf = (i: number): string => `f${String(i + 1).padStart(2, '0')}-`;

describe('the families that are known', () => {
  const families = listFamilies();

  it('have ids, two names and a fixture of at least two producers each', () => {
    expect(families.map((family) => family.id)).toEqual([...new Set(families.map((family) => family.id))]);
    const names = fixturePdfs('families');
    for (const [i, { id, name, source }] of families.entries()) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(name.zh.length * name.en.length * source.length).toBeGreaterThan(0);
      const own = names.filter((file) => file.startsWith(fixtureOf(i)));
      expect(own.length, id).toBeGreaterThanOrEqual(2);
      for (const file of own) expect(existsSync(expectationOf(`families/${file}`))).toBe(true);
    }
  });

  it('print no label that the vocabulary does not know', () => {
    const unknown = families.flatMap(({ id, labels }) =>
      labels
        .filter(({ key }) => key.startsWith('extra.') || key.endsWith('unknown'))
        .map(({ label }) => `${id} ${label}`),
    );
    expect(unknown).toEqual([]);
  });

  it('map their labels as the contract says', () => {
    const keysOf = (id: string) =>
      Object.fromEntries(
        families.find((family) => family.id === id)?.labels.map(({ label, key }) => [label, key]) ?? [],
      );
    expect(keysOf('sichuan')).toMatchObject({
      '实施单位（盖章）': 'project.implementingUnit',
      调整后预算数: 'funds.rows[].annualBudget',
      财政专户管理资金: 'funds.rows[].kind = specialAccount',
      项目年度目标: 'goals.expected',
      指标性质: 'indicators[].operator',
      未完成原因分析: 'indicators[].deviation',
      评价结论: 'conclusion.evaluation',
      合计: 'total.score',
    });
    expect(keysOf('department')).toMatchObject({ '部门（单位）名称': 'project.name' });
    expect(keysOf('rural-revitalisation')).toMatchObject({ 项目负责人及电话: 'project.manager, project.phone' });
    expect(keysOf('yunnan')).toMatchObject({ 自评等级: 'total.grade', 备注: 'notes' });
  });
});
