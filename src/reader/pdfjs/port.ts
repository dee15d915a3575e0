type Listener = (event: { readonly data: unknown }) => void;

/** A message of pdfjs, as far as it is looked at here. */
interface Message {
  readonly action?: string;
  readonly data?: unknown;
  readonly chunk?: unknown;
}

/** What pdfjs decodes of a document, which may change while it is open. */
export interface DecodingSwitches {
  /** Images; otherwise they are left out of operator lists. */
  images: boolean;
  /** The outlines of glyphs, for drawing them. */
  outlines: boolean;
}

/**
 * A message port between pdfjs's two halves in one thread. It behaves as pdfjs's own `LoopbackPort`, one microtask per
 * message and in order, but hands messages over without cloning them: neither half changes what it has sent. The one
 * exception is a stream's chunk, which is copied one level deep, since pdfjs empties it and fills it again
 * (`OperatorList.flush`, `enqueueChunk` of `getTextContent`).
 */
export class LocalPort {
  private readonly listeners = new Map<Listener, () => void>();

  constructor(private readonly switches: DecodingSwitches) {}

  postMessage(message: Message): void {
    if (message.action === 'GetDocRequest') attachSwitches(message, this.switches);
    const event = { data: withOwnChunk(withAttachedFont(message)) };
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

/**
 * Has the settings of pdfjs's reading half follow the switches. Since messages are not cloned, it keeps the very object that
 * was sent, and looks into it for each image and each font.
 */
function attachSwitches({ data }: Message, switches: DecodingSwitches): void {
  const { evaluatorOptions } = data as { readonly evaluatorOptions: object };
  Object.defineProperties(evaluatorOptions, {
    // In pixels; -1: of any size.
    maxImageSize: { get: () => (switches.images ? -1 : 1), enumerable: true },
    disableFontFace: { get: () => switches.outlines, enumerable: true },
  });
}
