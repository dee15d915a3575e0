/**
 * Whether an error was made by pdfjs: its own file stands in the stack; so does the file into which scripts/bundle.mjs puts
 * it. pdfjs makes the prototype of its errors while it is loaded, so that this is true of all of them.
 */
export const isOfPdfjs = (reason: unknown): boolean =>
  reason instanceof Error &&
  /[\\/](?:pdfjs-dist[\\/](?:legacy[\\/])?build[\\/]|bundle[\\/]pdfjs\.cjs)/u.test(reason.stack ?? '');
