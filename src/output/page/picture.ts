import { crc32, deflateSync } from 'node:zlib';
import type { PageDrawing } from '../../contract/drawing.js';
import { toSvg } from './svg.js';

/** A page in pixels: three bytes each, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** 0 to 100: at this, small print is as good to read as without loss, at a tenth of the size. */
const QUALITY = 72;

/**
 * A picture as a `data:` address: WebP where the package that draws is installed, else PNG.
 */
export async function pictureUrl(pixels: Pixels): Promise<string> {
  const canvas = await import('@napi-rs/canvas').catch(() => null);
  if (!canvas) return dataUrl('image/png', pngOf(pixels));
  const { width, height, data } = pixels;
  const surface = canvas.createCanvas(width, height);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0, k = 0; k < data.length; i += 4, k += 3) {
    rgba[i] = data[k] as number;
    rgba[i + 1] = data[k + 1] as number;
    rgba[i + 2] = data[k + 2] as number;
  }
  // What still runs in other threads when this one ends may take the process down.
  surface.getContext('2d').putImageData(new canvas.ImageData(rgba, width, height), 0, 0);
  return dataUrl('image/webp', surface.encodeSync('webp', QUALITY));
}

/** A page to look at as a `data:` address: its picture, or, where there is none, its drawing; null where there is neither. */
export const pageUrl = async (picture: Pixels | null, drawing: PageDrawing | null): Promise<string | null> =>
  picture ? pictureUrl(picture) : drawing ? svgUrl(toSvg(drawing)) : null;

/** A drawing as a `data:` address: as the source of an image nothing in it runs. */
export const svgUrl = (svg: string): string => dataUrl('image/svg+xml', Buffer.from(svg));

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

/** PNG (ISO/IEC 15948): its signature and the least chunks, eight bits a channel, no filters. */
export function pngOf({ width, height, data }: Pixels): Uint8Array {
  const stride = width * 3;
  const rows = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
