import { spawn } from 'node:child_process';
import { MessageError } from '../../messages/message-error.js';
import { messageOf } from '../../messages/say.js';
import type { Gray } from '../../raster/raster-types.js';
import { type Engine, type Guess, meanConfidence, type ReadChar } from '../ocr-types.js';
import { OCR_TOLERANCES as TOL } from '../tolerances.js';
import { tiff } from './tiff.js';

const CHINESE = 'chi_sim';
/** The model that is never missing; better at figures than the Chinese one, which takes a 7 for 于 or 了. */
const FIGURES = 'eng';
/** One line of text to the picture; characters one by one, and what else each might be. */
const hocr = (language: string): string[] => [
  ...['stdin', 'stdout', '-l', language, '--psm', '7'],
  ...['-c', 'tessedit_create_hocr=1', '-c', 'hocr_char_boxes=1', '-c', 'lstm_choice_mode=2'],
];
const FIGURES_ONLY = ['-c', 'tessedit_char_whitelist=0123456789.,%-'];
/** Pixels that a process is given at once: it is done with them soon, also when nobody waits any more. */
const MAX_BATCH = 1_000_000;

/** @throws {Error} where the program is not there, or its model for Chinese. */
export async function tesseractVersion(): Promise<string> {
  if (!(await languages()).includes(CHINESE))
    throw new MessageError(messageOf('languageMissing', { language: CHINESE }));
  return /\d[\w.-]*/u.exec(await run(['--version']))?.[0] ?? '';
}

const languages = async (): Promise<string[]> => (await run(['--list-langs'])).split(/\s+/u);

/**
 * The system's Tesseract as child processes, so many at once, which are given the lines as pages of a TIFF. What might be
 * a figure is read once more as nothing else, and the surer reading counts.
 */
export async function tesseractEngine(processes: number): Promise<Engine> {
  const installed = await languages();
  if (!installed.includes(CHINESE)) throw new MessageError(messageOf('languageMissing', { language: CHINESE }));
  return {
    name: 'Tesseract',
    placesWell: false,
    async read(lines) {
      const chinese = await readAll(lines, hocr(CHINESE), processes);
      if (!installed.includes(FIGURES)) return chinese;
      const short = chinese.flatMap((chars, i) => (mayBeFigure(chars) ? [i] : []));
      const pictures = short.map((i) => lines[i] as Gray);
      const figures = await readAll(pictures, [...hocr(FIGURES), ...FIGURES_ONLY], processes);
      for (const [n, i] of short.entries()) chinese[i] = surer(chinese[i] ?? [], figures[n] ?? []);
      return chinese;
    },
  };
}

/** No more than one Chinese character. */
const mayBeFigure = (chars: readonly ReadChar[]): boolean =>
  chars.filter(({ text }) => /\p{Script=Han}/u.test(text)).length <= 1;

/** A figure, with or without commas. */
const FIGURE = /^-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?%?$/u;

/** The reading as a figure, where it is a figure and the engine is surer of it; the reading before becomes the alternative. */
function surer(chinese: ReadChar[], figures: ReadChar[]): ReadChar[] {
  const [before, after] = [chinese, figures].map((chars) => chars.map(({ text }) => text).join('')) as [string, string];
  if (!FIGURE.test(after) || Math.abs(chinese.length - figures.length) > 1) return chinese;
  const isSurer = meanConfidence(figures) > meanConfidence(chinese);
  if (chinese.length !== figures.length) return isSurer && !FIGURE.test(before) ? figures : chinese;
  if (!isSurer && (FIGURE.test(before) || /\p{Script=Han}/u.test(before))) return chinese;
  return figures.map((char, i) => {
    const { text, confidence } = chinese[i] as ReadChar;
    if (text === char.text) return char;
    return { ...char, others: [{ text, confidence: Math.min(confidence, 1 - char.confidence) }, ...char.others] };
  });
}

