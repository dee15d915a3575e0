import { valueAt } from '../../contract/pointer.js';
import { EVIDENCE_TOLERANCES } from '../../contract/tolerances.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const ocrLowConfidence: Rule = {
  id: 'ocr-low-confidence',
  severity: 'warning',
  title: { en: 'A field that OCR is not sure of', zh: 'OCR 识别结果不确定' },
  why: {
    en: 'On a scan, a character may have been taken for another one; what the engine doubts is to be compared with the page.',
    zh: '扫描件中的字符可能被误认；引擎没有把握的内容应与原件核对。',
  },
  mend: {
    en: 'compare the field with the page',
    zh: '对照原件核对该字段',
  },
  source: null,
  messages: {
    field: {
      en: '"{text}" was recognised with a confidence of {percent}% only; compare it with the page',
      zh: '“{text}”的识别置信度仅 {percent}%，请与原件核对',
    },
  },
  examples: {
    fails: { name: '科技活动周', confidence: { '/project/name': 0.41 } },
    passes: { name: '科技活动周', confidence: { '/project/name': 0.97 } },
  },
  *check(report, { confidence }) {
    for (const [path, sure] of confidence) {
      if (sure >= EVIDENCE_TOLERANCES.uncertain) continue;
      yield {
        message: 'field',
        path,
        data: { text: short(String(valueAt(report, path) ?? '')), percent: (100 * sure).toFixed(0) },
      };
    }
  },
};
