import { countSeverities } from '../../../contract/diagnostics.js';
import type { CheckedForm, Finding, Language } from '../../../contract/findings.js';
import { OPINION, type OpinionWord } from '../../../messages/checking/opinion.js';
import { fill, valueIn } from '../../../messages/words.js';
import { type FileGroup, type FormGroup, fileGroups, summaryOf } from '../common/groups.js';
import { fieldName, SECTIONS, type Section, sectionOf } from '../common/place.js';
import { FINDINGS_WORDS } from '../common/words.js';
import type { FindingsContext, Severity } from '../writer.js';
import type { Block, Row } from './blocks.js';

/** One form of the run, and what is known of it. */
interface Case {
  readonly group: FileGroup;
  readonly form: FormGroup;
  readonly facts: CheckedForm | null;
}

type Say = (id: OpinionWord, data?: Readonly<Record<string, string | number>>) => string;

/** The opinions on all forms of a run; with `quiet` on those with errors alone. */
export function opinionBlocks(context: FindingsContext): Block[] {
  const say = sayIn(context.lang);
  const groups = fileGroups(context);
  const cases = groups.flatMap((group) =>
    group.forms.map((form) => ({ group, form, facts: factsOf(group, form, context) })),
  );
  const shown = context.quiet
    ? cases.filter(({ form }) => form.findings.some(({ severity }) => severity === 'error'))
    : cases;
  return [
    ...head(context, say),
    ...(cases.length > 1 ? [overview(cases, say)] : []),
    ...unread(groups, context.lang, say),
    ...shown.flatMap((one, i) => opinion(one, context, say, cases.length > 1 || i > 0)),
  ];
}

const sayIn =
  (lang: Language): Say =>
  (id, data = {}) =>
    fill(OPINION[id], lang, (name) => String(valueIn(data, name)));

function head(context: FindingsContext, say: Say): Block[] {
  const { config } = context.validation;
  return [
    { kind: 'heading', level: 1, text: say('heading') },
    { kind: 'paragraph', text: summaryOf(context) },
    ...(config === null ? [] : [{ kind: 'paragraph', text: FINDINGS_WORDS[context.lang].config(config) } as const]),
  ];
}

const factsOf = ({ file }: FileGroup, { report }: FormGroup, { validation }: FindingsContext): CheckedForm | null =>
  validation.files.find((checked) => checked.file === file && checked.reports[report])?.reports[report] ?? null;

function overview(cases: readonly Case[], say: Say): Block {
  const rows = cases.map(({ group, form, facts }): Row => {
    const counts = countSeverities(form.findings);
    const numbers = [counts.error, counts.warning, counts.info].map(String);
    const score = facts?.score ?? null;
    return {
      cells: [
        form.name,
        group.file,
        score === null ? '' : String(score),
        ...numbers,
        say(verdictOf(form.findings, group.read)),
      ],
      severity: worst(form.findings),
    };
  });
  const head = (['project', 'file', 'score', 'errors', 'warnings', 'infos', 'verdict'] as const).map((id) => say(id));
  return { kind: 'table', head, rows };
}

const worst = (findings: readonly Finding[]): Severity | null =>
  (['error', 'warning', 'info'] as const).find((one) => findings.some(({ severity }) => severity === one)) ?? null;

/** A form of a file that was not wholly read has not passed, whatever was found. */
function verdictOf(
  findings: readonly Finding[],
  read: FileGroup['read'],
): 'returned' | 'toExplain' | 'passed' | 'notReviewed' {
  const severity = worst(findings);
  if (severity === 'error') return 'returned';
  if (read !== 'yes') return 'notReviewed';
  return severity === 'warning' ? 'toExplain' : 'passed';
}

/** What was said of files, and not of one of their forms. */
function unread(groups: readonly FileGroup[], lang: Language, say: Say): Block[] {
  const { severities, inBrackets } = FINDINGS_WORDS[lang];
  const rows = groups.flatMap(({ file, problems, findings }) =>
    [...problems, ...findings].map((one): Row => {
      const { severity, page, message } = one;
      const told = `${message}${inBrackets('rule' in one ? one.rule : one.code)}`;
      return { cells: [file, page === null ? '' : String(page), severities[severity], told], severity };
    }),
  );
  if (rows.length === 0) return [];
  const head = [say('file'), say('page'), say('severity'), say('problem')];
  return [
    { kind: 'heading', level: 2, text: say('unread') },
    { kind: 'table', head, rows },
  ];
}

