import { appendFileSync } from 'node:fs';

/** Notes every module that is loaded. */
export function load(url, context, next) {
  appendFileSync(process.env.EVALX_LOADS, `${url}\n`);
  return next(url, context);
}
