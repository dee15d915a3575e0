import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { DEFAULT_TOLERANCES, type ToleranceName, type Tolerances } from '../../contract/tolerances.js';
import { messageOf, sayWithFlags, type Value } from '../../messages/say.js';
import type { Example, Rule } from '../../validator/validator-types.js';
import { streamSink } from '../terminal/sink.js';

const LANGUAGE = () => new Option('--lang <language>', 'language (default: of the environment)').choices(['en', 'zh']);

export function addRulesCommands(program: Command, lang: Language): void {
  program
    .command('rules')
    .summary('list the rules of validate 列出校验规则')
    .description('List the rules that validate checks, with their default severity. 列出全部校验规则及其默认级别。')
    .option('--json', 'print them as JSON')
    .addOption(LANGUAGE())
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
    .summary('explain a rule of validate 说明一条校验规则')
    .description(
      'Say what a rule checks, why, and show a form that fails it and one that passes. 说明规则内容、依据和示例。',
    )
    .argument('<rule>', 'id of a rule')
    .addOption(LANGUAGE())
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

const WORDS = {
  en: {
    source: 'Source',
    fails: 'Fails',
    passes: 'Passes',
    says: 'Says',
    tolerances: 'Tolerances',
    off: 'Switch it off',
  },
  zh: {
    source: '依据',
    fails: '不通过的示例',
    passes: '通过的示例',
    says: '提示',
    tolerances: '容差',
    off: '关闭此规则',
  },
} as const satisfies Record<Language, object>;

async function explanation(rule: Rule, lang: Language): Promise<string> {
  const [{ confidenceOf, reportsOf }, { faultsOf }, { sentence }] = await Promise.all([
    import('../../validator/example.js'),
    import('../../validator/validate.js'),
    import('../../validator/words.js'),
  ]);
  const words = WORDS[lang];
  const used = new Set<string>();
  const check = (example: Example) => faultsOf(rule, reportsOf(example), 0, noting(used), confidenceOf(example));
  const { fails, passes } = rule.examples;
  const faults = check(fails);
  check(passes);
  const tolerances = [...used].map((name) => `${name} ${DEFAULT_TOLERANCES[name as ToleranceName]}`).join(', ');
  return [
    `${rule.id} (${rule.severity})`,
    rule.title[lang],
    '',
    rule.why[lang],
    ...(rule.source === null ? [] : [`${words.source}: ${rule.source}`]),
    '',
    `${words.fails}: ${shown(fails)}`,
    ...faults.map((fault) => `${words.says}: ${sentence(rule, fault, lang)}`),
    `${words.passes}: ${shown(passes)}`,
    '',
    ...(tolerances === '' ? [] : [`${words.tolerances}: ${tolerances}`]),
    `${words.off}: evalx validate --rule ${rule.id}=off`,
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
