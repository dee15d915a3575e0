/** The program of the thread that reads files. */
export const THREAD = new URL('./thread/entry.js', import.meta.url);