/** What stands on each picture, by so many processes at once. */
async function readAll(lines: readonly Gray[], args: readonly string[], processes: number): Promise<ReadChar[][]> {
  const out: ReadChar[][] = lines.map(() => []);
  const batches = batchesOf(lines);
  const work = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const pictures = batch.map((i) => lines[i] as Gray);
      const pages = (await run(args, tiff(pictures))).split("<div class='ocr_page'").slice(1);
      for (const [n, i] of batch.entries()) out[i] = charsOf(pages[n] ?? '', (pictures[n] as Gray).width);
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return out;
}

/** Indexes of pictures that one process is given; those behind are taken first. */
function batchesOf(lines: readonly Gray[]): number[][] {
  const batches: number[][] = [];
  let room = 0;
  for (const [i, { width, height }] of lines.entries()) {
    room -= width * height;
    if (room < 0 || batches.length === 0) {
      batches.push([]);
      room = MAX_BATCH - width * height;
    }
    batches.at(-1)?.push(i);
  }
  return batches.reverse();
}

function run(args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const child = spawn('tesseract', args, { stdio: ['pipe', 'pipe', 'ignore'], env, windowsHide: true });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(text);
      else
        reject(
          new MessageError(
            messageOf('endedWith', { program: 'tesseract', end: signal ?? messageOf('endCode', { code: code ?? '' }) }),
          ),
        );
    });
    // Where it ends early, its code says so.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A character in hOCR, its box and how sure it is; or what else the last one might be. */
const CHAR = /<span class='ocrx_cinfo' title='x_bboxes (\d+) \d+ (\d+) \d+; x_conf ([\d.]+)'>([^<]+)<\/span>/u;
const OTHER = /<span class='ocrx_cinfo' id='choice_\w+' title='x_confs ([\d.]+)'>([^<]+)<\/span>/u;
const TOKEN = new RegExp(`${CHAR.source}|${OTHER.source}`, 'gu');

/** The characters of a page of hOCR; the white between them is for others to judge. */
function charsOf(page: string, width: number): ReadChar[] {
  const chars: (Guess & { others: Guess[]; from: number; to: number })[] = [];
  for (const [, from, to, sure, text, otherSure, other] of page.matchAll(TOKEN)) {
    const last = chars.at(-1);
    if (text !== undefined) {
      const confidence = likelihood(Number(sure));
      chars.push({ text: unescaped(text), confidence, others: [], from: Number(from), to: Number(to) });
    } else if (last && other !== undefined) {
      const guess = {
        text: unescaped(other),
        confidence: Math.min(likelihood(Number(otherSure)), 1 - last.confidence),
      };
      if (guess.text !== last.text && last.others.length < TOL.maxOthers) last.others.push(guess);
    }
  }
  const middles = middlesOf(chars);
  return chars.map(({ text, confidence, others }, i) => ({
    text,
    confidence,
    others,
    at: Math.min(1, Math.max(0, (middles[i] as number) / width)),
  }));
}

/** Where the middles are. Boxes that Tesseract has in a wrong order are not used: it guesses them from the network's steps. */
function middlesOf(chars: readonly { readonly text: string; readonly from: number; readonly to: number }[]): number[] {
  const middles = chars.map(({ from, to }) => (from + to) / 2);
  const left = Math.min(...chars.map(({ from }) => from));
  const right = Math.max(...chars.map(({ to }) => to));
  const widths = chars.map(({ text }) => (/^[\u0021-\u00ff]/u.test(text) ? 0.5 : 1));
  const em = (right - left) / widths.reduce((sum, width) => sum + width, 0);
  if (middles.every((at, i) => i === 0 || at - (middles[i - 1] as number) >= TOL.minStep * em)) return middles;
  let x = left;
  return widths.map((width) => {
    x += width * em;
    return x - (width * em) / 2;
  });
}

/**
 * Tesseract prints 100 + 5 * 7 * ln p (`kCertaintyScale` in recodebeam.h, `ClipToRange` in ltrresultiterator.cpp), and what
 * it gives 0.85 is as often wrong as what the other engine gives 0.6: hence the cube.
 */
const likelihood = (confidence: number): number => Math.exp((confidence - 100) / 35) ** 3;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescaped = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? '');
