import { readFileSync } from 'node:fs';

/** What evalx itself consists of, where it is installed. */

interface Package {
  readonly version: string;
  readonly homepage?: string;
}

/** A text that stands beside the code: its path from there. */
const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const packageFile = (): Package => JSON.parse(text('../../package.json')) as Package;

/** The version of the package. */
export const packageVersion = (): string => packageFile().version;

/** Where it is at home on the web, as its package.json says; null where it does not. */
export const packageHome = (): string | null => packageFile().homepage ?? null;

/** The program and the style of the review page, as `npm run build` made them. */
export const reviewAssets = (): { readonly script: string; readonly style: string } => ({
  script: text('../review/page.js'),
  style: text('../review/page.css'),
});
