import { type Area, type Ink, increment } from './raster-types.js';
import { RASTER_TOLERANCES as TOL } from './tolerances.js';

/** A line of text: where its ink is, in pixels, and the region that it stands in. */
export interface TextLineArea extends Area {
  readonly region: Area;
}

/**
 * The lines of text in each of the regions, from top to bottom and left to right: ink is parted at empty rows and at wide
 * gaps, again and again until nothing parts any more (G. Nagy, S. Seth, "Hierarchical representation of optically scanned
 * documents", 1984). `height` is the usual height of the ink of a line.
 */
export function textLines(
  ink: Ink,
  regions: readonly Area[],
  scale: number,
): { lines: TextLineArea[]; height: number } {
  const rough = regions.flatMap((region) => bandsOf(ink, region));
  const height = usualHeight(rough, scale);
  const lines = regions.flatMap((region) =>
    cut(ink, region, height, scale).map((area) => ({ ...followedBeyond(ink, area, region, height), region })),
  );
  return { lines: withoutSlivers(lines, height), height };
}

/** Borders are a little oblique, and text runs over them: where ink reaches the edge of its region, it is followed beyond. */
function followedBeyond(ink: Ink, area: Area, region: Area, height: number): Area {
  const most = Math.round(TOL.beyond * height);
  const isEmpty = (y: number): boolean =>
    y < 0 || y >= ink.height || rowSums(ink, { ...area, y0: y, y1: y + 1 })[0] === 0;
  let { y0, y1 } = area;
  if (y0 <= region.y0 + 1) while (area.y0 - y0 < most && !isEmpty(y0 - 1)) y0--;
  if (y1 >= region.y1 - 1) while (y1 - area.y1 < most && !isEmpty(y1)) y1++;
  return { ...area, y0, y1 };
}

/** Leaves out what is a part of a line that reaches over from a neighbouring region. */
function withoutSlivers(lines: readonly TextLineArea[], height: number): TextLineArea[] {
  const low = lines.filter((line) => line.y1 - line.y0 < TOL.sliver * height);
  const slivers = new Set(
    low.filter((sliver) =>
      lines.some(
        (line) =>
          line.region !== sliver.region &&
          line.y1 - line.y0 > sliver.y1 - sliver.y0 &&
          shared(line.x0, line.x1, sliver.x0, sliver.x1) > 0.5 * (sliver.x1 - sliver.x0) &&
          shared(line.y0, line.y1, sliver.y0, sliver.y1) > 0.5 * (sliver.y1 - sliver.y0),
      ),
    ),
  );
  return lines.filter((line) => !slivers.has(line));
}

const shared = (a0: number, a1: number, b0: number, b1: number): number => Math.min(a1, b1) - Math.max(a0, b0);

/** The median height of bands that are clearly wider than high, wide ones counting more. */
function usualHeight(bands: readonly Area[], scale: number): number {
  const wide = bands
    .map((b) => ({ height: b.y1 - b.y0, width: b.x1 - b.x0 }))
    .filter(
      ({ height, width }) =>
        width > 2 * height && height >= TOL.minTextHeight * scale && height <= TOL.maxTextHeight * scale,
    )
    .sort((a, b) => a.height - b.height);
  const half = wide.reduce((sum, b) => sum + b.width, 0) / 2;
  let sum = 0;
  for (const b of wide) {
    sum += b.width;
    if (sum >= half) return b.height;
  }
  return Math.round(10 * scale);
}

function cut(ink: Ink, region: Area, height: number, scale: number): Area[] {
  const bands = wholeLines(ink, bandsOf(ink, region), height).filter(
    (b) => b.y1 - b.y0 >= TOL.dirt * scale || b.x1 - b.x0 >= height / 2,
  );
  const speck = TOL.speck * scale + 1;
  const parts = bands.flatMap((band) => {
    const pieces = piecesOf(ink, band, TOL.wideGap * height);
    if (pieces.length === 1) return pieces;
    return pieces.flatMap((piece) => {
      const inner = bandsOf(ink, piece);
      return inner.length > 1 ? cut(ink, piece, height, scale) : inner;
    });
  });
  return parts.filter(({ x0, x1, y0, y1 }) => x1 - x0 > speck || y1 - y0 > speck);
}

