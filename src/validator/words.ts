import type { DiagnosticCode, Severity } from '../contract/document.js';
import type { Language, RuleInfo } from '../contract/findings.js';
import { CODES } from '../messages/codes.js';
import { DIAGNOSTICS } from '../messages/diagnostics.js';
import { type DiagnosticId, say } from '../messages/say.js';
import { fill, valueIn } from '../messages/words.js';
import { ownSeverity } from './diagnostics.js';
import type { Fault, Rule } from './validator-types.js';

/** A fault as one sentence, or two where something is known that would explain it. */
export function sentence(rule: Rule, fault: Fault, lang: Language): string {
  const main = filled(rule, fault.message, fault.data ?? {}, lang);
  return fault.hint
    ? `${main}${lang === 'en' ? '; ' : '；'}${filled(rule, fault.hint.message, fault.hint.data, lang)}`
    : main;
}

function filled(rule: Rule, message: string, data: Readonly<Record<string, string>>, lang: Language): string {
  const words = rule.messages[message];
  if (!words) throw new Error(`no message "${message}"`);
  return fill(words, lang, (name) => valueIn(data, name));
}

/** What a rule is about, in one language. */
export function ruleInfo(rule: Rule, lang: Language): RuleInfo {
  const { id, severity, source } = rule;
  return { id, kind: 'rule', severity, title: rule.title[lang], why: rule.why[lang], source };
}

/** What the diagnostics of a code are about, in one language; the severity is the worst that they can have. */
export function codeInfo(code: DiagnosticCode, lang: Language): RuleInfo {
  const { title, why } = CODES[code];
  const severities = new Set(sayingsOf(code, lang).map(({ severity }) => severity));
  const severity = (['error', 'warning'] as const).find((one) => severities.has(one)) ?? 'info';
  return { id: code, kind: 'diagnostic', severity, title: title[lang], why: why[lang], source: null };
}

/** All that the reader can say with a code, with `…` for what differs from file to file. */
export const sayingsOf = (code: DiagnosticCode, lang: Language): { severity: Severity; sentence: string }[] =>
  (Object.keys(DIAGNOSTICS) as DiagnosticId[])
    .filter((id) => DIAGNOSTICS[id].code === code)
    .map((id) => {
      const names = DIAGNOSTICS[id].en.matchAll(/\{(\w+)\}/gu);
      const data = Object.fromEntries([...names].map(([, name]) => [name, '…']));
      return { severity: ownSeverity(DIAGNOSTICS[id]), sentence: say({ id, data }, { lang, names: 'flags' }) };
    });
