import type { Language } from '../../../contract/findings.js';
import type { Severity } from '../writer.js';

/** How many of what; `unread` and `partly` count files, `forms` the forms that were checked. */
export interface Counts {
  readonly files: number;
  readonly forms: number;
  readonly unread: number;
  readonly partly: number;
  readonly severities: Readonly<Record<Severity, number>>;
  /** Findings that people let stand. */
  readonly accepted: number;
  /** Findings that the config suppresses, that the baseline knows, and that it knew and are gone. */
  readonly suppressed: number;
  readonly known: number;
  readonly fixed: number;
  /** Whether errors alone are told: then nothing is said of how many others there are. */
  readonly quiet: boolean;
}

/** What the formats say themselves, in one language. */
export interface FindingsWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly page: (page: number) => string;
  readonly form: (number: number) => string;
  /** A remark behind a name. */
  readonly inBrackets: (text: string) => string;
  /** A sentence with what it is about in front. */
  readonly about: (subject: string, sentence: string) => string;
  readonly unread: string;
  /** Of a finding that a person lets stand. */
  readonly accepted: string;
  /** Of a finding that the config suppresses, that the baseline knows, that it knew and is gone. */
  readonly suppressed: string;
  readonly known: string;
  readonly fixed: string;
  readonly suppressedUntil: (until: string, reason: string) => string;
  readonly inBaseline: string;
  /** How many count for nothing, of each kind; null where there are none. */
  readonly standingCount: (counts: Pick<Counts, 'accepted' | 'suppressed' | 'known' | 'fixed'>) => string | null;
  readonly acceptedBy: (who: string, why: string) => string;
  /** Which config is in force. */
  readonly config: (path: string) => string;
  readonly reading: string;
  readonly source: string;
  readonly summary: (counts: Counts) => string;
  readonly heading: string;
  readonly columns: Readonly<
    Record<'file' | 'forms' | 'read' | 'severity' | 'form' | 'page' | 'message' | 'rule', string>
  >;
  readonly read: Readonly<Record<'yes' | 'partly' | 'no', string>>;
}

/** The sentence, with the page in front where there is one. */
export const withPage = (words: FindingsWords, page: number | null, sentence: string): string =>
  page === null ? sentence : words.about(words.page(page), sentence);

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** What was found of each severity, of errors alone where only these are told; `nothing` where that is none. */
function found({ severities: { error, warning, info }, quiet }: Counts, nothing: string, told: readonly string[]) {
  if (error + warning + info === 0) return nothing;
  return (quiet ? told.slice(0, 1) : told).join('');
}

type Standing = Pick<Counts, 'accepted' | 'suppressed' | 'known' | 'fixed'>;

/** What stands, of each kind of which there is something. */
const standing = (counts: Standing, words: Readonly<Record<keyof Standing, (count: number) => string>>): string[] =>
  (['accepted', 'suppressed', 'known', 'fixed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [words[kind](counts[kind])],
  );

const STANDING_EN = {
  accepted: (count: number) => `${count} accepted`,
  suppressed: (count: number) => `${count} suppressed`,
  known: (count: number) => `${count} known`,
  fixed: (count: number) => `${count} fixed since the baseline`,
};

const STANDING_ZH = {
  accepted: (count: number) => `${count} 个问题已认可`,
  suppressed: (count: number) => `${count} 个问题已忽略`,
  known: (count: number) => `${count} 个已知问题`,
  fixed: (count: number) => `${count} 个已知问题已消除`,
};

function summaryEn(counts: Counts): string {
  const { files, forms, unread, partly, severities, quiet } = counts;
  const told = [
    count(severities.error, 'error', 'errors'),
    `, ${count(severities.warning, 'warning', 'warnings')}`,
    `, ${severities.info} info`,
  ];
  const clauses = [
    `${count(files, 'file', 'files')}, ${count(forms, 'form', 'forms')}: ${found(counts, quiet ? 'no errors' : 'nothing found', told)}`,
    ...standing(counts, STANDING_EN),
    ...(unread === 0 ? [] : [`${count(unread, 'file', 'files')} could not be read`]),
    ...(partly === 0 ? [] : [`${count(partly, 'file', 'files')} could be read only in part`]),
  ];
  return clauses.join('; ');
}

function summaryZh(counts: Counts): string {
  const { files, forms, unread, partly, severities, quiet } = counts;
  const told = [`${severities.error} 个错误`, `，${severities.warning} 个警告`, `，${severities.info} 个提示`];
  const clauses = [
    `${files} 个文件，${forms} 张表：${found(counts, quiet ? '没有错误' : '未发现问题', told)}`,
    ...standing(counts, STANDING_ZH),
    ...(unread === 0 ? [] : [`${unread} 个文件无法读取`]),
    ...(partly === 0 ? [] : [`${partly} 个文件只读取了一部分`]),
  ];
  return clauses.join('；');
}

export const FINDINGS_WORDS: Readonly<Record<Language, FindingsWords>> = {
  en: {
    severities: { error: 'error', warning: 'warning', info: 'info' },
    page: (page) => `page ${page}`,
    form: (number) => `form ${number}`,
    inBrackets: (text) => ` (${text})`,
    about: (subject, sentence) => `${subject}: ${sentence}`,
    unread: 'could not be read',
    accepted: 'accepted',
    suppressed: 'suppressed',
    known: 'known',
    fixed: 'fixed',
    suppressedUntil: (until, reason) => `suppressed until ${until}: ${reason}`,
    inBaseline: 'known to the baseline',
    standingCount: (counts) => standing(counts, STANDING_EN).join('; ') || null,
    acceptedBy: (who, why) => `accepted by ${who}: ${why}`,
    config: (path) => `the settings are those of ${path}`,
    reading: 'reading the file',
    source: 'Source',
    summary: summaryEn,
    heading: 'Findings',
    columns: {
      ...{ file: 'File', forms: 'Forms', read: 'Read', severity: 'Severity' },
      ...{ form: 'Form', page: 'Page', message: 'Finding', rule: 'Rule' },
    },
    read: { yes: 'yes', partly: 'in part', no: 'no' },
  },
  zh: {
    severities: { error: '错误', warning: '警告', info: '提示' },
    page: (page) => `第 ${page} 页`,
    form: (number) => `表 ${number}`,
    inBrackets: (text) => `（${text}）`,
    about: (subject, sentence) => `${subject}：${sentence}`,
    unread: '无法读取',
    accepted: '已认可',
    suppressed: '已忽略',
    known: '已知',
    fixed: '已消除',
    suppressedUntil: (until, reason) => `忽略至 ${until}：${reason}`,
    inBaseline: '基线中的已知问题',
    standingCount: (counts) => standing(counts, STANDING_ZH).join('；') || null,
    acceptedBy: (who, why) => `${who} 已认可：${why}`,
    config: (path) => `所用配置：${path}`,
    reading: '读取文件',
    source: '依据',
    summary: summaryZh,
    heading: '检查结果',
    columns: {
      ...{ file: '文件', forms: '表数', read: '已读取', severity: '级别' },
      ...{ form: '表', page: '页', message: '问题', rule: '规则' },
    },
    read: { yes: '是', partly: '部分', no: '否' },
  },
};
