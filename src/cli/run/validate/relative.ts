import { isAbsolute, relative, sep } from 'node:path';
import type { Validation } from '../../../contract/findings.js';

/** The run with every file below the working folder named from there, so that no output says where that is. */
export function withRelativePaths(validation: Validation, folder: string): Validation {
  const own = <Named extends { readonly file: string }>(named: Named): Named => ({
    ...named,
    file: fromFolder(named.file, folder),
  });
  const { accepted } = validation;
  return {
    ...validation,
    config: validation.config === null ? null : fromFolder(validation.config, folder),
    files: validation.files.map(own),
    findings: validation.findings.map(own),
    ...(accepted ? { accepted: accepted.map(own) } : {}),
  };
}

function fromFolder(file: string, folder: string): string {
  if (!isAbsolute(file)) return file;
  const way = relative(folder, file);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return file;
  return way;
}
