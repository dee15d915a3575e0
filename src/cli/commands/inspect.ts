import { type Command, Option } from 'commander';
import type { Stage } from '../../contract/drawing.js';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { examples, type HelpId, helpIn } from '../options/help.js';
import { checkArguments, withLimits, withOcr } from '../options/reading.js';
import type { InspectFlags } from '../run/inspect.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

const STAGES = {
  items: 'stageItems',
  rulings: 'stageRulings',
  regions: 'stageRegions',
  separators: 'stageSeparators',
  rows: 'stageRows',
  cells: 'stageCells',
  tables: 'stageTables',
} as const satisfies Record<Stage, HelpId>;

function stagesAndExamples(lang: Language): string {
  const h = helpIn(lang);
  const stages = Object.entries(STAGES).map(([stage, id]) => `  ${stage.padEnd(12)}${h(id)}`);
  const lines = examples(lang, 58, [
    ['evalx inspect report.pdf --pages 2 > page2.svg', 'inspectBrowser'],
    ['evalx inspect report.pdf --stage rulings -o rulings.png', 'inspectPicture'],
  ]);
  return ['', h('stages'), ...stages, lines].join('\n');
}

export function addInspectCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('inspect')
    .summary(h('inspect'))
    .description(h('inspectLong'))
    .argument('<file>', h('pdfFile'))
    .option('--pages <number>', h('inspectPage'), onePage)
    .addOption(new Option('--stage <stage>', h('inspectStage')).choices(Object.keys(STAGES)).default('cells'))
    .option('-o, --output <file>', h('inspectOutput'))
    .addOption(new Option('-f, --format <format>', h('inspectFormat')).choices(['svg', 'png']))
    .addOption(new Option('--png', h('inspectPng')).hideHelp())
    .option('--password <password>', h('password'));
  withOcr(withLimits(command, lang), lang)
    .addHelpText('after', stagesAndExamples(lang))
    .action(async (file: string, flags: InspectFlags) => {
      checkArguments([file], flags);
      const { inspectFile, wantsPng } = await import('../run/inspect.js');
      if (wantsPng(flags) && flags.output === undefined && process.stdout.isTTY) {
        throw new EvalxError(messageOf('pngOnTerminal', {}));
      }
      process.exitCode = exitCode(await inspectFile(file, flags, createMessages(process.stderr, lang)));
    });
}

function onePage(text: string): number[] {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new EvalxError(messageOf('onePageOnly', { text }));
  return [Number(text)];
}
