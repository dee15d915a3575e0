import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { systemPath } from './path-bytes.js';

/** SHA-256 of a file's bytes in hex, without holding them; null where it cannot be read, or is no file. */
export async function sha256OfFile(path: string): Promise<string | null> {
  try {
    // A pipe that nobody writes to would be waited for without end.
    const handle = await open(systemPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await handle.stat()).isFile()) return null;
      const digest = createHash('sha256');
      for await (const chunk of handle.createReadStream({ autoClose: false })) digest.update(chunk as Uint8Array);
      return digest.digest('hex');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
