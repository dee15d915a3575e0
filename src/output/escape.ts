/**
 * Characters that a terminal obeys or that reorder what a reader sees: DEL and the C1 controls, line and paragraph
 * separators, bidi controls, the byte order mark. `JSON.stringify` leaves all of them as they are.
 */
const HIDDEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/g;

/** The same and the C0 controls: what must not stand in a line of plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/g;

/** The same controls but tab and newline, half surrogate pairs, and what no XML may hold: fit for no text file. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeOne = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The beginning of what Azure Pipelines and TeamCity obey wherever it stands in a log: `##[`, `##vso[`, `##teamcity[`. */
const MARKED_COMMAND = /#(?=#\w*\[)/g;

/** Escapes what `JSON.stringify` left in its result, and what a build server would obey; it stays the same JSON. */
export const escapeJson = (json: string): string => json.replace(HIDDEN, escapeOne).replace(MARKED_COMMAND, escapeOne);

/** Makes text from a PDF or a file name fit for one line on a terminal: control characters become visible. */
export const escapeLine = (text: string): string => text.replace(CONTROLS, escapeOne);

/** The same for half surrogate pairs too, which no encoding can write; those that stand for a byte of a path as `\xNN`. */
export const visibleLine = (text: string): string => escapeLine(text).replace(/\p{Surrogate}/gu, escapeHalf);

const escapeHalf = (half: string): string =>
  /[\udc80-\udcff]/u.test(half) ? `\\x${(half.charCodeAt(0) - 0xdc00).toString(16)}` : escapeOne(half);

/** What build servers obey in a log: `::error` at its beginning, `##[`, `##vso[` or `##teamcity[` anywhere. */
const COMMAND = /(?<=^\s*):(?=:)|#(?=#\w*\[)/g;

/** A visible line that no build server takes for a command. */
export const inertLine = (text: string): string => visibleLine(text).replace(COMMAND, escapeOne);

/** Visible but for line breaks, which the format itself escapes. */
export const visibleControls = (text: string): string => text.replace(/[^\r\n]+/g, (part) => visibleLine(part));

/** Text from a PDF without what nobody can see; line breaks become newlines. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '').replace(/\r\n?/g, '\n');

/** Printable text for the content or a quoted attribute of HTML and XML. */
export const escapeMarkup = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (char) => MARKUP[char] as string);

const MARKDOWN = /[\\`*_[\]|<>~!#$&@%^:]|www(?=\.)/gi;
const BACKSLASHED = /[\\`*_[\]|~!#$]/;

/** What begins a mention, a link, an emoji or a reference on GitHub and GitLab; no backslash keeps it from that. */
const REFERENCE = /[~!#$&@%^](?=[\w"/-])|:(?=\/\/|[\w+-]+:)|www(?=\.)/iy;

/** A line of text that stays text in Markdown, in a table too: a comment, which nobody sees, breaks a reference. */
export const escapeMarkdown = (text: string): string =>
  text.replace(MARKDOWN, (special, at: number) => {
    REFERENCE.lastIndex = at;
    const shown = BACKSLASHED.test(special) ? `\\${special}` : (MARKUP[special] ?? special);
    return REFERENCE.test(text) ? `${shown}<!-- -->` : shown;
  });

/** What a spreadsheet takes for the beginning of a formula, in whichever width, behind spaces too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(,\d{3})*(\.\d+)?%?$/;

/** A text cell that no spreadsheet runs: an apostrophe stands before what would be a formula, plain numbers apart. */
export const escapeFormula = (text: string): string =>
  FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
