import { describe, expect, it } from 'vitest';
import { rotated } from '../../src/raster/deskew.js';
import { mended } from '../../src/raster/lines/mend-lines.js';
import type { InkLine } from '../../src/raster/lines/rulings.js';
import { eraseEdges } from '../../src/raster/paper/edges.js';
import { evenIllumination, evenInk } from '../../src/raster/paper/illumination.js';
import { grainOf, withoutGrain } from '../../src/raster/paper/smooth.js';
import { eraseSpecks } from '../../src/raster/paper/specks.js';
import { keepStamps } from '../../src/raster/paper/stamps.js';
import type { Gray } from '../../src/raster/raster-types.js';
import { sheetOf } from '../../src/raster/sheet.js';
import { warpOf } from '../../src/raster/straighten.js';
import { Drawing } from './drawn.js';

/** What offices do to paper, in pictures of a few lines. Two pixels to the point. */
const SCALE = 2;

/** Five level rulings, each pixel column of them as much lower as `fall` says. */
function rulings(fall: (x: number) => number): Drawing {
  const drawing = new Drawing(600, 400);
  for (const y of [80, 140, 200, 260, 320])
    for (let x = 40; x < 560; x++) {
      const top = y + Math.round(fall(x));
      drawing.fill(x, top, x + 1, top + 3);
    }
  return drawing;
}

const arc = (depth: number) => (x: number) => depth * (1 - ((x - 300) / 260) ** 2);

describe('shadow', () => {
  it('is paper down to half the brightness around, and darker ink', () => {
    const sheet = new Drawing(400, 400, 240).fill(112, 112, 144, 144, 132).fill(256, 256, 288, 288, 108);
    const { levels } = evenIllumination(sheet.gray);
    expect(levels[128 * 400 + 128]).toBeGreaterThan(175);
    expect(levels[272 * 400 + 272]).toBeLessThan(130);
  });
});

describe('a sheet that is bent', () => {
  it('is straightened by its rulings', () => {
    const bent = rulings(arc(16));
    const warp = warpOf(bent.ink, SCALE);
    expect(warp).not.toBeNull();
    const { levels } = rotated(bent.gray, 0, warp);
    for (const y of [80, 140, 200, 260, 320]) {
      // Where the ink of the ruling is, at the middle and near both its ends.
      const heights = [80, 300, 520].map((x) => {
        const rows = [...Array(60).keys()]
          .map((i) => y - 20 + i)
          .filter((row) => (levels[row * 600 + x] as number) < 128);
        return rows.reduce((sum, row) => sum + row, 0) / rows.length;
      });
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2);
    }
  });

  it('is left as it is where rulings bend by less than 4 pixels', () => {
    expect(warpOf(rulings(arc(3)).ink, SCALE)).toBeNull();
    expect(warpOf(rulings(arc(6)).ink, SCALE)).not.toBeNull();
  });

  it('needs three rulings of 40 points', () => {
    const short = new Drawing(600, 400);
    for (const y of [80, 140, 200])
      for (let x = 40; x < 110; x++)
        short.fill(x, y + Math.round((x - 40) / 8), x + 1, y + 3 + Math.round((x - 40) / 8));
    expect(warpOf(short.ink, SCALE)).toBeNull();
  });
});

describe('pale ink', () => {
  const shade = (ink: number): number => {
    const drawing = new Drawing(480, 480).fill(100, 100, 300, 108, ink);
    return evenInk(drawing.gray).levels[104 * 480 + 200] as number;
  };

  it('is made as dark as 90, and no darker ink is changed', () => {
    expect(shade(180)).toBe(90);
    expect(shade(90)).toBe(90);
    expect(shade(60)).toBe(60);
  });

  it('is none where nothing is darker than 215', () => {
    expect(shade(214)).toBe(90);
    expect(shade(217)).toBe(217);
  });
});

describe('grain', () => {
  const dithered = (every: number): Gray => {
    const drawing = new Drawing(120, 120);
    for (let y = 0; y < 120; y += every)
      for (let x = (y / every) % 2; x < 120; x += every) drawing.fill(x, y, x + 1, y + 1);
    return drawing.gray;
  };

  it('of 22 shades and more is blurred', () => {
    expect(grainOf(dithered(3))).toBeGreaterThan(33);
    expect(Math.min(...withoutGrain(dithered(3)).levels.slice(60 * 120, 61 * 120))).toBeGreaterThan(150);
    expect(grainOf(dithered(8))).toBeLessThan(11);
    expect(withoutGrain(dithered(8)).levels).toEqual(dithered(8).levels);
  });
});