/** The bands of ink between empty rows, each as wide as its ink. */
function bandsOf(ink: Ink, region: Area): Area[] {
  const profile = rowSums(ink, region);
  const bands: Area[] = [];
  for (let y = 0; y < profile.length; ) {
    if (profile[y] === 0) {
      y++;
      continue;
    }
    let end = y + 1;
    while (end < profile.length && (profile[end] as number) > 0) end++;
    const band = trimmed(ink, { ...region, y0: region.y0 + y, y1: region.y0 + end });
    if (band) bands.push(band);
    y = end;
  }
  return bands;
}

function rowSums({ width, bits }: Ink, { x0, x1, y0, y1 }: Area): Uint32Array {
  const sums = new Uint32Array(Math.max(0, y1 - y0));
  for (let y = y0; y < y1; y++) {
    for (let k = y * width + x0, end = y * width + x1; k < end; k++) {
      if (bits[k] === 1) increment(sums, y - y0);
    }
  }
  return sums;
}

function columnSums({ width, bits }: Ink, { x0, x1, y0, y1 }: Area): Uint32Array {
  const sums = new Uint32Array(Math.max(0, x1 - x0));
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (bits[y * width + x] === 1) increment(sums, x - x0);
  }
  return sums;
}

/** The area without the empty columns at its sides; null where it has no ink. */
function trimmed(ink: Ink, area: Area): Area | null {
  const sums = columnSums(ink, area);
  const first = sums.findIndex((n) => n > 0);
  if (first < 0) return null;
  return { ...area, x0: area.x0 + first, x1: area.x0 + sums.findLastIndex((n) => n > 0) + 1 };
}

/** Bands that are parts of one line put together, and bands of two lines parted. */
function wholeLines(ink: Ink, bands: readonly Area[], height: number): Area[] {
  const joined: Area[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last && areParts(last, band, height)) joined[joined.length - 1] = unionOf(last, band);
    else joined.push(band);
  }
  return joined.flatMap((band) => parted(ink, band, height));
}

function areParts(a: Area, b: Area, height: number): boolean {
  const low = Math.min(a.y1 - a.y0, b.y1 - b.y0) < TOL.lowBand * height;
  return low && b.y1 - a.y0 <= TOL.oneLine * height && b.y0 - a.y1 <= TOL.innerGap * height;
}

const unionOf = (a: Area, b: Area): Area => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

function parted(ink: Ink, band: Area, height: number): Area[] {
  if (band.y1 - band.y0 < TOL.twoLines * height) return [band];
  const profile = rowSums(ink, band);
  const usual = profile.reduce((sum, n) => sum + n, 0) / profile.length;
  const from = Math.round(TOL.lowBand * height);
  let thinnest = -1;
  for (let y = from; y < profile.length - from; y++) {
    if (thinnest < 0 || (profile[y] as number) < (profile[thinnest] as number)) thinnest = y;
  }
  if (thinnest < 0 || (profile[thinnest] as number) > TOL.thinRow * usual) return [band];
  const parts = [
    { ...band, y1: band.y0 + thinnest },
    { ...band, y0: band.y0 + thinnest },
  ];
  return parts.flatMap((part) => {
    const tight = trimmed(ink, part);
    return tight ? parted(ink, tight, height) : [];
  });
}

/** The parts of a band between gaps wider than `gap`. */
function piecesOf(ink: Ink, band: Area, gap: number): Area[] {
  const sums = columnSums(ink, band);
  const pieces: Area[] = [];
  let start = 0;
  let last = -1;
  for (let x = 0; x < sums.length; x++) {
    if (sums[x] === 0) continue;
    if (last >= 0 && x - last - 1 > gap) {
      pieces.push({ ...band, x0: band.x0 + start, x1: band.x0 + last + 1 });
      start = x;
    } else if (last < 0) start = x;
    last = x;
  }
  if (last >= 0) pieces.push({ ...band, x0: band.x0 + start, x1: band.x0 + last + 1 });
  return pieces;
}
