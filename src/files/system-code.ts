/** Codes of Node itself that speak of the file and not of a mistake of ours. */
const OF_NODE = new Set(['ERR_FS_FILE_TOO_LARGE', 'ERR_STREAM_DESTROYED']);

/** The code of an error of the operating system, such as `ENOENT`; null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null;
  return 'errno' in error || OF_NODE.has(error.code) ? error.code : null;
}
