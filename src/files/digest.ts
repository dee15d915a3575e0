import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file's bytes in hex, without holding them; null where it cannot be read. */
export function sha256OfFile(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const digest = createHash('sha256');
    createReadStream(path)
      .on('error', () => resolve(null))
      .on('data', (chunk) => digest.update(chunk))
      .on('end', () => resolve(digest.digest('hex')));
  });
}
