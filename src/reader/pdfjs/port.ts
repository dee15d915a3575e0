type Listener = (event: { readonly data: unknown }) => void;

/** A message of pdfjs, as far as it is looked at here. */
interface Message {
  readonly action?: string;
  readonly data?: unknown;
  readonly chunk?: unknown;
}

/**
 * A message port between pdfjs's two halves in one thread. It behaves as pdfjs's own `LoopbackPort`, one microtask per
 * message and in order, but hands messages over without cloning them: neither half changes what it has sent. The one
 * exception is a stream's chunk, which is copied one level deep, since pdfjs empties it and fills it again
 * (`OperatorList.flush`, `enqueueChunk` of `getTextContent`).
 */
export class LocalPort {
  private readonly listeners = new Map<Listener, () => void>();
  private readonly attachesFonts: boolean;

  /** `attachesFonts`: say of each font that it is loaded, see {@link withAttachedFont}. */
  constructor({ attachesFonts }: { readonly attachesFonts: boolean }) {
    this.attachesFonts = attachesFonts;
  }

  postMessage(message: Message): void {
    const event = { data: withOwnChunk(this.attachesFonts ? withAttachedFont(message) : message) };
    queueMicrotask(() => {
      // A live iteration: a listener that goes while others are called is not called any more.
      for (const listener of this.listeners.keys()) listener.call(this, event);
    });
  }

  addEventListener(type: string, listener: Listener, options?: { readonly signal?: AbortSignal } | null): void {
    const signal = options?.signal;
    if (signal?.aborted) return;
    const onAbort = (): void => this.removeEventListener(type, listener);
    signal?.addEventListener('abort', onAbort);
    this.listeners.set(listener, () => signal?.removeEventListener('abort', onAbort));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.get(listener)?.();
    this.listeners.delete(listener);
  }

  terminate(): void {
    for (const forget of this.listeners.values()) forget();
    this.listeners.clear();
  }
}

function withOwnChunk(message: Message): Message {
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null || ArrayBuffer.isView(chunk)) return message;
  const copy = Object.entries(chunk).map(([key, value]) => [key, Array.isArray(value) ? value.slice() : value]);
  return { ...message, chunk: Object.fromEntries(copy) };
}

/**
 * Says of each font that it is loaded. `FontLoader.bind` would otherwise try to load it into a web page, fail, and have
 * the outlines of all its glyphs built instead, which takes a third of the time of a short document.
 */
function withAttachedFont(message: Message): Message {
  if (message.action !== 'commonobj' || !Array.isArray(message.data)) return message;
  const [id, type, font] = message.data as [unknown, unknown, Record<string, unknown> | null];
  if (type !== 'Font' || !font || 'error' in font) return message;
  const attached = { ...font, extra: { ...(font['extra'] as object | undefined), attached: true } };
  return { ...message, data: [id, type, attached] };
}
