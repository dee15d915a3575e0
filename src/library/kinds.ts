/** What a value is, for a sentence about it: the name of its class, or of its type. */
export function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const name = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name;
  return typeof name === 'string' && name !== '' ? name : 'object';
}

const MOST_CHARACTERS = 60;

/** A value for a sentence about it, on one line and not long. */
export function shownValue(value: unknown): string {
  const shown = typeof value === 'string' ? JSON.stringify(value) : isPlain(value) ? String(value) : kindOf(value);
  const characters = [...shown.slice(0, 4 * MOST_CHARACTERS)];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : shown;
}

const isPlain = (value: unknown): boolean =>
  value === null || ['number', 'boolean', 'undefined', 'bigint'].includes(typeof value);
