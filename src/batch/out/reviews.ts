import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reviews } from '../../output/records/workbook/review-links.js';
import { relativeAddress, reviewPath } from '../../review/names.js';
import { pathShownAs } from '../../text/path-bytes.js';

/** Where the reviews in `folder` stand from the workbook in `out`; they are named by the paths in the folder of all inputs. */
export function reviewsIn(folder: string, out: string, inputs: string): Reviews {
  const way = slashed(relative(resolve(out), resolve(folder)));
  const from = resolve(inputs);
  return (file) => {
    const path = slashed(relative(from, resolve(pathShownAs(file))));
    if (path === '' || isAbsolute(path) || path.split('/')[0] === '..') return null;
    const name = reviewPath(path);
    // No way leads from one disk of Windows to another.
    if (isAbsolute(way)) return pathToFileURL(resolve(folder, name)).href;
    return relativeAddress(way === '' ? name : `${way}/${name}`).replace(/^\.\/(?=\.\.\/)/u, '');
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
