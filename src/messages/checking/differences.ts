import type { Severity } from '../../contract/document.js';
import type { Words } from '../words.js';

/** One kind of difference between approved targets and a self-evaluation. */
export interface Difference {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  readonly mend: Words;
  readonly source: string | null;
  readonly messages: Readonly<Record<string, Words>>;
}

/** Self-evaluations are held against the targets that were set: 财预〔2020〕10号, on what an evaluation goes by. */
const SOURCE = '财预〔2020〕10号';

const WHY_APPROVED = {
  en: 'A self-evaluation is held against the targets as they were approved; changes need an approval of their own.',
  zh: '绩效自评应以批复的绩效目标为依据；调整绩效目标应按程序报批。',
} as const;

const difference = (one: Omit<Difference, 'source' | 'why'>): Difference => ({
  ...one,
  why: WHY_APPROVED,
  source: SOURCE,
});

/** All that `evalx compare` can find. */
export const DIFFERENCES: readonly Difference[] = [
  difference({
    id: 'form-missing',
    severity: 'error',
    title: { en: 'An approved project has no self-evaluation', zh: '已批复目标的项目没有自评表' },
    mend: { en: 'file a self-evaluation for the project', zh: '补报该项目的绩效自评表' },
    messages: { missing: { en: 'no self-evaluation was found for "{name}"', zh: '未找到项目“{name}”的自评表' } },
  }),
  difference({
    id: 'form-unapproved',
    severity: 'warning',
    title: { en: 'A self-evaluation has no approved targets', zh: '自评项目没有批复的绩效目标' },
    mend: {
      en: 'give the targets of this project too, or put its name right',
      zh: '提供该项目批复的绩效目标，或更正项目名称',
    },
    messages: {
      unapproved: { en: 'no approved targets were found for "{name}"', zh: '未找到项目“{name}”批复的绩效目标' },
    },
  }),
  difference({
    id: 'indicator-dropped',
    severity: 'error',
    title: { en: 'An approved indicator is missing', zh: '批复的指标未纳入自评' },
    mend: { en: 'evaluate the indicator as it was approved', zh: '按批复的指标逐项自评，补填该指标' },
    messages: {
      dropped: {
        en: '"{name}" with the target {target} was approved and is not evaluated',
        zh: '批复的指标“{name}”（指标值 {target}）未在自评表中出现',
      },
    },
  }),
  difference({
    id: 'indicator-added',
    severity: 'warning',
    title: { en: 'An indicator was not approved', zh: '自评指标未经批复' },
    mend: { en: 'leave it out, or give the approval by which it was added', zh: '删除该指标，或提供指标调整的批复' },
    messages: {
      added: { en: '"{name}" is evaluated and was not approved', zh: '自评指标“{name}”不在批复的绩效目标中' },
    },
  }),
  difference({
    id: 'indicator-reworded',
    severity: 'info',
    title: { en: 'An indicator has another name', zh: '指标名称与批复不一致' },
    mend: { en: 'use the name that was approved', zh: '使用批复的指标名称' },
    messages: {
      reworded: { en: '"{before}" was approved, the form says "{name}"', zh: '批复为“{before}”，自评表为“{name}”' },
    },
  }),
  difference({
    id: 'target-lowered',
    severity: 'error',
    title: { en: 'A target was lowered', zh: '指标值低于批复' },
    mend: {
      en: 'evaluate against the approved target, or give the approval of the change',
      zh: '按批复的指标值自评，或提供目标调整的批复',
    },
    messages: {
      lowered: {
        en: '"{name}": {before} was approved, the form says {after}',
        zh: '“{name}”批复指标值为 {before}，自评表降为 {after}',
      },
    },
  }),
  difference({
    id: 'target-changed',
    severity: 'warning',
    title: { en: 'A target is another one', zh: '指标值与批复不一致' },
    mend: { en: 'use the target that was approved', zh: '使用批复的指标值' },
    messages: {
      raised: {
        en: '"{name}": {before} was approved, the form asks for more: {after}',
        zh: '“{name}”批复指标值为 {before}，自评表提高为 {after}',
      },
      changed: {
        en: '"{name}": {before} was approved, the form says {after}',
        zh: '“{name}”批复指标值为 {before}，自评表为 {after}',
      },
      blank: {
        en: '"{name}": {before} was approved, the form states no target',
        zh: '“{name}”批复指标值为 {before}，自评表未填写指标值',
      },
    },
  }),
  difference({
    id: 'weight-changed',
    severity: 'warning',
    title: { en: 'A weight was changed', zh: '分值与批复不一致' },
    mend: { en: 'use the weight that was approved', zh: '使用批复的分值' },
    messages: {
      weight: {
        en: '"{name}" was approved with {before} points, the form has {after}',
        zh: '“{name}”批复分值为 {before}，自评表为 {after}',
      },
    },
  }),
  difference({
    id: 'budget-differs',
    severity: 'warning',
    title: { en: 'The budget is not the one that was approved', zh: '预算数与批复不一致' },
    mend: {
      en: 'state the approved budget as the initial one, and explain the adjustment',
      zh: '年初预算数按批复数填列，并说明预算调整情况',
    },
    messages: {
      budget: {
        en: '{before} 元 was approved, the form states {after} 元',
        zh: '批复预算为 {before} 元，自评表为 {after} 元',
      },
    },
  }),
  difference({
    id: 'goal-changed',
    severity: 'info',
    title: { en: 'The goal of the year reads otherwise', zh: '年度总体目标与批复不一致' },
    mend: { en: 'state the goal as it was approved', zh: '按批复的年度总体目标填写' },
    messages: {
      goal: { en: 'the goal is not the one that was approved: "{after}"', zh: '预期目标与批复内容不一致：“{after}”' },
    },
  }),
];

export const COMPARE_IDS: readonly string[] = DIFFERENCES.map(({ id }) => id);