describe('specks', () => {
  const left = (drawing: Drawing, alone: number): number => {
    const ink = { ...drawing.ink };
    eraseSpecks(drawing.gray, ink, SCALE, alone);
    return ink.bits.reduce((sum, bit) => sum + bit, 0);
  };

  it('are no larger than 1.3 points', () => {
    expect(left(new Drawing(60, 60).fill(30, 30, 33, 33), 3.6)).toBe(0);
    expect(left(new Drawing(60, 60).fill(30, 30, 34, 34), 3.6)).toBe(16);
  });

  it('stay where there are few: a clean sheet has pieces of characters', () => {
    const drawing = (count: number): Drawing => {
      const one = new Drawing(400, 400);
      for (let i = 0; i < count; i++)
        one.fill(20 + 60 * (i % 6), 20 + 60 * Math.floor(i / 6), 22 + 60 * (i % 6), 22 + 60 * Math.floor(i / 6));
      return one;
    };
    const inked = (count: number): number => {
      const { gray, ink } = drawing(count);
      eraseSpecks(gray, ink, SCALE, 3.6, 30);
      return ink.bits.reduce((sum, bit) => sum + bit, 0);
    };
    expect(inked(29)).toBe(29 * 4);
    expect(inked(30)).toBe(0);
  });

  it('have nothing near them', () => {
    const beside = (gap: number) => new Drawing(80, 60).fill(30, 30, 32, 32).fill(32 + gap, 20, 50 + gap, 40);
    expect(left(beside(4), 3.6)).toBe(364);
    expect(left(beside(9), 3.6)).toBe(360);
  });

  it('are no points: those have figures within 5 points to both sides', () => {
    const point = (gap: number) =>
      new Drawing(100, 60)
        .fill(30 - gap, 20, 38 - gap, 40)
        .fill(40, 38, 42, 40)
        .fill(44 + gap, 20, 52 + gap, 40);
    const figures = 2 * 8 * 20;
    expect(left(point(5), 2.2)).toBe(figures + 4);
    expect(left(point(14), 2.2)).toBe(figures);
  });
});

describe('the edge of a picture', () => {
  it('loses what reaches in from it, over gaps of 3 pixels', () => {
    const drawing = new Drawing(60, 60).fill(0, 0, 10, 60).fill(12, 20, 16, 30).fill(21, 20, 25, 30);
    const ink = { ...drawing.ink };
    eraseEdges(drawing.gray, ink);
    expect([ink.bits[25 * 60 + 5], ink.bits[25 * 60 + 13], ink.bits[25 * 60 + 22]]).toEqual([0, 0, 1]);
  });
});

describe('a streak', () => {
  const table = (): Drawing => {
    const drawing = new Drawing(420, 400);
    for (const y of [80, 180, 280]) drawing.fill(50, y, 353, y + 3);
    for (const x of [50, 350]) drawing.fill(x, 80, x + 3, 283);
    return drawing;
  };
  const upright = (drawing: Drawing) => sheetOf(drawing.gray, SCALE).lines.filter(({ axis }) => axis === 'v').length;

  it('from edge to edge is no ruling', () => {
    expect(upright(table().fill(200, 0, 203, 400))).toBe(2);
    expect(upright(table().fill(200, 80, 203, 283))).toBe(3);
  });
});

describe('a broken ruling', () => {
  const line = (axis: 'h' | 'v', at: number, from: number, to: number): InkLine => ({ axis, at, from, to, width: 2 });
  const frame = [line('h', 0, 0, 200), line('h', 100, 0, 200), line('v', 0, 0, 100), line('v', 200, 0, 100)];
  const endOf = (to: number) => mended([...frame, line('h', 50, 0, to)], SCALE).find(({ at }) => at === 50)?.to;

  it('goes on to the end of the side where half of that is drawn', () => {
    expect(endOf(110)).toBe(200);
    expect(endOf(90)).toBe(90);
  });

  it('has no rim beside it', () => {
    const rim = (at: number) => mended([...frame, line('h', at, 20, 120)], SCALE).length;
    expect(rim(2)).toBe(4);
    expect(rim(4)).toBe(5);
  });
});

describe('stamps', () => {
  const kept = (width: number, height: number): number => {
    const zone = new Drawing(400, 600).fill(50, 50, 50 + width, 50 + height).ink.bits;
    keepStamps(zone, 400, 600);
    return zone.reduce((sum, bit) => sum + bit, 0);
  };

  it('are as large as stamps: text is lower, tables are larger', () => {
    expect(kept(80, 80)).toBe(6400);
    expect(kept(80, 14)).toBe(1120);
    expect(kept(80, 9)).toBe(0);
    expect(kept(24, 24)).toBe(0);
    expect(kept(180, 80)).toBe(0);
  });
});
