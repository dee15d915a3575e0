import { type Command, Option } from 'commander';
import type { Language } from '../contract/findings.js';
import type { Example, Rule } from '../validator/types.js';
import { languageOf } from './language.js';
import { streamSink } from './sink.js';

const LANGUAGE = () => new Option('--lang <language>', 'language (default: of the environment)').choices(['en', 'zh']);

export function addRulesCommands(program: Command): void {
  program
    .command('rules')
    .summary('list the rules of validate 列出校验规则')
    .description('List the rules that validate checks, with their default severity. 列出全部校验规则及其默认级别。')
    .option('--json', 'print them as JSON')
    .addOption(LANGUAGE())
    .action(async ({ json, lang = languageOf(process.env) }: { readonly json?: true; readonly lang?: Language }) => {
      const [{ RULES }, { ruleInfo }] = await Promise.all([
        import('../validator/rules.js'),
        import('../validator/words.js'),
      ]);
      const rules = RULES.map((rule) => ruleInfo(rule, lang));
      const { write } = streamSink(process.stdout);
      if (json) {
        const { toJson } = await import('../output/json.js');
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
    .action(async (id: string, { lang = languageOf(process.env) }: { readonly lang?: Language }, command: Command) => {
      const { ruleOf } = await import('../validator/rules.js');
      const rule = ruleOf(id);
      if (!rule) command.error(`unknown rule "${id}" (evalx rules lists them)`);
      else await streamSink(process.stdout).write(await explanation(rule, lang));
    });
}

const WORDS = {
  en: { source: 'Source', fails: 'Fails', passes: 'Passes', says: 'Says', off: 'Switch it off' },
  zh: { source: '依据', fails: '不通过的示例', passes: '通过的示例', says: '提示', off: '关闭此规则' },
} as const satisfies Record<Language, object>;

async function explanation(rule: Rule, lang: Language): Promise<string> {
  const [{ reportsOf }, { faultsOf }, { sentence }, { DEFAULT_TOLERANCES }] = await Promise.all([
    import('../validator/example.js'),
    import('../validator/validate.js'),
    import('../validator/words.js'),
    import('../contract/tolerances.js'),
  ]);
  const words = WORDS[lang];
  const faults = faultsOf(rule, reportsOf(rule.examples.fails), 0, DEFAULT_TOLERANCES);
  return [
    `${rule.id} (${rule.severity})`,
    rule.title[lang],
    '',
    rule.why[lang],
    ...(rule.source === null ? [] : [`${words.source}: ${rule.source}`]),
    '',
    `${words.fails}: ${shown(rule.examples.fails)}`,
    ...faults.map((fault) => `${words.says}: ${sentence(rule, fault, lang)}`),
    `${words.passes}: ${shown(rule.examples.passes)}`,
    '',
    `${words.off}: evalx validate --rule ${rule.id}=off`,
    '',
  ].join('\n');
}

const shown = (example: Example): string => JSON.stringify(example);
