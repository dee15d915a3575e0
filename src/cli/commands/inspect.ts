import { type Command, Option } from 'commander';
import type { Stage } from '../../contract/drawing.js';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { checkArguments, withLimits, withOcr } from '../options/reading.js';
import type { InspectFlags } from '../run/inspect.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

const STAGES = {
  items: 'characters as they were read 读到的字符',
  rulings: 'lines, put together; edges of coloured areas 合并后的表格线',
  cells: 'cells of this page, with their text 本页单元格及文字',
  tables: 'tables, put together over all pages 跨页合并后的表格',
} satisfies Record<Stage, string>;

const STAGE_HELP = `
Stages 阶段:
${Object.entries(STAGES)
  .map(([stage, help]) => `  ${stage.padEnd(9)}${help}`)
  .join('\n')}

Examples 示例:
  evalx inspect report.pdf --page 2 > page2.svg             open it in a browser 用浏览器打开
  evalx inspect report.pdf --stage rulings -o rulings.png   as a picture 输出图片`;

export function addInspectCommand(program: Command, lang: Language): void {
  const command = program
    .command('inspect')
    .summary('draw what was understood of a page 画出对一页的理解')
    .description(
      'Draw one page with what evalx believed of it, as SVG: good to attach to a bug report.\n' +
        '把一页及程序对它的理解画成 SVG，便于报告问题。',
    )
    .argument('<file>', 'PDF file; - is standard input')
    .option('--page <number>', 'the page, from 1', parsePage, 1)
    .addOption(new Option('--stage <stage>', 'how far').choices(Object.keys(STAGES)).default('cells'))
    .option('-o, --output <file>', 'write there; NAME.png becomes a PNG')
    .option('--png', 'PNG instead of SVG (needs @napi-rs/canvas)')
    .option('--password <password>', 'password of an encrypted file');
  withOcr(withLimits(command))
    .addHelpText('after', STAGE_HELP)
    .action(async (file: string, flags: InspectFlags) => {
      checkArguments([file], flags);
      const { inspectFile, wantsPng } = await import('../run/inspect.js');
      if (wantsPng(flags) && flags.output === undefined && process.stdout.isTTY) {
        throw new EvalxError(messageOf('pngOnTerminal', {}));
      }
      process.exitCode = exitCode(await inspectFile(file, flags, createMessages(process.stderr, lang)));
    });
}

function parsePage(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new EvalxError(messageOf('onePageOnly', { text }));
  return Number(text);
}
