/** Time for one file, in seconds. */
export const TIMEOUT_S = 120;
/** Memory of one process, in megabytes. */
export const MEMORY_MB = 1024;
/** pdfjs keeps a little of every file; a fresh process every so often keeps memory flat. */
export const RECYCLE_AFTER = 1000;
