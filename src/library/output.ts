/** `evalx/output`: what evalx writes, as functions from what was read to text or bytes. */
export { toGitlab, toJunit, toMarkdown, toSarif, toText } from './output/findings.js';
export { toPng, toSvg } from './output/pages.js';
export type { Result, WriteOptions } from './output/results.js';
export { type ReviewOptions, toReviewHtml } from './output/review.js';
export {
  type JsonOptions,
  type TableName,
  type TableOptions,
  toCsv,
  toJson,
  toJsonLines,
  toParquet,
  toWorkpaper,
  toXlsx,
} from './output/tables.js';
