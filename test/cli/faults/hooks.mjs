const PLANTED = "() => { throw new Error('planted'); }";

/** Plants a fault of evalx itself: in the reading of PDFs, or in a rule. */
export async function load(url, context, next) {
  const module = await next(url, context);
  const { EVALX_FAULT } = process.env;
  if (EVALX_FAULT === 'parse' && url.endsWith('/dist/parse.js')) {
    return { ...module, source: `export const parse = ${PLANTED};` };
  }
  if (EVALX_FAULT === 'rule' && url.endsWith('/dist/validator/rules/score-exceeds-weight.js')) {
    return { ...module, source: `${module.source}\nscoreExceedsWeight.check = ${PLANTED};` };
  }
  return module;
}
