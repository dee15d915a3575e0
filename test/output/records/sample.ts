import type { FileResult, FileStatus } from '../../../src/contract/batch.js';
import type {
  Diagnostic,
  EvalxDocument,
  Evidence,
  FundRow,
  Indicator,
  Report,
} from '../../../src/contract/document.js';
import type { Finding } from '../../../src/contract/findings.js';

export const SHA = `c0ffee123456${'0'.repeat(52)}`;

export const fund = (some: Partial<FundRow> = {}): FundRow => ({
  label: '年度资金总额',
  kind: 'total',
  initialBudget: 62,
  annualBudget: 0,
  executed: null,
  weight: 10,
  executionRate: 0.935,
  score: 9.35,
  reason: null,
  extra: {},
  ...some,
});

export const indicator = (some: Partial<Indicator> = {}): Indicator => ({
  goal: null,
  level1: '产出指标',
  level1Weight: 50,
  level2: '数量指标',
  level2Weight: null,
  level3: '开展培训',
  operator: '≥',
  direction: 'more',
  target: '18',
  unit: '次',
  adjustedTarget: null,
  actual: '20',
  weight: 10,
  score: 10,
  reviewedScore: null,
  deviation: null,
  scoringRule: null,
  core: true,
  shared: {},
  extra: {},
  ...some,
});

export const report = (some: Partial<Report> = {}): Report => ({
  title: '财政项目支出绩效自评表',
  year: 2022,
  pages: [1, 2],
  project: {
    name: '51000021R000000019951-云服务',
    supervisingDepartment: '某局',
    implementingUnit: '某中心',
    manager: '张𠮷',
    phone: '02888888888',
  },
  funds: {
    unit: '万元',
    weight: 10,
    rows: [
      fund(),
      fund({ label: '其中：当年财政拨款', kind: 'fiscal', initialBudget: -3.5, weight: null, score: null }),
    ],
  },
  goals: { expected: '建成', actual: '已建成', adjusted: null },
  indicatorsWeight: 90,
  indicators: [indicator(), indicator({ level3: '参训人数', weight: 40, score: 38.5, core: null })],
  total: { weight: 100, score: 95.5, grade: '优' },
  conclusion: { evaluation: '好', problems: null, measures: null },
  notes: null,
  extra: {},
  ...some,
});

export const documentOf = (file: string, ...reports: Report[]): EvalxDocument => ({
  schemaVersion: '1',
  source: { file, sha256: SHA, bytes: 1000, pageCount: 2 },
  reports,
  diagnostics: [],
});

export const diagnostic = (some: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'value-not-a-number',
  severity: 'warning',
  message: '"1oo" under "得分" is not a number',
  page: 1,
  bbox: [72, 90.5, 100, 110],
  ...some,
});

export const finding = (some: Partial<Finding> = {}): Finding => ({
  rule: 'score-total-mismatch',
  severity: 'error',
  message: '总分不符',
  file: 'a.pdf',
  report: 0,
  path: '/reports/0/total/score',
  page: 1,
  bbox: [72, 90.5, 100, 110],
  ...{ labels: [], formula: null, source: null, mend: null },
  ...some,
});

/** Where some fields of {@link report} stand. */
export const EVIDENCE: Readonly<Record<string, Evidence>> = {
  '/reports/0/total/score': { page: 2, bbox: [10, 20, 30, 40.5], raw: '95.5分', confidence: 0.5 },
  '/reports/0/project/name': { page: 1, bbox: [1, 2, 3, 4], raw: '51000021R000000019951-云服务', confidence: 1 },
};

export const status = (some: Partial<FileStatus> = {}): FileStatus => ({
  file: 'a.pdf',
  status: 'read',
  pages: 2,
  reports: 1,
  milliseconds: 120,
  sha256: SHA,
  errorCode: null,
  errorMessage: null,
  ...some,
});

export const result = (some: Partial<FileResult> = {}): FileResult => ({
  status: status(),
  document: documentOf('a.pdf', report()),
  findings: [],
  ...some,
});

export const failed: FileResult = {
  status: status({
    file: 'b.pdf',
    status: 'failed',
    pages: null,
    reports: null,
    sha256: null,
    errorCode: 'pdf-damaged',
    errorMessage: 'the file is damaged',
  }),
  document: null,
  findings: [],
};

/** Texts that a spreadsheet would run, or that XML cannot hold, or that a writer may trip over. */
export const HOSTILE = [
  '=HYPERLINK("http://a.example","x")',
  '+1+1',
  '-a',
  '@SUM(A1)',
  '＝1+1',
  '＠a',
  ' =1',
  '\t=1',
  'say "hi", twice',
  'two\nlines',
  'NUL\u0000BEL\u0007\u000b\uffff',
  'lone\ud800surrogate\udc00',
  '𠮷 stays',
  '<b>&amp;</b>',
  '_x0041_',
  'constructor',
  '__proto__',
  'toString',
  '007',
  '51000021R000000019951',
  '123456789012345678901',
  ' spaces ',
  '�',
];
