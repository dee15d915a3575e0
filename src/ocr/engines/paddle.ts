import type { Gray } from '../../raster/raster-types.js';
import type { Engine, Guess, ReadChar } from '../ocr-types.js';
import { OCR_TOLERANCES as TOL } from '../tolerances.js';

/** Height in pixels that the recogniser of PP-OCR was trained with. */
const HEIGHT = 48;
/** Narrowest input, and the step of widths that are read in one go. */
const MIN_WIDTH = 48;
/** Lines of similar widths are padded to the widest of them, up to this width together: what stands behind a line has a say in it. */
const MAX_GROUP = 1600;
/**
 * So much of a group is read in one go, or one line: more no longer fits the cache of a processor. Measured on two cores, a page takes 7.5 s
 * then, and 7.8 s in batches of 1,600.
 */
const MAX_BATCH = 320;

type Ort = typeof import('onnxruntime-common');

/** A model, and the characters that it knows, one a line: the lists of the models lack the blank in front and the space behind. */
export interface Recogniser {
  readonly model: string;
  readonly keys: string;
}

/** The characters of the English models of PP-OCR (its en_dict.txt), which are the same for all of them. */
export const ENGLISH_KEYS = [
  ...'0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~!"#$%&\'()*+,-./ ',
].join('\n');

/** The recogniser of PP-OCR, and another one for figures where there is one. */
export async function paddleEngine(
  ort: Ort,
  main: Recogniser,
  second: Recogniser | null,
  threads: number,
): Promise<Engine> {
  const read = await reader(ort, main, threads);
  const figures = second && (await reader(ort, second, threads));
  return { name: 'PP-OCR', placesWell: true, read, ...(figures ? { figures } : {}) };
}

/**
 * A recogniser of PP-OCR (PaddlePaddle; SVTR-LCNet with CTC) as an ONNX model. Its answer for a line is, for each slice of
 * the picture, how likely each character is; repeated ones are one, and the blank, entry 0, parts them (A. Graves et al.,
 * "Connectionist temporal classification", 2006).
 */
async function reader(ort: Ort, { model, keys }: Recogniser, threads: number): Promise<Engine['read']> {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    // A plan of the memory for each width that occurs costs more than it saves.
    enableMemPattern: false,
    logSeverityLevel: 3,
    // Threads that spin while they wait take a third more of the processor, and more the busier the machine is.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const chars = ['', ...keys.replace(/\r?\n$/u, '').split(/\r?\n/u), ' '];
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  return async (lines) => {
    const out: ReadChar[][] = lines.map(() => []);
    for (const { width, batch } of batchesOf(lines)) {
      const data = new Float32Array(batch.length * 3 * HEIGHT * width);
      for (const [n, i] of batch.entries()) fill(data, n * 3 * HEIGHT * width, width, lines[i] as Gray);
      const feeds = { [input as string]: new ort.Tensor('float32', data, [batch.length, 3, HEIGHT, width]) };
      const result = (await session.run(feeds))[output as string] as { data: Float32Array; dims: readonly number[] };
      const [, steps = 0, classes = 0] = result.dims;
      for (const [n, i] of batch.entries()) {
        const scores = result.data.subarray(n * steps * classes, (n + 1) * steps * classes);
        out[i] = decode(scores, steps, classes, chars, width / widthOf(lines[i] as Gray));
      }
    }
    return out;
  };
}

const widthOf = ({ width, height }: Gray): number => Math.max(MIN_WIDTH, Math.ceil((width * HEIGHT) / height));

/** Indexes of pictures that are read in one go, and how wide each is made. */
interface Batch {
  readonly width: number;
  readonly batch: readonly number[];
}

function batchesOf(lines: readonly Gray[]): Batch[] {
  return groupsOf(lines).flatMap((group) => {
    const width = Math.max(...group.map((i) => widthOf(lines[i] as Gray)));
    const count = Math.max(1, Math.floor(MAX_BATCH / width));
    return Array.from({ length: Math.ceil(group.length / count) }, (_, k) => ({
      width,
      batch: group.slice(k * count, (k + 1) * count),
    }));
  });
}

