import type { PDFPageProxy } from 'pdfjs-dist';
import type { Box } from '../../geometry/box.js';
import type { ReadingLimits } from '../../limits.js';
import type { DrawnImage } from '../interpreter/drawing.js';
import { interpret } from '../interpreter/interpret.js';
import { IDENTITY, type Matrix, toMatrix } from '../interpreter/matrix.js';
import type { Ops } from '../interpreter/operators.js';
import { READER_TOLERANCES } from '../tolerances.js';

/** A page as the images on it show it, on white paper. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels to the point. */
  readonly scale: number;
  /** Three bytes a pixel, row by row from the top: red, green, blue. */
  readonly data: Uint8Array;
}

/** No picture is made with more pixels, however large its page. */
export const MAX_PIXELS = 40_000_000;

export const POINTS_PER_INCH = 72;

/** An image as pdfjs decodes it. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  /** pdfjs's `ImageKind`: 1 has a bit a pixel, 2 three bytes, 3 four. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

/** Puts the images of a page together at their own resolution; null where none of them can be decoded. */
export async function pictureFromImages(
  page: PDFPageProxy,
  ops: Ops,
  layerVisible: (group: unknown) => boolean,
  limits: ReadingLimits,
): Promise<Picture | null> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: 0 });
  const { images } = interpret(list, ops, {
    viewport: toMatrix(viewport.transform) ?? IDENTITY,
    page: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
    font: () => null,
    layerVisible,
    limits,
  });
  const decoded: { image: DrawnImage; pixels: Decoded }[] = [];
  for (const image of images) {
    const pixels = await decodedImage(page, image.source);
    if (pixels?.data && pixels.width > 0 && pixels.height > 0) decoded.push({ image, pixels });
  }
  if (decoded.length === 0) return null;
  const scale = scaleOf(decoded, viewport.width * viewport.height);
  const width = Math.max(1, Math.round(viewport.width * scale));
  const height = Math.max(1, Math.round(viewport.height * scale));
  const data = new Uint8Array(width * height * 3).fill(255);
  const picture = { width, height, scale, data };
  for (const { image, pixels } of decoded)
    paint(picture, image, downsampled(toRgba(pixels, image.stencil), image.matrix, scale));
  return picture;
}

/** Images stand in the page's own store, or, where several pages share them, in that of the document. */
async function decodedImage(page: PDFPageProxy, source: unknown): Promise<Decoded | null> {
  const named = typeof source === 'object' && source !== null ? (source as { data?: unknown }).data : source;
  if (typeof named !== 'string') return (source as Decoded | null) ?? null;
  const store = named.startsWith('g_') ? page.commonObjs : page.objs;
  const found = await new Promise<Decoded | null>((resolve) => store.get(named, resolve));
  // A stencil mask says its size itself.
  return found && typeof source === 'object'
    ? { ...found, ...(source as object), ...(found.data ? { data: found.data } : {}) }
    : found;
}

/** Pixels to the point of the finest image that covers a part of the page worth the name. */
function scaleOf(decoded: readonly { image: DrawnImage; pixels: Decoded }[], area: number): number {
  const finest = (least: number): number =>
    Math.max(
      0,
      ...decoded
        .filter(({ image }) => areaOf(image.box) >= least * area)
        .map(({ image: { matrix: m }, pixels }) =>
          Math.max(pixels.width / Math.hypot(m[0], m[1]), pixels.height / Math.hypot(m[2], m[3])),
        ),
    );
  const { minImageCover, maxImageDpi, sameDpi, minImageDpi } = READER_TOLERANCES;
  const native = finest(minImageCover) || finest(0);
  const most = maxImageDpi / POINTS_PER_INCH;
  const scale = native > most ? native / Math.ceil(native / most - sameDpi) : native;
  return Math.min(Math.max(scale, minImageDpi / POINTS_PER_INCH), Math.sqrt(MAX_PIXELS / area));
}

const areaOf = (b: Box): number => (b.x1 - b.x0) * (b.y1 - b.y0);