function opinion({ group, form, facts }: Case, context: FindingsContext, say: Say, startsPage: boolean): Block[] {
  const { findings } = form;
  const verdict = verdictOf(findings, group.read);
  const { error: errors, warning: warnings, info: infos } = countSeverities(findings);
  const found =
    findings.length === 0 ? say('foundNone') : say('foundSome', { all: findings.length, errors, warnings, infos });
  const conclusion = {
    returned: 'returnedLong',
    toExplain: 'toExplainLong',
    passed: 'passedLong',
    notReviewed: 'notReviewed',
  } as const;
  return [
    {
      kind: 'heading',
      level: 1,
      text: `${say('heading')}${FINDINGS_WORDS[context.lang].inBrackets(form.name)}`,
      startsPage,
    },
    { kind: 'heading', level: 2, text: say('basics') },
    { kind: 'facts', rows: factRows(facts, group.file, say) },
    { kind: 'heading', level: 2, text: say('result') },
    { kind: 'paragraph', text: say('checked', { found }) },
    ...problemBlocks(findings, context.lang, say),
    ...standingBlocks(group, form, context.lang, say),
    { kind: 'heading', level: 2, text: say('conclusion') },
    { kind: 'paragraph', text: say(conclusion[verdict]) },
    { kind: 'paragraph', text: say('byProgram', { version: context.version }) },
    { kind: 'signature', lines: (['reviewer', 'second', 'office', 'date'] as const).map((id) => say(id)) },
  ];
}

function factRows(facts: CheckedForm | null, file: string, say: Say): [string, string][] {
  const own: Partial<CheckedForm> = facts ?? {};
  const stated = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? say('notStated') : String(value);
  const unit = own.unit ? `（${own.unit}）` : '';
  const rate = own.executionRate ?? null;
  return [
    [say('project'), stated(own.name)],
    [say('formTitle'), stated(own.title)],
    [say('department'), stated(own.supervisingDepartment)],
    [say('unit'), stated(own.implementingUnit)],
    [say('year'), stated(own.year)],
    [say('budget', { unit }), stated(own.annualBudget)],
    [say('executed', { unit }), stated(own.executed)],
    [say('rate'), rate === null ? say('notStated') : `${Number((rate * 100).toFixed(2))}%`],
    [say('score'), own.score === null || own.score === undefined ? say('notStated') : scoreText(own)],
    [say('grade'), stated(own.grade)],
    [say('indicators'), stated(own.indicators)],
    [say('file'), file],
    [say('page'), stated(own.page)],
  ];
}

const scoreText = ({ score, fullScore }: Partial<CheckedForm>): string =>
  fullScore === null || fullScore === undefined ? String(score) : `${score} / ${fullScore}`;

const SECTION_WORDS = {
  header: 'ofHeader',
  funds: 'ofFunds',
  goals: 'ofGoals',
  indicators: 'ofIndicators',
  total: 'ofTotal',
  reading: 'ofReading',
} as const satisfies Record<Section, OpinionWord>;

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** The findings by section of the form, in each the worst first; their numbers run through. */
function problemBlocks(findings: readonly Finding[], lang: Language, say: Say): Block[] {
  if (findings.length === 0) return [];
  let number = 0;
  const head = (['number', 'severity', 'place', 'problem', 'arithmetic', 'basis', 'mend'] as const).map((id) =>
    say(id),
  );
  const sections = SECTIONS.flatMap((section): Block[] => {
    const own = findings.filter((finding) => sectionOf(finding) === section);
    const ordered = own
      .map((finding, i) => ({ finding, i }))
      .sort((a, b) => rankOf(a.finding) - rankOf(b.finding) || a.i - b.i);
    if (ordered.length === 0) return [];
    const rows = ordered.map(({ finding }) => problemRow(++number, finding, lang));
    return [
      { kind: 'heading', level: 3, text: say(SECTION_WORDS[section]) },
      { kind: 'table', head, rows },
    ];
  });
  return [{ kind: 'heading', level: 2, text: say('problems') }, ...sections];
}

const rankOf = ({ severity }: Finding): number => RANK[severity];

function problemRow(number: number, finding: Finding, lang: Language): Row {
  const { severity, message, formula, source, mend, page, rule } = finding;
  const words = FINDINGS_WORDS[lang];
  const where = [fieldName(finding, lang), ...(page === null ? [] : [words.page(page)])].filter((part) => part !== '');
  return {
    cells: [
      String(number),
      words.severities[severity],
      where.join(lang === 'zh' ? '，' : ', '),
      `${message}${words.inBrackets(rule)}`,
      formula ?? '',
      source ?? '',
      mend ?? '',
    ],
    severity,
  };
}

/** What people let stand, the config suppresses or the baseline knows: told, but not counted. */
function standingBlocks({ standing }: FileGroup, { report }: FormGroup, lang: Language, say: Say): Block[] {
  const own = standing.filter(({ finding }) => finding.report === report);
  if (own.length === 0) return [];
  const rows = own.map(({ finding, state, why }): Row => {
    return { cells: [state, fieldName(finding, lang), finding.message, why], severity: null };
  });
  return [
    { kind: 'heading', level: 2, text: say('standing') },
    { kind: 'table', head: [say('verdict'), say('place'), say('problem'), say('why')], rows },
  ];
}
