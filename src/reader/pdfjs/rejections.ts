import { isOfPdfjs } from './origin.js';

/** Documents that are open now; one listener serves them all. */
let open = 0;

/**
 * Keeps rejections that pdfjs leaves unhandled from ending the process, until the returned function is called. With
 * damaged files pdfjs drops promises that reject later (`Catalog.getPageDict` fetches ahead), which Node takes for a
 * fault of the whole program. Rejections of other origin go the way they would go without this.
 */
export function guardRejections(): () => void {
  if (open++ === 0) process.on('unhandledRejection', onRejection);
  return () => {
    // Rejections are reported after the microtasks that cause them: closing waits for the last ones.
    setImmediate(() => {
      if (--open === 0) process.off('unhandledRejection', onRejection);
    });
  };
}

function onRejection(reason: unknown): void {
  if (isOfPdfjs(reason)) return;
  // Where nobody else listens, Node ends the process with the reason: thrown from here, it still does.
  if (process.listenerCount('unhandledRejection') === 1) throw reason;
}
