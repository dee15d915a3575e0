import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { openWhole, type WholeFile } from '../../files/whole-file.js';
import { systemPath } from '../../text/path-bytes.js';
import { unwritable } from '../journal.js';

/** Files that appear together at the end, or not at all. */
export class OutputFiles {
  private readonly out: string;
  private readonly files: WholeFile[] = [];
  private readonly done: Promise<void>[] = [];
  private readonly streams: Writable[] = [];
  private failure: unknown = null;
  readonly names: string[] = [];

  constructor(out: string) {
    this.out = out;
    try {
      mkdirSync(systemPath(out), { recursive: true });
    } catch (error) {
      throw unwritable(error);
    }
  }

  open(name: string): Writable {
    const file = openWhole(join(this.out, name), { temporary: `.${name}.tmp` });
    this.files.push(file);
    this.names.push(name);
    const stream = createWriteStream('', { fd: file.fd });
    this.done.push(
      finished(stream).catch((error: unknown) => {
        this.failure ??= error;
      }),
    );
    this.streams.push(stream);
    return stream;
  }

  /** Waits where the disk is slower than we are; a failed stream ends the work. */
  async write(stream: Writable, chunk: unknown): Promise<void> {
    if (this.failure !== null) throw this.failure;
    if (stream.write(chunk)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        stream.off('drain', go).off('error', go).off('close', go);
        clearInterval(watch);
        resolve();
      };
      // A stream behind this one may have failed: then there is no drain.
      const watch = setInterval(() => this.failure !== null && go(), 50);
      stream.once('drain', go).once('error', go).once('close', go);
    });
    if (this.failure !== null) throw this.failure;
  }

  whole(name: string, content: string | Uint8Array): void {
    this.open(name).end(content);
  }

  async finish(): Promise<void> {
    await Promise.all(this.done);
    if (this.failure !== null) throw this.failure;
    for (const file of this.files) file.commit({ isClosed: true });
  }

  discard(): void {
    for (const stream of this.streams) stream.destroy();
    for (const file of this.files) file.discard();
  }
}
