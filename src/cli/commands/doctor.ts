import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import type { Check } from '../run/doctor.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { streamSink } from '../terminal/sink.js';

const DOCTOR_HELP = `
The exit code is 0 where PDFs with text can be read: canvas, fonts and OCR engines are for more than that.
能读取有文字层的 PDF 时退出码为 0；画布、字体和 OCR 引擎只用于其他功能。`;

export function addDoctorCommand(program: Command, lang: Language): void {
  program
    .command('doctor')
    .summary('check the installation: Node, canvas, fonts, OCR 检查安装情况')
    .description(
      'Try what evalx stands on, and say how to install what is missing. 逐项试用所依赖的环境，并说明如何补装。',
    )
    .option('--json', 'print the checks as JSON')
    .addOption(new Option('--lang <language>', 'language (default: of the environment)').choices(['en', 'zh']))
    .addHelpText('after', DOCTOR_HELP)
    .action(async ({ json }: { readonly json?: true }) => {
      const [{ doctor }, { toJson }, { escapeLine }] = await Promise.all([
        import('../run/doctor.js'),
        import('../../output/json.js'),
        import('../../output/escape.js'),
      ]);
      const checks = await doctor(process.versions.node);
      const lines = (): string =>
        [...checks.map((check) => line(check, lang)), outcome(checks, lang)]
          .map((text) => `${escapeLine(text)}\n`)
          .join('');
      await streamSink(process.stdout).write(json ? toJson(checks, 'indented') : lines());
      if (checks.some(({ needed, problem }) => needed && problem !== null)) process.exitCode = EXIT_CODES.fault;
    });
}

const WORDS = {
  en: {
    ok: 'ok      ',
    fails: 'missing ',
    node: 'Node.js',
    reader: 'PDF reader',
    canvas: 'canvas, for inspect --png and for pages that OCR must draw',
    fonts: 'font for Chinese, for inspect --png',
    paddle: 'OCR by PP-OCR',
    tesseract: 'OCR by Tesseract',
    install: 'to install',
    broken: 'evalx does not work here.',
    scans: 'PDFs with text are read, and scans by',
    noScans: 'PDFs with text are read; scans need one of the OCR engines.',
  },
  zh: {
    ok: '正常  ',
    fails: '缺少  ',
    node: 'Node.js',
    reader: 'PDF 读取',
    canvas: '画布，用于 inspect --png 和需要重画后识别的页',
    fonts: '中文字体，用于 inspect --png',
    paddle: 'OCR 引擎 PP-OCR',
    tesseract: 'OCR 引擎 Tesseract',
    install: '安装',
    broken: 'evalx 在此无法工作。',
    scans: '可读取有文字层的 PDF；扫描件由以下引擎识别：',
    noScans: '可读取有文字层的 PDF；扫描件需安装任一 OCR 引擎。',
  },
} as const satisfies Record<Language, object>;

function line({ id, found, problem, install }: Check, lang: Language): string {
  const words = WORDS[lang];
  if (problem === null) return `${words.ok}${words[id]}: ${found}`;
  return `${words.fails}${words[id]}: ${problem}; ${words.install}: ${install}`;
}

function outcome(checks: readonly Check[], lang: Language): string {
  const words = WORDS[lang];
  if (checks.some(({ needed, problem }) => needed && problem !== null)) return words.broken;
  const engine = checks.find(({ id, found }) => (id === 'paddle' || id === 'tesseract') && found !== null);
  return engine ? `${words.scans} ${engine.id === 'paddle' ? 'PP-OCR' : 'Tesseract'}` : words.noScans;
}
