/** JSON Pointer (RFC 6901). */

/** A key as a part of a pointer. */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The keys of a pointer, from the root on. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The pointer of what holds the value at `pointer`; the empty one, for the whole, at the end. */
export const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** The value at a pointer; undefined where there is none. */
export function valueAt(whole: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key as keyof typeof at] : undefined,
    whole,
  );
}

/** Puts a value in place of the one at a pointer. @throws where nothing holds it. */
export function putAt(whole: unknown, pointer: string, value: unknown): void {
  const parent = valueAt(whole, parentOf(pointer));
  const key = keysOf(pointer).at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) throw new Error(`nothing is at ${pointer}`);
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
