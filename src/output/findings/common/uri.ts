import { pathBytes, pathShownAs } from '../../../text/path-bytes.js';

const DRIVE = /^([A-Za-z]:)[\\/]/;

/**
 * A file name as a URI reference: `file:` for an absolute path, of Windows too, else relative to where the run began.
 * A backslash in a relative name is a character of the name: only Windows could say otherwise.
 */
export function fileUri(shown: string): string {
  const file = pathShownAs(shown);
  const drive = DRIVE.exec(file)?.[1];
  if (drive !== undefined) return `file:///${drive}${encodePath(slashes(file.slice(drive.length)))}`;
  if (file.startsWith('\\\\')) return `file:${encodePath(slashes(file))}`;
  if (file.startsWith('/')) return `file://${encodePath(file)}`;
  return encodePath(file.replace(/^(?:\.\/+)+/, ''));
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

/** The bytes of the path, percent-encoded; half a surrogate pair that stands for no byte of it has none. */
const encodePath = (path: string): string =>
  path
    .split(/(\/|\p{Surrogate})/u)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? encodeHalf(part) : part === '/' ? part : encodeURIComponent(part)))
    .join('');

function encodeHalf(half: string): string {
  const [byte = 0, ...more] = pathBytes(half);
  return more.length === 0 ? `%${byte.toString(16).toUpperCase()}` : encodeURIComponent('\ufffd');
}
