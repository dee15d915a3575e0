import type { Command } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { type Message, messageOf, say, sayValue } from '../../../messages/say.js';
import { type ListingFlags, withListing, writeListing } from '../../grammar/listing.js';
import { helpIn, languageOption } from '../../options/help.js';
import type { Check } from '../../run/doctor.js';
import { EXIT_CODES } from '../../terminal/exit-code.js';

export function addDoctorCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('doctor')
    .summary(h('doctor'))
    .description(h('doctorLong'))
    .addOption(languageOption(lang))
    .addHelpText('after', `\n${h('doctorExit')}`);
  withListing(command, lang).action(async (flags: ListingFlags) => {
    const [{ doctor }, { escapeLine }] = await Promise.all([
      import('../../run/doctor.js'),
      import('../../../output/escape.js'),
    ]);
    const checks = await doctor(process.versions.node);
    const told = checks.map((check) => ({
      ...check,
      problem: check.problem === null ? null : sayValue(check.problem, { lang }),
    }));
    const lines = (): string =>
      [...checks.map(line), outcome(checks)].map((said) => `${escapeLine(say(said, { lang }))}\n`).join('');
    const code = await writeListing({ text: lines, json: () => told }, flags, lang);
    const isBroken = checks.some(({ needed, problem }) => needed && problem !== null);
    process.exitCode = isBroken ? EXIT_CODES.fault : code;
  });
}

function line({ id, found, problem, install }: Check): Message {
  const what = messageOf(id, {});
  return problem === null
    ? messageOf('works', { what, found: found ?? '' })
    : messageOf('fails', { what, problem, install });
}

function outcome(checks: readonly Check[]): Message {
  if (checks.some(({ needed, problem }) => needed && problem !== null)) return messageOf('broken', {});
  const engine = checks.find(({ id, found }) => (id === 'paddle' || id === 'tesseract') && found !== null);
  if (!engine) return messageOf('scansUnread', {});
  return messageOf('scansRead', { engine: engine.id === 'paddle' ? 'PP-OCR' : 'Tesseract' });
}
