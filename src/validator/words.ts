import type { Language, RuleInfo } from '../contract/findings.js';
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
  return words[lang].replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`no value "${name}" for the message "${message}"`);
    return value;
  });
}

/** What a rule is about, in one language. */
export function ruleInfo(rule: Rule, lang: Language): RuleInfo {
  const { id, severity, source } = rule;
  return { id, severity, title: rule.title[lang], why: rule.why[lang], source };
}
