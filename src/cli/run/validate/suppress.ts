import { dirname } from 'node:path';
import type { Suppression } from '../../../contract/config.js';
import { isDiagnostic } from '../../../contract/diagnostics.js';
import type { Finding, Language, SuppressedFinding, Validation } from '../../../contract/findings.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import type { FoundConfig } from '../../options/config.js';
import type { Messages } from '../../terminal/messages.js';
import { nameOf, pathMatcher } from './settings.js';

/** What a config suppresses, with a reason and until a day. */

export interface Suppressed {
  readonly validation: Validation;
  /** Those whose day has passed although they would still fit something. */
  readonly expired: readonly Suppression[];
}

/** Sets apart what the config suppresses today, and says which of it has expired. */
export function withoutSuppressed(
  all: Validation,
  found: FoundConfig,
  lang: Language,
  messages: Pick<Messages, 'say'>,
): Validation {
  const { validation, expired } = suppress(all, found, todayOf(new Date()));
  for (const { rule, reason, until } of expired) {
    const said = sayWithFlags(messageOf('suppressionExpired', { rule, reason, until }), lang);
    messages.say(message(nameOf(found) ?? '', said));
  }
  return validation;
}

/** Sets apart what is suppressed on the day `today` (YYYY-MM-DD); that day counts. */
export function suppress(validation: Validation, { path, config }: FoundConfig, today: string): Suppressed {
  const { suppressions = [] } = config;
  if (suppressions.length === 0) return { validation, expired: [] };
  const from = path === null ? '.' : dirname(path);
  const fitting = suppressions.map((one) => ({ one, fits: fitOf(one, validation, from) }));
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const expired = new Set<Suppression>();
  for (const finding of validation.findings) {
    // That a page was not read is never suppressed: whoever answers for it sets the code under `rules`.
    const own = isUnread(finding) ? [] : fitting.filter(({ fits }) => fits(finding)).map(({ one }) => one);
    const holds = own.find(({ until }) => until >= today);
    if (holds) suppressed.push({ ...finding, suppressed: { reason: holds.reason, until: holds.until } });
    else {
      findings.push(finding);
      for (const one of own) expired.add(one);
    }
  }
  return {
    validation: { ...validation, findings, ...(suppressed.length === 0 ? {} : { suppressed }) },
    expired: [...expired],
  };
}

const isUnread = (finding: Finding): boolean => isDiagnostic(finding) && finding.severity === 'error';

function fitOf(
  { rule, files, form, field }: Suppression,
  validation: Validation,
  from: string,
): (finding: Finding) => boolean {
  const matches = files === undefined ? () => true : pathMatcher(files, from);
  const reports = new Map(validation.files.map((checked) => [checked.file, checked.reports]));
  return (finding) => {
    if (finding.rule !== rule || !matches(finding.file)) return false;
    const own = finding.report === null ? undefined : reports.get(finding.file)?.[finding.report];
    if (form !== undefined && own?.name !== form && own?.title !== form) return false;
    return field === undefined || finding.labels.includes(field);
  };
}

/** The day of today in UTC. */
export const todayOf = (now: Date): string => now.toISOString().slice(0, 10);
