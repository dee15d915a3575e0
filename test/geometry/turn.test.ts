import { describe, expect, it } from 'vitest';
import { type Turn, turnBack, turnPage, turnPageBack } from '../../src/geometry/turn.js';

/** A page 100 wide and 60 high: a glyph in its upper left corner, a level and an upright line, an image. */
const page = {
  width: 100,
  height: 60,
  glyphs: [{ box: { x0: 10, y0: 5, x1: 18, y1: 15 }, angle: 90 }],
  rulings: [{ axis: 'h' as 'h' | 'v', at: 20, from: 0, to: 80, width: 1 }],
  edges: [{ axis: 'v' as 'h' | 'v', at: 30, from: 10, to: 50, width: 0 }],
  images: [{ x0: 50, y0: 30, x1: 90, y1: 40 }],
};

const turn = (angle: number, skew = 0): Turn => ({ angle, width: 100, height: 60, skew });

describe('a page that is turned', () => {
  it('clockwise by a quarter: its left side is on top', () => {
    expect(turnPage(page, turn(90))).toEqual({
      width: 60,
      height: 100,
      glyphs: [{ box: { x0: 45, y0: 10, x1: 55, y1: 18 }, angle: 0 }],
      rulings: [{ axis: 'v', at: 40, from: 0, to: 80, width: 1 }],
      edges: [{ axis: 'h', at: 30, from: 10, to: 50, width: 0 }],
      images: [{ x0: 20, y0: 50, x1: 30, y1: 90 }],
    });
  });

  it('by a half', () => {
    expect(turnPage(page, turn(180))).toEqual({
      width: 100,
      height: 60,
      glyphs: [{ box: { x0: 82, y0: 45, x1: 90, y1: 55 }, angle: 270 }],
      rulings: [{ axis: 'h', at: 40, from: 20, to: 100, width: 1 }],
      edges: [{ axis: 'v', at: 70, from: 10, to: 50, width: 0 }],
      images: [{ x0: 10, y0: 20, x1: 50, y1: 30 }],
    });
  });

  it('by three quarters: its right side is on top', () => {
    expect(turnPage(page, turn(270))).toEqual({
      width: 60,
      height: 100,
      glyphs: [{ box: { x0: 5, y0: 82, x1: 15, y1: 90 }, angle: 180 }],
      rulings: [{ axis: 'v', at: 20, from: 20, to: 100, width: 1 }],
      edges: [{ axis: 'h', at: 70, from: 10, to: 50, width: 0 }],
      images: [{ x0: 30, y0: 10, x1: 40, y1: 50 }],
    });
  });

  it.each([0, 90, 180, 270])('by %i degrees and back is as it was', (angle) => {
    expect(turnPageBack(turnPage(page, turn(angle)), turn(angle))).toEqual(page);
  });

  it('is levelled around its middle: what stood higher on the right stands level', () => {
    const slanted = { ...page, images: [{ x0: 100, y0: 30, x1: 100, y1: 30 }] };
    const [image] = turnPage(slanted, turn(0, 30)).images;
    expect([image?.x0, image?.y0].map((n) => Math.round(10 * (n as number)) / 10)).toEqual([93.3, 5]);
    const back = turnBack({ x0: 93.3, x1: 93.3, y0: 5, y1: 5 }, turn(0, 30));
    expect([Math.round(back.x0), Math.round(back.y0)]).toEqual([100, 30]);
  });
});
