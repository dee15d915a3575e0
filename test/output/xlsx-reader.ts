import { strFromU8, unzipSync } from 'fflate';
import { type Element, elements, readMarkup, textOf } from './markup.js';

export interface ReadCell {
  /** The value, read as a spreadsheet reads it; a formula as `=` and its text. */
  readonly value: string | number | boolean | null;
  readonly format: string | null;
  readonly filled: boolean;
  /** Background, `RRGGBB`. */
  readonly fill: string | null;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: Element;
  /** By address. */
  readonly cells: Readonly<Record<string, ReadCell>>;
  /** Values row by row, null where no cell is. */
  readonly rows: ReadCell['value'][][];
  /** Where cells lead, by address: `#` and a place of the workbook, or an address. */
  readonly links: Readonly<Record<string, string>>;
  /** Notes by address. */
  readonly notes: Readonly<Record<string, string>>;
  /** What is printed, and the rows and columns that each page repeats, as the workbook names them. */
  readonly printed: Readonly<Record<string, string>>;
}

/** A text of a workbook without its notation for characters that XML cannot hold. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Every sheet of a workbook, read from its parts; throws where one is not well-formed. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const part = (path: string): Element => {
    const file = files[path];
    if (file === undefined) throw new Error(`no ${path}`);
    return readMarkup(strFromU8(file).replaceAll('&apos;', '&#39;'));
  };
  const texts = (files['xl/sharedStrings.xml'] ? elements(part('xl/sharedStrings.xml'), 'si') : []).map((item) =>
    decoded(textOf(item)),
  );
  const styles = readStyles(part('xl/styles.xml'));
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  const workbook = part('xl/workbook.xml');
  const names = elements(workbook, 'definedName');
  return elements(workbook, 'sheet').map(({ attributes }, index) => {
    const target = String(targets.get(attributes['r:id']));
    const xml = part(`xl/${target}`);
    const cells = Object.fromEntries(
      elements(xml, 'c').map((cell) => [cell.attributes['r'] as string, readCell(cell, texts, styles)]),
    );
    const relations = `xl/${target.replace(/([^/]+)$/, '_rels/$1.rels')}`;
    const related = files[relations] ? elements(part(relations), 'Relationship') : [];
    const printed = names
      .filter((name) => name.attributes['localSheetId'] === String(index))
      .map((name) => [name.attributes['name'], textOf(name)]);
    return {
      ...{ name: attributes['name'] as string, xml, cells, rows: rowsOf(cells), links: linksOf(xml, related) },
      notes: notesOf(related, (path) => part(`xl/${path.replace('../', '')}`)),
      printed: Object.fromEntries(printed),
    };
  });
}

function linksOf(sheet: Element, related: readonly Element[]): Record<string, string> {
  const targets = new Map(related.map(({ attributes }) => [attributes['Id'], attributes['Target']]));
  return Object.fromEntries(
    elements(sheet, 'hyperlink').map(({ attributes }) => [
      attributes['ref'] as string,
      attributes['location'] === undefined ? String(targets.get(attributes['r:id'])) : `#${attributes['location']}`,
    ]),
  );
}

function notesOf(related: readonly Element[], part: (path: string) => Element): Record<string, string> {
  const comments = related.find(({ attributes }) => attributes['Type']?.endsWith('/comments'))?.attributes['Target'];
  const found = comments === undefined ? [] : elements(part(comments), 'comment');
  return Object.fromEntries(found.map((note) => [note.attributes['ref'] as string, decoded(textOf(note))]));
}

type Style = Pick<ReadCell, 'format' | 'filled' | 'fill'>;

function readStyles(root: Element): Style[] {
  const formats = new Map(
    elements(root, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? null]),
  );
  const fills = elements(root, 'fill').map((fill) => elements(fill, 'fgColor')[0]?.attributes['rgb'] ?? null);
  const [xfs] = elements(root, 'cellXfs');
  return elements(xfs as Element, 'xf').map(({ attributes }) => ({
    format: formats.get(attributes['numFmtId']) ?? null,
    filled: Number(attributes['fillId'] ?? 0) > 1,
    fill: fills[Number(attributes['fillId'] ?? 0)]?.slice(-6) ?? null,
  }));
}

function readCell(cell: Element, texts: readonly string[], styles: readonly Style[]): ReadCell {
  const [formula] = elements(cell, 'f');
  const [value] = elements(cell, 'v');
  const style = styles[Number(cell.attributes['s'] ?? 0)] ?? { format: null, filled: false, fill: null };
  return { ...style, value: formula ? `=${textOf(formula)}` : value ? plainValue(cell, textOf(value), texts) : null };
}

function plainValue(cell: Element, text: string, texts: readonly string[]): string | number | boolean {
  switch (cell.attributes['t']) {
    case 's': {
      const shared = texts[/^\d+$/.test(text) ? Number(text) : -1];
      if (shared === undefined) throw new Error(`no text ${text} for ${cell.attributes['r']}`);
      return shared;
    }
    case 'b':
      return text === '1';
    case undefined:
      return Number(text);
    default:
      throw new Error(`a cell of type ${cell.attributes['t']}`);
  }
}

function rowsOf(cells: Readonly<Record<string, ReadCell>>): ReadCell['value'][][] {
  const rows: ReadCell['value'][][] = [];
  for (const [address, { value }] of Object.entries(cells)) {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(digits) - 1;
    rows[row] ??= [];
    (rows[row] as ReadCell['value'][])[column] = value;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
}
