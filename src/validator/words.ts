import type { Language, RuleInfo } from '../contract/findings.js';
import { fill, valueIn } from '../messages/words.js';
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
  return { id, severity, title: rule.title[lang], why: rule.why[lang], source };
}
