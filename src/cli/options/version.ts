import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
  readonly homepage?: string;
}

const packageFile = (): Package =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Package;

/** The version of the package. */
export const packageVersion = (): string => packageFile().version;

/** Where it is at home on the web, as its package.json says; null where it does not. */
export const packageHome = (): string | null => packageFile().homepage ?? null;
