/**
 * Functions of ECMAScript 2025 and 2026 that pdfjs 5.6 calls and Node 20 lacks; Node 24 lacks only some. They are added as
 * the standards describe them, never replaced. pdfjs's own "legacy" build brings core-js for that, which costs 40 ms of
 * start-up and replaces functions that Node has right (`Array.prototype.push`, `JSON.parse`, `Function.prototype.toString`)
 * for the whole program.
 *
 * A test compares this list with the one that the legacy build brings.
 */
export function addMissingFunctions(): void {
  add(Promise, { withResolvers, try: promiseTry });
  add(URL, { parse: parseUrl });
  add(Math, { sumPrecise });
  add(Map.prototype, { getOrInsert, getOrInsertComputed });
  add(WeakMap.prototype, { getOrInsert, getOrInsertComputed });
  add(Set.prototype, { intersection });
  add(Uint8Array, { fromBase64 });
  add(Uint8Array.prototype, { toBase64, toHex });
  add(ArrayBuffer.prototype, { transferToFixedLength });
  add(Object.getPrototypeOf(Object.getPrototypeOf([].values())), { map, filter, some, every, find, forEach, reduce });
}

function add(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

function withResolvers<T>(this: PromiseConstructor): object {
  let resolve: unknown;
  let reject: unknown;
  const promise = new this<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function promiseTry<A extends unknown[], T>(this: PromiseConstructor, call: (...args: A) => T, ...args: A): Promise<T> {
  return new this<T>((resolve) => resolve(call(...args)));
}

function parseUrl(url: string, base?: string): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null;
}

/** Neumaier's compensated sum, which is exact to the last digit or nearly so; -0 for nothing, as the standard says. */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = -0;
  let lost = 0;
  for (const n of numbers) {
    const next = sum + n;
    if (Number.isFinite(next)) lost += Math.abs(sum) >= Math.abs(n) ? sum - next + n : n - next + sum;
    sum = next;
  }
  return lost === 0 ? sum : sum + lost;
}

interface MapLike<K, V> {
  has(key: K): boolean;
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrInsert<K, V>(this: MapLike<K, V>, key: K, value: V): V {
  if (!this.has(key)) this.set(key, value);
  return this.get(key) as V;
}

function getOrInsertComputed<K, V>(this: MapLike<K, V>, key: K, compute: (key: K) => V): V {
  if (!this.has(key)) this.set(key, compute(key));
  return this.get(key) as V;
}

function intersection<T>(this: Set<T>, other: ReadonlySet<T>): Set<T> {
  return new Set([...this].filter((value) => other.has(value)));
}

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function toBase64(this: Uint8Array): string {
  return buffer(this).toString('base64');
}

function toHex(this: Uint8Array): string {
  return buffer(this).toString('hex');
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const moved = structuredClone(this, { transfer: [this] });
  if (moved.byteLength === length) return moved;
  const resized = new ArrayBuffer(length);
  new Uint8Array(resized).set(new Uint8Array(moved, 0, Math.min(length, moved.byteLength)));
  return resized;
}

function* map<T, U>(this: Iterable<T>, call: (value: T, i: number) => U): Generator<U> {
  let i = 0;
  for (const value of this) yield call(value, i++);
}

function* filter<T>(this: Iterable<T>, keeps: (value: T, i: number) => unknown): Generator<T> {
  let i = 0;
  for (const value of this) if (keeps(value, i++)) yield value;
}

function some<T>(this: Iterable<T>, test: (value: T, i: number) => unknown): boolean {
  let i = 0;
  for (const value of this) if (test(value, i++)) return true;
  return false;
}

function every<T>(this: Iterable<T>, test: (value: T, i: number) => unknown): boolean {
  let i = 0;
  for (const value of this) if (!test(value, i++)) return false;
  return true;
}

function find<T>(this: Iterable<T>, test: (value: T, i: number) => unknown): T | undefined {
  let i = 0;
  for (const value of this) if (test(value, i++)) return value;
  return undefined;
}

function forEach<T>(this: Iterable<T>, call: (value: T, i: number) => void): void {
  let i = 0;
  for (const value of this) call(value, i++);
}

function reduce<T>(
  this: Iterable<T>,
  call: (sum: unknown, value: T, i: number) => unknown,
  ...start: unknown[]
): unknown {
  const values = [...this];
  if (start.length === 0 && values.length === 0) throw new TypeError('Reduce of empty iterator with no initial value');
  let sum = start.length > 0 ? start[0] : values.shift();
  for (const [i, value] of values.entries()) sum = call(sum, value, start.length > 0 ? i : i + 1);
  return sum;
}
