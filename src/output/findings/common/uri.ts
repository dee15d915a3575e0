const DRIVE = /^([A-Za-z]:)[\\/]/;

/**
 * A file name as a URI reference: `file:` for an absolute path, of Windows too, else relative to where the run began.
 * A backslash in a relative name is a character of the name: only Windows could say otherwise.
 */
export function fileUri(file: string): string {
  const drive = DRIVE.exec(file)?.[1];
  if (drive !== undefined) return `file:///${drive}${encodePath(slashes(file.slice(drive.length)))}`;
  if (file.startsWith('\\\\')) return `file:${encodePath(slashes(file))}`;
  if (file.startsWith('/')) return `file://${encodePath(file)}`;
  return encodePath(file.replace(/^(?:\.\/+)+/, ''));
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

/** Half a surrogate pair has no UTF-8, so none that could be percent-encoded. */
const encodePath = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
