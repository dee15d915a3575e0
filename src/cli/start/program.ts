import { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { message } from '../../output/message.js';
import { addBatchCommands } from '../commands/batch.js';
import { addDoctorCommand } from '../commands/doctor.js';
import { addFamiliesCommand } from '../commands/families.js';
import { addInspectCommand } from '../commands/inspect.js';
import { addParseCommand, PARSE_EXAMPLES } from '../commands/parse.js';
import { addQueueCommand } from '../commands/queue.js';
import { addRulesCommands } from '../commands/rules.js';
import { addSchemaCommand } from '../commands/schema.js';
import { addTablesCommand } from '../commands/tables.js';
import { addValidateCommand } from '../commands/validate.js';
import { packageVersion } from '../options/version.js';

const EXIT_CODE_HELP = `
Exit codes 退出码:
  0    fine 正常
  1    findings that fail the run (--fail-on) 校验发现问题
  2    wrong usage, or a fault of evalx itself 用法错误或程序故障
  3    some input could not be read 部分输入无法读取
  130  interrupted 被中断`;

/** The commands. Nothing here loads more than commander: what a command needs, its action imports. */
export function createProgram(lang: Language): Command {
  const program = new Command('evalx')
    .description(
      'Read Chinese budget performance self-evaluation forms (绩效自评表) from PDF into JSON.\n' +
        '把 PDF 格式的预算绩效自评表读成结构化 JSON。',
    )
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(usageError(text)) });
  addParseCommand(program, lang);
  addValidateCommand(program, lang);
  addBatchCommands(program, lang);
  addQueueCommand(program, lang);
  addTablesCommand(program, lang);
  addInspectCommand(program, lang);
  addRulesCommands(program, lang);
  addFamiliesCommand(program, lang);
  addSchemaCommand(program, lang);
  addDoctorCommand(program, lang);
  return program.addHelpText('after', PARSE_EXAMPLES).addHelpText('afterAll', EXIT_CODE_HELP);
}

/** commander's message as one line of ours. */
function usageError(text: string): string {
  const what = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\.$/, '');
  return message(`${what.replaceAll('\n', ' ')}; see evalx --help`);
}
