/** The program of the thread that reads files. */
export const THREAD = new URL('./start.js', import.meta.url);
