import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The command that puts packages where this evalx finds them: `evalxFolder` is the one of its package.json. */
export function npmInstall(packages: string, evalxFolder: string = ownFolder()): string {
  return `npm install ${flagsFor(evalxFolder)}${packages}`;
}

/** By npm, evalx is installed for a project or for all (there, no package.json stands beside node_modules); else it is a clone. */
function flagsFor(folder: string): string {
  const modules = dirname(folder);
  // In a clone, npm passes over optional peers unless they are asked for as something else.
  if (basename(modules) !== 'node_modules') return '--no-save -D ';
  return existsSync(join(dirname(modules), 'package.json')) ? '' : '-g ';
}

const ownFolder = (): string => dirname(createRequire(import.meta.url).resolve('evalx/package.json'));
