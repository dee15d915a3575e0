import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reviews } from '../../output/records/workbook/review-links.js';
import { encodedPath } from '../../output/records/workbook/review-links.js';
import { pathShownAs } from '../../text/path-bytes.js';

/**
 * Where the reviews in `folder` stand from the workbook in `out`. That of an input stands under its path in the folder of all
 * inputs.
 */
export function reviewsIn(folder: string, out: string, inputs: string): Reviews {
  const way = relative(resolve(out), resolve(folder));
  // No way leads from one disk of Windows to another.
  const address = isAbsolute(way) ? pathToFileURL(resolve(folder)).href : encodedPath(slashed(way === '' ? '.' : way));
  const from = resolve(inputs);
  return {
    folder: `${address}/`,
    pathOf: (file) => {
      const path = relative(from, resolve(pathShownAs(file)));
      return path === '' || isAbsolute(path) || path.split(sep)[0] === '..' ? null : slashed(path);
    },
  };
}

/** The folder that all paths are in. */
export function commonFolder(folders: readonly string[]): string {
  const parts = folders.map((folder) => resolve(folder).split(sep));
  const [first = []] = parts;
  const differs = first.findIndex((part, index) => parts.some((other) => other[index] !== part));
  const common = differs < 0 ? first : first.slice(0, differs);
  return common.join(sep) || sep;
}

const slashed = (path: string): string => path.split(sep).join('/');
