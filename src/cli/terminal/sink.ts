import type { Writable } from 'node:stream';
import { EvalxError } from '../../errors.js';
import { systemCode } from '../../files/system-code.js';
import { messageOf } from '../../messages/say.js';

/** Where the output goes. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Resolves once it is written; to false where nobody reads any more, so that the work can stop. */
  write(data: string | Uint8Array): Promise<boolean>;
  /** Everything is written: makes it stand. */
  finish(): void;
  /** Gives up: nothing is left behind. Synchronous, so that it can run when the process is interrupted. */
  discard(): void;
}

/** Standard output, or a device: what is written cannot be taken back. */
export function streamSink(stream: Writable & { readonly isTTY?: boolean }): Sink {
  return {
    isTerminal: stream.isTTY === true,
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) => {
          if (!error) resolve(true);
          else if (isClosed(error)) resolve(false);
          else reject(unwritable(error));
        });
      }),
    finish: () => {},
    discard: () => {},
  };
}

/** Whether whoever read this stream has gone, as `head -1` does. */
export function isClosed(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

export function unwritable(error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  return new EvalxError(messageOf('unwritable', { reason: code }), { cause: error });
}
