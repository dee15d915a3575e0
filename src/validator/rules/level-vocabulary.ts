import { indicatorsOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

const KNOWN =
  /产出|效益|满意|成本|预算执行|决策|过程|管理|投入|效果|履职|配置|目标|绩效|资金|可持续|影响|约束|进度|任务|部门|综合|创新|评价|加分|其他/u;

export const levelVocabulary: Rule = {
  id: 'level-vocabulary',
  severity: 'info',
  title: { en: 'A first-level group is not a usual one', zh: '一级指标名称不规范' },
  why: {
    en: 'The framework names the groups: cost, output, benefit, satisfaction.',
    zh: '一级指标一般为成本、产出、效益、满意度指标。',
  },
  mend: {
    en: 'use the levels of the template: output, benefit, satisfaction, cost',
    zh: '按规定的产出、效益、满意度、成本等类别设置指标',
  },
  source: '财预〔2021〕101号',
  messages: { unknown: { en: '"{name}" is no usual first-level group', zh: '“{name}”不是通用的一级指标名称' } },
  examples: {
    fails: { indicators: [{ level1: '张三', level3: '培训人次' }] },
    passes: { indicators: [{ level1: '产出指标', level3: '培训人次' }] },
  },
  *check(report) {
    const told = new Set<string>();
    for (const [i, { level1 }] of indicatorsOf(report)) {
      if (level1 === null || KNOWN.test(level1) || told.has(level1)) continue;
      told.add(level1);
      yield { message: 'unknown', path: `/indicators/${i}/level1`, data: { name: short(level1) } };
    }
  },
};