/** An image with four bytes a pixel: red, green, blue, and how much of it covers what is below. */
interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A stencil paints its colour where its bits are 0. */
function toRgba({ width, height, kind, data = new Uint8Array(0) }: Decoded, stencil: string | null): Rgba {
  const out = new Uint8Array(width * height * 4);
  if (kind === 3) out.set(data.subarray(0, out.length));
  else if (kind === 2) {
    for (let i = 0, k = 0; i < out.length; i += 4, k += 3) {
      out[i] = data[k] ?? 255;
      out[i + 1] = data[k + 1] ?? 255;
      out[i + 2] = data[k + 2] ?? 255;
      out[i + 3] = 255;
    }
  } else {
    const [r, g, b] = stencil === null ? [0, 0, 0] : rgbOf(stencil);
    const bytes = (width + 7) >> 3;
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i += 4) {
        const bit = ((data[y * bytes + (x >> 3)] ?? 255) >> (7 - (x & 7))) & 1;
        out[i] = bit === 1 ? 255 : r;
        out[i + 1] = bit === 1 ? 255 : g;
        out[i + 2] = bit === 1 ? 255 : b;
        out[i + 3] = bit === 1 && stencil !== null ? 0 : 255;
      }
    }
  }
  return { width, height, data: out };
}

function rgbOf(color: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] =
    /^#(..)(..)(..)$/u
      .exec(color)
      ?.slice(1)
      .map((hex) => Number.parseInt(hex, 16)) ?? [];
  return [r, g, b];
}

/** The image made smaller by whole factors, each pixel the mean of those that it stands for, so that none is skipped. */
function downsampled(image: Rgba, m: Matrix, scale: number): Rgba {
  const fx = Math.max(1, Math.round(image.width / (Math.hypot(m[0], m[1]) * scale)));
  const fy = Math.max(1, Math.round(image.height / (Math.hypot(m[2], m[3]) * scale)));
  if (fx === 1 && fy === 1) return image;
  const width = Math.max(1, Math.floor(image.width / fx));
  const height = Math.max(1, Math.floor(image.height / fy));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let dy = 0; dy < fy; dy++) {
          let k = ((y * fy + dy) * image.width + x * fx) * 4 + channel;
          for (let dx = 0; dx < fx; dx++, k += 4) sum += image.data[k] as number;
        }
        data[(y * width + x) * 4 + channel] = sum / (fx * fy);
      }
    }
  }
  return { width, height, data };
}

/** Draws the image where it stands: each pixel of the picture takes the one of the image that it falls on. */
function paint(picture: Picture, { box, matrix: m }: DrawnImage, image: Rgba): void {
  const { scale, data } = picture;
  const det = m[0] * m[3] - m[1] * m[2];
  if (!(Math.abs(det) > 1e-9)) return;
  const x0 = Math.max(0, Math.floor(box.x0 * scale));
  const x1 = Math.min(picture.width, Math.ceil(box.x1 * scale));
  const y0 = Math.max(0, Math.floor(box.y0 * scale));
  const y1 = Math.min(picture.height, Math.ceil(box.y1 * scale));
  const [uStep, vStep] = [m[3] / det / scale, -m[1] / det / scale];
  for (let y = y0; y < y1; y++) {
    const px = (x0 + 0.5) / scale - m[4];
    const py = (y + 0.5) / scale - m[5];
    let u = (m[3] * px - m[2] * py) / det;
    let v = (m[0] * py - m[1] * px) / det;
    let k = (y * picture.width + x0) * 3;
    for (let x = x0; x < x1; x++, k += 3, u += uStep, v += vStep) {
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      const i = (Math.floor((1 - v) * image.height - 1e-9) * image.width + Math.floor(u * image.width)) * 4;
      const cover = (image.data[i + 3] ?? 0) / 255;
      if (cover === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        const below = data[k + channel] as number;
        data[k + channel] = below + ((image.data[i + channel] as number) - below) * cover;
      }
    }
  }
}
