import { isScored } from '../report.js';
import type { Rule } from '../validator-types.js';

export const satisfactionMissing: Rule = {
  id: 'satisfaction-missing',
  severity: 'info',
  title: { en: 'No indicator of satisfaction', zh: '未设置满意度指标' },
  why: {
    en: 'Projects that serve people are asked how content these are; others give the weight to the benefits.',
    zh: '面向服务对象的项目一般应设置满意度指标；不设的，其分值计入效益指标。',
  },
  mend: {
    en: 'set an indicator of satisfaction, weighed 10 as a rule',
    zh: '补设服务对象满意度指标（一般 10 分）',
  },
  source: '财预〔2021〕101号',
  messages: { missing: { en: 'no indicator asks for satisfaction', zh: '未设置满意度指标' } },
  examples: {
    fails: {
      indicators: [
        { level1: '产出指标', level3: '培训人次', score: 10 },
        { level1: '效益指标', level3: '知晓率', score: 10 },
      ],
    },
    passes: {
      indicators: [
        { level1: '产出指标', level3: '培训人次', score: 10 },
        { level1: '满意度指标', level3: '学员满意度', score: 10 },
      ],
    },
  },
  *check(report) {
    const { indicators } = report;
    if (!isScored(report) || !indicators.some(({ level1 }) => /效益/u.test(level1 ?? ''))) return;
    if (indicators.some(({ level1, level2, level3 }) => /满意/u.test(`${level1}${level2}${level3}`))) return;
    yield { message: 'missing', path: '/indicators' };
  },
};
