import type { Language } from '../../contract/findings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language that a command line asks for with `--lang`, else the one of the environment. */
export function spokenLanguage(argv: readonly string[], env: Environment): Language {
  const asked = argv
    .findLast((arg, i) => arg.startsWith('--lang=') || argv[i - 1] === '--lang')
    ?.replace('--lang=', '');
  return asked === 'en' || asked === 'zh' ? asked : languageOf(env);
}

/**
 * The language of the environment, by the variables that every program obeys, in their order. Windows sets none of them:
 * there `locale` says it.
 */
export function languageOf(
  env: Environment,
  locale = process.platform === 'win32' ? systemLocale : () => '',
): Language {
  return /^zh/iu.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || locale()) ? 'zh' : 'en';
}

const systemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;

/** Whether a stream takes colours: NO_COLOR and FORCE_COLOR decide, else the terminal. */
export function wantsColour(isTerminal: boolean, env: Environment): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
