import type { Command } from 'commander';
import type { DiagnosticCode } from '../../../contract/document.js';
import type { Language, RuleInfo } from '../../../contract/findings.js';
import { DEFAULT_TOLERANCES, type ToleranceName, type Tolerances } from '../../../contract/tolerances.js';
import type { Difference } from '../../../messages/checking/differences.js';
import { type Message, messageOf, say, sayWithFlags } from '../../../messages/say.js';
import type { Example, Rule } from '../../../validator/validator-types.js';
import { type ListingFlags, withListing, writeListing } from '../../grammar/listing.js';
import { type OutputFlags, withOutput, writeProduct } from '../../grammar/output.js';
import { helpIn, languageOption } from '../../options/help.js';

export function addRulesCommands(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const list = program.command('rules').summary(h('rules')).description(h('rulesLong')).addOption(languageOption(lang));
  withListing(list, lang).action(async (flags: ListingFlags) => {
    const { allInfos } = await import('../../../validator/rules.js');
    const rules = allInfos(lang);
    const width = Math.max(...rules.map(({ id }) => id.length));
    const listed = (wanted: RuleInfo['kind']): string =>
      rules
        .filter(({ kind }) => kind === wanted)
        .map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`)
        .join('');
    const text = (): string =>
      `${listed('rule')}\n${say(messageOf('ofReader', {}), { lang })}\n${listed('diagnostic')}`;
    process.exitCode = await writeListing({ text, json: () => rules }, flags, lang);
  });

  const explain = program
    .command('explain')
    .summary(h('explain'))
    .description(h('explainLong'))
    .argument('<rule>', h('explainRule'))
    .addOption(languageOption(lang));
  withOutput(explain, lang).action(async (id: string, flags: OutputFlags, command: Command) => {
    const [{ FINDING_IDS, isCode, ruleOf }, { COMPARE_IDS, DIFFERENCES }, { didYouMean }] = await Promise.all([
      import('../../../validator/rules.js'),
      import('../../../messages/checking/differences.js'),
      import('../../../messages/library/suggest.js'),
    ]);
    const rule = ruleOf(id);
    const difference = DIFFERENCES.find((one) => one.id === id);
    const ids = [...FINDING_IDS, ...COMPARE_IDS];
    if (!rule && !difference && !isCode(id))
      command.error(sayWithFlags(messageOf('unknownRule', { id, near: didYouMean(id, ids) }), lang));
    const lines = [
      ...(rule ? await explanation(rule, lang) : []),
      ...(difference ? differenceExplanation(difference, lang) : []),
      ...(isCode(id) ? [...(rule ? [''] : []), ...(await codeExplanation(id, lang))] : []),
      say(messageOf('switchOff', { command: `evalx ${difference ? 'compare' : 'validate'} --rule ${id}=off` }), {
        lang,
      }),
    ];
    process.exitCode = await writeProduct(lines.map((line) => `${line}\n`).join(''), flags, lang);
  });
}

/** What the diagnostics of a code are about, and all that they say. */
async function codeExplanation(code: DiagnosticCode, lang: Language): Promise<string[]> {
  const { codeInfo, sayingsOf } = await import('../../../validator/words.js');
  const { severity, title, why } = codeInfo(code, lang);
  const said = (message: Message): string => say(message, { lang });
  return [
    said(messageOf('codeOfReader', { code, severity })),
    title,
    '',
    why,
    '',
    ...sayingsOf(code, lang).map((one) => said(messageOf('sayingWith', one))),
    '',
    ...(severity === 'error' ? [said(messageOf('notPassed', {}))] : []),
  ];
}

/** What `compare` finds of a kind; what stands in braces is taken from the forms. */
function differenceExplanation(
  { id, severity, title, why, mend, source, messages }: Difference,
  lang: Language,
): string[] {
  const said = (message: Message): string => say(message, { lang });
  return [
    `${id} (${severity})`,
    title[lang],
    '',
    why[lang],
    said(messageOf('mending', { mend: mend[lang] })),
    ...(source === null ? [] : [said(messageOf('source', { source }))]),
    '',
    ...Object.values(messages).map((words) => said(messageOf('saying', { sentence: words[lang] }))),
    '',
  ];
}

async function explanation(rule: Rule, lang: Language): Promise<string[]> {
  const [{ confidenceOf, reportsOf }, { faultsOf }, { sentence }] = await Promise.all([
    import('../../../validator/example.js'),
    import('../../../validator/validate.js'),
    import('../../../validator/words.js'),
  ]);
  const used = new Set<string>();
  const check = (example: Example) => faultsOf(rule, reportsOf(example), 0, noting(used), confidenceOf(example));
  const { fails, passes } = rule.examples;
  const faults = check(fails);
  check(passes);
  const tolerances = [...used].map((name) => `${name} ${DEFAULT_TOLERANCES[name as ToleranceName]}`).join(', ');
  const said = (message: Message): string => say(message, { lang });
  return [
    `${rule.id} (${rule.severity})`,
    rule.title[lang],
    '',
    rule.why[lang],
    said(messageOf('mending', { mend: rule.mend[lang] })),
    ...(rule.source === null ? [] : [said(messageOf('source', { source: rule.source }))]),
    '',
    said(messageOf('failing', { example: shown(fails) })),
    ...faults.map((fault) => said(messageOf('saying', { sentence: sentence(rule, fault, lang) }))),
    said(messageOf('passing', { example: shown(passes) })),
    '',
    ...(tolerances === '' ? [] : [said(messageOf('tolerances', { tolerances }))]),
  ];
}

/** The default tolerances; notes which of them a rule asks for. */
const noting = (used: Set<string>): Tolerances =>
  new Proxy(DEFAULT_TOLERANCES, {
    get: (tolerances, name) => {
      used.add(String(name));
      return tolerances[name as ToleranceName];
    },
  });

const shown = (example: Example): string => JSON.stringify(example);
