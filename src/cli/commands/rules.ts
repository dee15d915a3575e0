import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { DEFAULT_TOLERANCES, type ToleranceName, type Tolerances } from '../../contract/tolerances.js';
import { type Message, messageOf, say, sayWithFlags, type Value } from '../../messages/say.js';
import type { Example, Rule } from '../../validator/validator-types.js';
import { helpIn, languageOption } from '../options/help.js';
import { streamSink } from '../terminal/sink.js';

export function addRulesCommands(program: Command, lang: Language): void {
  const h = helpIn(lang);
  program
    .command('rules')
    .summary(h('rules'))
    .description(h('rulesLong'))
    .option('--json', h('asJson'))
    .addOption(languageOption(lang))
    .action(async ({ json }: { readonly json?: true }) => {
      const [{ RULES }, { ruleInfo }] = await Promise.all([
        import('../../validator/rules.js'),
        import('../../validator/words.js'),
      ]);
      const rules = RULES.map((rule) => ruleInfo(rule, lang));
      const { write } = streamSink(process.stdout);
      if (json) {
        const { toJson } = await import('../../output/json.js');
        await write(toJson(rules, 'indented'));
        return;
      }
      const width = Math.max(...rules.map(({ id }) => id.length));
      await write(
        rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`).join(''),
      );
    });

  program
    .command('explain')
    .summary(h('explain'))
    .description(h('explainLong'))
    .argument('<rule>', h('explainRule'))
    .addOption(languageOption(lang))
    .action(async (id: string, _: object, command: Command) => {
      const [{ RULES, ruleOf }, { didYouMean }] = await Promise.all([
        import('../../validator/rules.js'),
        import('../options/suggest.js'),
      ]);
      const rule = ruleOf(id);
      const near = (): Value =>
        didYouMean(
          id,
          RULES.map((one) => one.id),
        );
      if (!rule) command.error(sayWithFlags(messageOf('unknownRule', { id, near: near() }), lang));
      else await streamSink(process.stdout).write(await explanation(rule, lang));
    });
}

async function explanation(rule: Rule, lang: Language): Promise<string> {
  const [{ confidenceOf, reportsOf }, { faultsOf }, { sentence }] = await Promise.all([
    import('../../validator/example.js'),
    import('../../validator/validate.js'),
    import('../../validator/words.js'),
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
    ...(rule.source === null ? [] : [said(messageOf('source', { source: rule.source }))]),
    '',
    said(messageOf('failing', { example: shown(fails) })),
    ...faults.map((fault) => said(messageOf('saying', { sentence: sentence(rule, fault, lang) }))),
    said(messageOf('passing', { example: shown(passes) })),
    '',
    ...(tolerances === '' ? [] : [said(messageOf('tolerances', { tolerances }))]),
    said(messageOf('switchOff', { command: `evalx validate --rule ${rule.id}=off` })),
    '',
  ].join('\n');
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
