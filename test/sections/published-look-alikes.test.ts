import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import { type Block, line, table, type Written } from './grid.js';

/** Tables with the blocks of a self-evaluation that are none. */

function read(...blocks: Block[]) {
  const sections = readSections(blocks);
  const remarks = [...sections.diagnostics, ...accountOf(blocks, { aside: [], pictures: [] }, sections).said];
  return { count: sections.drafts.length, said: diagnosticsOf(remarks, {}).map(({ code }) => code) };
}
const rows: Written[][] = [
  ['项目名称', ['渠道清淤', 6]],
  ['年度预算执行率', ['100%', 6]],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '清淤长度', '≥9公里', '9.5公里', '80', '79'],
  [['总分', 5], '100', '98'],
];
const LOOK_ALIKES = [
  '项目支出绩效目标审批表',
  '2023年度预算绩效目标审批表',
  '部门整体支出绩效评价指标表',
  '绩效评价指标表（2023年度）',
  '项目绩效指标表',
  '项目支出绩效目标申报表',
  '绩效运行监控表',
  '项目支出绩效运行监控情况表',
  '绩效自评复核表',
  '绩效自评（复核）表',
  '项目支出绩效自评表（财政复核）',
];

describe('what is no self-evaluation', () => {
  it.each(LOOK_ALIKES)('is not reported, and said so, with its title above the table or in it: %s', (title) => {
    for (const blocks of [[line(title), table(rows)], [table([[[title, 7]], ...rows])]]) {
      expect(read(...blocks)).toEqual({ count: 0, said: ['not-a-self-evaluation'] });
    }
  });
  it('may have two sides, each with the name of the project', () => {
    const side = (page: number) =>
      table(
        [
          rows[0] as Written[],
          ['一级指标', '二级指标', '三级指标', '指标值', ['备注', 3]],
          ['产出指标', '数量指标', '长度', '9', ['', 3]],
          ['效益指标', '社会效益指标', '农户', '9', ['', 3]],
        ],
        page,
      );
    const said = ['not-a-self-evaluation'];
    expect(read(line('项目支出绩效目标申报表'), side(1), side(2))).toEqual({ count: 0, said });
  });
  it('stands beside forms that are some', () => {
    const blocks = [line('项目支出绩效自评表'), table(rows), line('项目支出绩效目标审批表', 2), table(rows, 2)];
    expect(read(...blocks)).toEqual({ count: 1, said: ['not-a-self-evaluation'] });
  });
  it.each(['绩效自评指标完成表', '项目支出绩效自评指标表', '项目支出绩效自评表（一般项目）', '(区域/项目)绩效自评表'])(
    'is not every table of indicators: %s',
    (title) => {
      expect(read(line(title), table(rows))).toEqual({ count: 1, said: [] });
    },
  );
});
