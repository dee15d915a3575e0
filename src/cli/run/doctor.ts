import { createRequire } from 'node:module';
import { messageOf, type Value } from '../../messages/say.js';
import { type EngineStatus, engineStatus } from '../../ocr/engines/engines.js';
import { npmInstall } from '../../ocr/engines/npm-install.js';
import { OCR_ENGINES } from '../../ocr/options.js';
import { FONTS } from '../../output/page/svg.js';
import { readPdf } from '../../reader/read.js';

/** What is looked at: each is needed for reading PDFs, or for what `needed` false leaves out. */
export interface Check {
  readonly id: 'node' | 'reader' | 'canvas' | 'fonts' | EngineStatus['engine'];
  /** Whether evalx works without it, but for one thing. */
  readonly needed: boolean;
  /** What is there, in words of its own: a version, a font; null where it does not work. */
  readonly found: string | null;
  /** What is missing or wrong; null where it works. */
  readonly problem: Value | null;
  /** The command that installs it. */
  readonly install: string;
}

/** Oldest Node that is supported. */
const NODE = [20, 19] as const;

type Finding = Pick<Check, 'found' | 'problem'>;

const works = (found: string): Finding => ({ found, problem: null });
const fails = (problem: Value): Finding => ({ found: null, problem });

/** Looks at what evalx stands on, by using it. `nodeVersion` is like 20.19.0. */
export async function doctor(nodeVersion: string): Promise<Check[]> {
  const node = { id: 'node', needed: true, install: 'nvm install 20', ...checkNode(nodeVersion) } as const;
  const reader = {
    id: 'reader',
    needed: true,
    install: 'npm install --global ./evalx-*.tgz',
    ...(await attempt(checkReader)),
  } as const;
  const canvas = {
    id: 'canvas',
    needed: false,
    install: npmInstall('@napi-rs/canvas'),
    ...(await attempt(checkCanvas)),
  } as const;
  const fonts = {
    id: 'fonts',
    needed: false,
    install: 'apt-get install fonts-noto-cjk',
    ...(canvas.found === null ? fails(messageOf('needsCanvas', {})) : await attempt(checkFonts)),
  } as const;
  const engines: Check[] = [];
  for (const name of OCR_ENGINES) {
    const { engine, version, problem, install } = await engineStatus(name);
    engines.push({ id: engine, needed: false, found: version, problem, install });
  }
  return [node, reader, canvas, fonts, ...engines];
}

async function attempt(check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    return fails(
      isMissing ? messageOf('notInstalled', {}) : String(message).split('\n')[0] || messageOf('doesNotWork', {}),
    );
  }
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < NODE[0] || (major === NODE[0] && minor < NODE[1]);
  return isOld ? fails(messageOf('olderThan', { version, least: NODE.join('.') })) : works(version);
}

/** A page in a font that is not embedded: its text is lost where the character maps of pdfjs are not found. */
const PDF = [
  '%PDF-1.4',
  '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
  '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
  '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj',
  '4 0 obj <</Length 36>> stream\nBT /F 9 Tf 9 9 Td <7EE96548> Tj ET  \nendstream endobj',
  '5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>> endobj',
  '6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R',
  '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>> endobj',
  '7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6>> endobj',
  'trailer <</Root 1 0 R>>',
].join('\n');

async function checkReader(): Promise<Finding> {
  let text = '';
  await readPdf(new TextEncoder().encode(PDF), {}, (page) => {
    if ('glyphs' in page) text = page.glyphs.map((glyph) => glyph.text).join('');
  });
  if (text !== '绩效') return fails(messageOf('mapsMissing', {}));
  return works(`pdfjs ${versionOf('pdfjs-dist')}`);
}

async function checkCanvas(): Promise<Finding> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const context = createCanvas(1, 1).getContext('2d');
  context.fillStyle = '#123456';
  context.fillRect(0, 0, 1, 1);
  const [red] = context.getImageData(0, 0, 1, 1).data;
  return red === 0x12 ? works(versionOf('@napi-rs/canvas')) : fails(messageOf('drawsNothing', {}));
}

/** A font for Chinese: `inspect --png` writes with it. */
async function checkFonts(): Promise<Finding> {
  const { GlobalFonts } = await import('@napi-rs/canvas');
  const font = FONTS.find((name) => name !== FONTS.at(-1) && GlobalFonts.has(name));
  return font === undefined ? fails(messageOf('noFont', {})) : works(font);
}

const versionOf = (id: string): string =>
  (createRequire(import.meta.url)(`${id}/package.json`) as { version: string }).version;
