import { squeeze } from '../../text/join.js';
import { arabicYears, readYear } from '../../text/number.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';

const SELF_EVALUATION = /自我?评价?[\p{L}\p{N}]{0,12}表$/u;
/** Tables that look like self-evaluation forms, with other purposes: targets set, progress watched, results reviewed. */
const LOOK_ALIKE =
  /(申报表|审批表|目标表|目标批复表|监控[\p{L}]{0,4}表|事前(绩效)?评估[\p{L}]{0,4}表|评分表|(复核|审核)[)）]?表|汇总表|指标体系表?)$|^(?!.*自我?评).*指标表$/u;
/** What a bracket behind a title makes of it: 绩效自评表（复核）. */
const OTHER_USE = /[（(](财政)?(复核|审核|申报|审批|监控)[\p{L}]{0,4}[)）]$/u;
const YEAR_TAIL = /[（(][^（()）]*\d{4}\s*年?[^（()）]*[)）]?$|\d{4}年度[)）]$/u;
const HEADING = /^附[件表录]?[0-9一二三四五六七八九十]*[-－—.0-9]*[:：、.]?/u;

const TARGETS = /(?:申报表|目标表|目标批复表|审批表)$/u;

/** Whether a title is that of a form of targets: 绩效目标申报表, 绩效目标批复表. */
export const isTargetsTitle = (title: string): boolean => TARGETS.test(title.replace(/[（(][^（()）]*[)）]$/u, ''));

export type TitleKind = 'self-evaluation' | 'look-alike';

/** A title as the contract wants it, what it announces, and the year that it names. */
export interface Title {
  readonly title: string;
  readonly kind: TitleKind;
  readonly year: number | null;
}

/** The title of a form without white space and without a trailing (2022年度), or null where the text is not a title. */
export function readTitle(text: string): Title | null {
  const squeezed = squeeze(text);
  if (squeezed === '' || [...squeezed].length > SECTIONS_TOLERANCES.titleLength || /[。；？！，]/u.test(squeezed))
    return null;
  const title = squeezed.replace(YEAR_TAIL, '').replace(HEADING, '');
  const bare = title.replace(/[（(][^（()）]*[)）]$/u, '');
  const isOther = LOOK_ALIKE.test(bare) || (OTHER_USE.test(title) && /表$/u.test(bare));
  const kind = isOther ? 'look-alike' : SELF_EVALUATION.test(bare) ? 'self-evaluation' : null;
  return kind && { title, kind, year: readYear(squeezed) };
}

/** What stands over a form whose title does not say 自评: a heading that ends in 表. Whether it is one of ours, its content must tell. */
export function readPlainTitle(text: string): Title | null {
  const squeezed = squeeze(text);
  if ([...squeezed].length > SECTIONS_TOLERANCES.titleLength || /[。；？！，：:]/u.test(squeezed)) return null;
  const title = squeezed.replace(YEAR_TAIL, '').replace(HEADING, '');
  const bare = title.replace(/[（(][^（()）]*[)）]$/u, '');
  if (!/.{3}表$/u.test(bare) || /^公开/u.test(bare)) return null;
  return { title, kind: 'self-evaluation', year: readYear(squeezed) };
}

/** The year in a line that holds nothing else, but for a speck: (2022 年度). */
export function readYearLine(text: string): number | null {
  const squeezed = arabicYears(squeeze(text));
  return /^[·.、]?[（(]?\s*(自评)?(年度|预算年度)?[:：]?\d{4}年?度?[)）]?[·.、]?$/u.test(squeezed)
    ? readYear(squeezed)
    : null;
}

/** A text and the year that stands behind it, apart: 临江市图书馆（盖章）  2024年度. Null where none does. */
export function splitYear(text: string): [before: string, year: string] | null {
  const [, before, last] = /^(.*\S)\s+(\S+年度[)）]?)$/u.exec(text) ?? [];
  return before !== undefined && last !== undefined && readYearLine(last) !== null ? [before, last] : null;
}
