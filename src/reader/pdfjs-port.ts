type Listener = (event: { readonly data: unknown }) => void;

/**
 * A message port between pdfjs's two halves in one thread. Unlike pdfjs's own it hands messages over without cloning
 * them. Only the chunks of a stream are copied, one level deep: pdfjs empties them and fills them again after sending
 * (`OperatorList.flush`, `enqueueChunk` of `getTextContent`). Messages arrive later and in order, as on any port.
 */
export class LocalPort {
  private readonly listeners = new Map<Listener, AbortSignal | undefined>();

  postMessage(message: unknown): void {
    const event = { data: withOwnChunk(message) };
    queueMicrotask(() => {
      for (const listener of [...this.listeners.keys()]) listener.call(this, event);
    });
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    const signal = options?.signal;
    if (signal?.aborted) return;
    this.listeners.set(listener, signal);
    signal?.addEventListener('abort', () => this.listeners.delete(listener), { once: true });
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  start(): void {}

  terminate(): void {
    this.listeners.clear();
  }
}

function withOwnChunk(message: unknown): unknown {
  const chunk = (message as { chunk?: unknown } | null)?.chunk;
  if (typeof chunk !== 'object' || chunk === null || ArrayBuffer.isView(chunk)) return message;
  const copy = Object.entries(chunk).map(([key, value]) => [key, Array.isArray(value) ? value.slice() : value]);
  return { ...(message as object), chunk: Object.fromEntries(copy) };
}
