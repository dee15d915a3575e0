import { narrow } from '../../text/narrow.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const duplicateIndicator: Rule = {
  id: 'duplicate-indicator',
  severity: 'warning',
  title: { en: 'An indicator stands twice', zh: '指标重复设置' },
  why: {
    en: 'The same indicator under output and benefit is scored twice for one thing.',
    zh: '同一指标在产出、效益中重复设置，会被重复计分。',
  },
  mend: {
    en: 'keep one of the two, and share its weight out',
    zh: '保留其中一项，并将其分值调整到其他指标',
  },
  source: null,
  messages: {
    twice: {
      en: '"{name}" stands under {first} and again under {second}',
      zh: '“{name}”在“{first}”和“{second}”下重复设置',
    },
  },
  examples: {
    fails: {
      indicators: [
        { level1: '产出指标', level3: '培训人次' },
        { level1: '效益指标', level3: '培训人次' },
      ],
    },
    passes: {
      indicators: [
        { level1: '产出指标', level3: '培训人次' },
        { level1: '效益指标', level3: '培训知晓率' },
      ],
    },
  },
  *check(report) {
    const first = new Map<string, string>();
    for (const [i, indicator] of indicatorsOf(report)) {
      const { goal, level1, level2, level3, target } = indicator;
      if (level3 === null || /^(指标\d*|…+|\.+|无|其中.*|[—\-/*]+)$/u.test(level3)) continue;
      const place = short(level2 ?? level1 ?? '');
      // The same name with another target is another indicator: 新建面积 in two places.
      const key = JSON.stringify([goal, narrow(level3), narrow(target ?? '')]);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, place);
      else
        yield {
          message: 'twice',
          path: `/indicators/${i}/level3`,
          data: { name: nameOf(indicator), first: earlier, second: place },
        };
    }
  },
};
