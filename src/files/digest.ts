import { createHash } from 'node:crypto';
import { openFile } from './input.js';

/** SHA-256 of a file's bytes in hex, without holding them; null where it cannot be read, or is no file. */
export async function sha256OfFile(path: string): Promise<string | null> {
  try {
    const digest = createHash('sha256');
    for await (const chunk of (await openFile(path)).createReadStream()) digest.update(chunk as Uint8Array);
    return digest.digest('hex');
  } catch {
    return null;
  }
}
