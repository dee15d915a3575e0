import type { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import type { Language } from '../findings.js';

/** Checks a value; what is wrong with it is said in that language, in the words of zod. */
export const checkedBy = <Schema extends z.ZodType>(schema: Schema, value: unknown, lang: Language) =>
  schema.safeParse(value, lang === 'zh' ? { error: zhCN().localeError } : {});