/** Groups of indexes of pictures of similar widths. */
function groupsOf(lines: readonly Gray[]): number[][] {
  const order = lines.map((line, i) => ({ i, width: widthOf(line) })).sort((a, b) => a.width - b.width);
  const batches: number[][] = [];
  let batch: number[] = [];
  let first = 0;
  for (const { i, width } of order) {
    if (batch.length > 0 && (width > first * TOL.sameWidth || (batch.length + 1) * width > MAX_GROUP)) {
      batches.push(batch);
      batch = [];
    }
    if (batch.length === 0) first = width;
    batch.push(i);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Puts a picture, scaled to the height, into the input: values from -1 (black) to 1 (white), what is left of the width 0. */
function fill(data: Float32Array, offset: number, width: number, line: Gray): void {
  const own = widthOf(line);
  const fx = line.width / own;
  const fy = line.height / HEIGHT;
  const plane = HEIGHT * width;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < own; x++) {
      const value = sample(line, x * fx, y * fy, fx, fy) / 127.5 - 1;
      const k = offset + y * width + x;
      data[k] = value;
      data[k + plane] = value;
      data[k + 2 * plane] = value;
    }
  }
}

/** The mean over the pixels under a target pixel where the picture shrinks; between the four nearest where it grows. */
function sample({ width, height, levels }: Gray, x: number, y: number, fx: number, fy: number): number {
  if (fx > 1.5 || fy > 1.5) {
    const x1 = Math.min(width, Math.max(x + fx, Math.floor(x) + 1));
    const y1 = Math.min(height, Math.max(y + fy, Math.floor(y) + 1));
    let sum = 0;
    let count = 0;
    for (let sy = Math.floor(y); sy < y1; sy++) {
      for (let sx = Math.floor(x); sx < x1; sx++, count++) sum += levels[sy * width + sx] as number;
    }
    return sum / count;
  }
  const u = Math.min(width - 1, Math.max(0, x + fx / 2 - 0.5));
  const v = Math.min(height - 1, Math.max(0, y + fy / 2 - 0.5));
  const x0 = Math.floor(u);
  const y0 = Math.floor(v);
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const du = u - x0;
  const dv = v - y0;
  const top = (levels[y0 * width + x0] as number) * (1 - du) + (levels[y0 * width + x1] as number) * du;
  const bottom = (levels[y1 * width + x0] as number) * (1 - du) + (levels[y1 * width + x1] as number) * du;
  return top * (1 - dv) + bottom * dv;
}

/** `stretch`: how many times wider the input was than the picture in it. */
function decode(
  scores: Float32Array,
  steps: number,
  classes: number,
  chars: readonly string[],
  stretch: number,
): ReadChar[] {
  const read: ReadChar[] = [];
  const put = (from: number, to: number, index: number): void => {
    const at = ((from + to) / 2 / steps) * stretch;
    if (at > 1 + TOL.pastEnd) return;
    const char = { ...charAt(scores, from, to, classes, index, chars), at: Math.min(1, at) };
    if (index !== 0) read.push(char);
    else if (char.text !== '') read.push({ ...char, faint: true });
  };
  let from = 0;
  let previous = -1;
  for (let step = 0; step < steps; step++) {
    const best = bestOf(scores, step * classes, classes);
    if (best !== previous || best === 0) {
      if (previous >= 0) put(from, step, previous);
      from = step;
      previous = best;
    }
  }
  if (previous >= 0) put(from, steps, previous);
  return read;
}

function bestOf(scores: Float32Array, start: number, classes: number): number {
  let best = 0;
  let most = scores[start] as number;
  for (let c = 1; c < classes; c++) {
    const value = scores[start + c] as number;
    if (value > most) {
      most = value;
      best = c;
    }
  }
  return best;
}

/** The character of a run of slices, with what else it might be at the slice where the engine is surest. */
function charAt(
  scores: Float32Array,
  from: number,
  to: number,
  classes: number,
  index: number,
  chars: readonly string[],
): Omit<ReadChar, 'at'> {
  let peak = from;
  for (let step = from; step < to; step++) {
    if ((scores[step * classes + index] as number) > (scores[peak * classes + index] as number)) peak = step;
  }
  const guesses: Guess[] = [];
  const least = index === 0 ? TOL.minFaint : TOL.minOther;
  for (let c = 1; c < classes; c++) {
    const confidence = scores[peak * classes + c] as number;
    if (c === index || confidence >= least) guesses.push({ text: chars[c] ?? '', confidence });
  }
  guesses.sort((a, b) => b.confidence - a.confidence);
  const [best = { text: '', confidence: 0 }, ...others] = guesses;
  return { ...best, others: others.slice(0, TOL.maxOthers) };
}
