import type { Rgb } from './raster-types.js';

/** The picture made smaller by a whole factor, each pixel the mean of those that it stands for. */
export function reduced(picture: Rgb, factor: number): Rgb {
  if (factor <= 1) return picture;
  const width = Math.max(1, Math.floor(picture.width / factor));
  const height = Math.max(1, Math.floor(picture.height / factor));
  const data = new Uint8Array(width * height * 3);
  const row = picture.width * 3;
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++, out++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          const from = (y * factor + dy) * row + x * factor * 3 + channel;
          for (let k = from; k < from + factor * 3; k += 3) sum += picture.data[k] ?? 255;
        }
        data[out] = sum / factor ** 2;
      }
    }
  }
  return { width, height, data };
}
