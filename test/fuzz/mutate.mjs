/** Mutations of PDFs, every one of them drawn from a seed: the same seed and number give the same bytes. */
import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNull, PDFNumber, PDFRawStream, PDFRef, PDFString } from 'pdf-lib';

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '65535',
  '2147483648',
  '-2147483649',
  '1e38',
  '99999999999999999999',
  '0.0000001',
  '.',
  '--5',
];
const TOKENS = [
  'null',
  'true',
  '[',
  ']',
  '<<',
  '>>',
  '(',
  ')',
  '<',
  '>',
  '/',
  '%',
  'R',
  'obj',
  'endobj',
  'stream',
  'endstream',
  'q',
  'Q',
  'BT',
  'ET',
  'Do',
];
const FIELDS = [
  '名称',
  '__proto__',
  'constructor',
  'toString',
  'Type',
  'Kids',
  'Font',
  'Length',
  'Filter',
  'Contents',
  'Resources',
  'Parent',
];

// Bytes

function damaged(bytes, random, source) {
  const at = () => random.below(Math.max(1, bytes.length));
  const span = () => 1 + random.below(random.pick([4, 64, 2048]));
  const way = random.below(8);
  if (way === 0) {
    const out = Buffer.from(bytes);
    for (let i = 1 + random.below(50); i > 0; i--) out[at()] ^= 1 << random.below(8);
    return out;
  }
  if (way === 1) {
    const out = Buffer.from(bytes);
    for (let i = 1 + random.below(200); i > 0; i--) out[at()] = random.below(256);
    return out;
  }
  if (way === 2) return bytes.subarray(0, at());
  if (way === 3) return bytes.subarray(at());
  const from = at();
  const length = span();
  if (way === 4) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  if (way === 5) return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  const other = random.pick([Buffer.alloc(length, random.below(256)), source.subarray(random.below(source.length))]);
  return Buffer.concat([bytes.subarray(0, from), other.subarray(0, length), bytes.subarray(from + length)]);
}

// The written form of objects

function rewritten(bytes, random) {
  const text = bytes.toString('latin1');
  const patterns = [
    /-?\d+(?:\.\d+)?/gu,
    /\/[A-Za-z]+\d*/gu,
    /\d+ \d+ R\b/gu,
    /\b(?:endobj|obj|stream|endstream|xref|trailer|startxref)\b/gu,
  ];
  const pattern = random.pick(patterns);
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return bytes;
  const changes = new Map();
  for (let i = 1 + random.below(6); i > 0; i--) {
    const place = random.pick(places);
    const put = random.pick([
      random.pick(NUMBERS),
      random.pick(TOKENS),
      `/${random.pick(FIELDS)}`,
      random.pick(places)[0],
      '',
    ]);
    changes.set(place.index, [place[0].length, put]);
  }
  let out = '';
  let done = 0;
  for (const [index, [length, put]] of [...changes].sort(([a], [b]) => a - b)) {
    if (index < done) continue;
    out += text.slice(done, index) + put;
    done = index + length;
  }
  return Buffer.from(out + text.slice(done), 'latin1');
}

// Objects

function changedContent(stream, random) {
  const isFlate = String(stream.dict.get(PDFName.of('Filter')) ?? '').includes('FlateDecode');
  let content;
  try {
    content = isFlate ? inflateSync(stream.contents) : Buffer.from(stream.contents);
  } catch {
    return null;
  }
  const change = random.below(2) === 0 ? rewritten(content, random) : damaged(content, random, content);
  return PDFRawStream.of(stream.dict, isFlate ? deflateSync(change) : change);
}

function randomValue(random, refs) {
  return random.pick([
    () => PDFNumber.of(random.pick([0, -1, 1, 1e9, -1e9, 0.5, 2 ** 31, 1e30])),
    () => PDFName.of(random.pick(FIELDS)),
    () => PDFString.of(random.pick(['', 'a', '\u0000', '(((', '\\'.repeat(9)])),
    () => PDFNull,
    () => random.pick(refs),
    () => random.pick(refs),
  ])();
}

async function restructured(bytes, random) {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    throwOnInvalidObject: false,
  });
  const { context } = document;
  const objects = context.enumerateIndirectObjects();
  const refs = objects.map(([ref]) => ref);
  for (let i = 1 + random.below(4); i > 0; i--) {
    const [ref, object] = random.pick(objects);
    if (object instanceof PDFRawStream && random.below(3) > 0) {
      const changed = changedContent(object, random);
      if (changed) context.assign(ref, changed);
      continue;
    }
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict && dict.keys().length > 0) {
      const key = random.pick(dict.keys());
      if (random.below(4) === 0) dict.delete(key);
      else dict.set(random.below(6) === 0 ? PDFName.of(random.pick(FIELDS)) : key, randomValue(random, refs));
    } else if (dict instanceof PDFArray && dict.size() > 0) {
      if (random.below(3) === 0) dict.push(randomValue(random, refs));
      else dict.set(random.below(dict.size()), randomValue(random, refs));
    } else if (random.below(2) === 0) context.delete(ref);
    else context.assign(ref, random.pick(refs) instanceof PDFRef ? randomValue(random, refs) : object);
  }
  return Buffer.from(await document.save({ useObjectStreams: random.below(2) === 0, updateFieldAppearances: false }));
}

/** The name of the kind of mutation, and the bytes. */
async function mutate(bytes, other, random) {
  const kind = random.pick(['bytes', 'written', 'objects', 'objects']);
  if (kind === 'bytes') return [kind, damaged(bytes, random, other)];
  if (kind === 'written') return [kind, rewritten(bytes, random)];
  try {
    return [kind, await restructured(bytes, random)];
  } catch {
    // What pdf-lib cannot read or write is damaged otherwise.
    return ['bytes', damaged(bytes, random, other)];
  }
}

/** The mutant of one run: the file that it is made of, the kind of mutation and the bytes. */
export async function mutantOf({ run, seed, files }) {
  const random = randomOf(seed * 1_000_003 + run);
  const file = random.pick(files);
  const [kind, bytes] = await mutate(readFileSync(file), readFileSync(random.pick(files)), random);
  return { kind, bytes, file };
}
