import { existsSync } from 'node:fs';
import type { CommanderError } from 'commander';
import type { ErrorCode } from '../../contract/error-code.js';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { type BegunThread, keepThread } from '../../guard/thread.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { OCR_MODES } from '../../ocr/options.js';
import { message } from '../../output/message.js';
import { inNewSpelling } from '../grammar/old-spellings.js';
import { spokenLanguage } from '../options/language.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { catchInterrupts, exitNow } from '../terminal/interrupt.js';
import { isClosed } from '../terminal/sink.js';
import { withAllBytes } from './argument-bytes.js';

/** Runs the command line. It ends by itself when everything is written; the exit code is set by then. */
export async function main(given: readonly string[], thread: BegunThread | null): Promise<void> {
  const argv = withAllBytes(given);
  if (thread) keepThread(thread);
  const lang = spokenLanguage(argv, process.env);
  catchInterrupts();
  process.stdout.on('error', (error) => {
    if (!isClosed(error)) process.exitCode = EXIT_CODES.fault;
  });
  process.stderr.on('error', () => {});
  process.on('uncaughtException', (error) => {
    process.stderr.write(failure(sayWithFlags(messageOf('inBackground', {}), lang), error, lang).text);
    exitNow(EXIT_CODES.fault);
  });
  try {
    const { createProgram } = await import('./program.js');
    const { argv: spelled, told } = inNewSpelling(argv);
    if (process.stderr.isTTY) {
      for (const spelling of told)
        process.stderr.write(message(sayWithFlags(messageOf('oldSpelling', spelling), lang)));
    }
    await createProgram(lang).parseAsync(withoutBareOcr(spelled));
  } catch (error) {
    process.exitCode = reported(error, lang);
  }
}

/** `--ocr` before a file has no mode behind it: commander would take the file for one. What is neither, commander refuses. */
const withoutBareOcr = (argv: readonly string[]): string[] =>
  argv.map((arg, i) => (arg === '--ocr' && !isMeantAsMode(argv[i + 1]) ? '--ocr=auto' : arg));

/** A mode, or a word that was meant for one: no flag, no path, and no file of that name. */
const isMeantAsMode = (arg: string | undefined): boolean =>
  (OCR_MODES as readonly (string | undefined)[]).includes(arg) ||
  (arg !== undefined && /^[a-z]+$/iu.test(arg) && !existsSync(arg));

/** Says what went wrong, where commander has not said it already, and returns the exit code. */
function reported(error: unknown, lang: Language): number {
  if (isUsageError(error)) return error.exitCode === 0 ? EXIT_CODES.fine : EXIT_CODES.fault;
  const isWhole = error instanceof EvalxError && SAY_WHERE.has(error.code);
  const where = sayWithFlags(messageOf('commandLine', {}), lang);
  process.stderr.write(isWhole ? message(sayWithFlags(error.said, lang)) : failure(where, error, lang).text);
  return EXIT_CODES.fault;
}

/** An error of commander, which is loaded after this file. */
const isUsageError = (error: unknown): error is CommanderError =>
  error instanceof Error && error.name === 'CommanderError';

/** Errors whose message says where, or whose place is the command line itself. */
const SAY_WHERE: ReadonlySet<ErrorCode> = new Set(['usage', 'config-invalid']);
