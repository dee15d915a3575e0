/**
 * Characters that a terminal obeys or that reorder what a reader sees: DEL and the C1 controls, line and paragraph
 * separators, bidi controls, the byte order mark. `JSON.stringify` leaves all of them as they are.
 */
const HIDDEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/g;

/** The same and the C0 controls: what must not stand in a line of plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/g;

const escapeOne = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Escapes what `JSON.stringify` left in its result; it stays the same JSON. */
export const escapeJson = (json: string): string => json.replace(HIDDEN, escapeOne);

/** Makes text from a PDF or a file name fit for one line on a terminal: control characters become visible. */
export const escapeLine = (text: string): string => text.replace(CONTROLS, escapeOne);
