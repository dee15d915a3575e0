import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { STDIN } from '../../files/input.js';
import { helpIn } from '../options/help.js';
import { EXIT_CODES, exitCode } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { fileSink } from '../terminal/file-sink.js';
import { streamSink } from '../terminal/sink.js';

/** Where a command writes what it is for. */
export interface OutputFlags {
  /** A file; `-` or nothing for standard output. */
  readonly output?: string;
}

export const withOutput = (command: Command, lang: Language): Command =>
  command.option('-o, --output <file>', helpIn(lang)('output'));

/** Writes a product that is there as a whole to where it is wanted; returns the exit code, and says what went wrong. */
export async function writeProduct(text: string, { output = STDIN }: OutputFlags, lang: Language): Promise<number> {
  if (output === STDIN) {
    await streamSink(process.stdout).write(text);
    return EXIT_CODES.fine;
  }
  try {
    const sink = fileSink(output);
    await sink.write(text);
    sink.finish();
    return EXIT_CODES.fine;
  } catch (error) {
    const { text: said, outcome } = failure(output, error, lang);
    process.stderr.write(said);
    return exitCode([outcome]);
  }
}
