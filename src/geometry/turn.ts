import type { Box } from './box.js';

/** How a page was turned to stand upright, and the size that it has as it is seen. */
export interface Turn {
  /** Degrees, clockwise: 0, 90, 180 or 270. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  /** Degrees by which the lines of the upright page fell to the right before it was levelled around its middle. */
  readonly skew: number;
}

/** The box after the page is turned clockwise by `turn.angle`. */
export function turned(b: Box, turn: Turn): Box {
  switch (turn.angle) {
    case 90:
      return { x0: turn.height - b.y1, y0: b.x0, x1: turn.height - b.y0, y1: b.x1 };
    case 180:
      return { x0: turn.width - b.x1, y0: turn.height - b.y1, x1: turn.width - b.x0, y1: turn.height - b.y0 };
    case 270:
      return { x0: b.y0, y0: turn.width - b.x1, x1: b.y1, y1: turn.width - b.x0 };
    default:
      return b;
  }
}

/** The box where it stands on the page as it is seen: the inverse of levelling and turning. */
export const turnBack = (b: Box, turn: Turn): Box => quarterBack(turn.skew === 0 ? b : tilted(b, turn), turn);

/** A box of the page as it is seen where it stands when the page is turned upright and levelled. */
export const levelled = (b: Box, turn: Turn): Box => {
  const upright = turned(b, turn);
  return turn.skew === 0 ? upright : tilted(upright, { ...turn, skew: -turn.skew });
};

/** The box around a box of the upright page that is turned clockwise around its middle by `skew` degrees. */
export function tilted(b: Box, { angle, width, height, skew }: Turn): Box {
  const [w, h] = angle % 180 === 0 ? [width, height] : [height, width];
  const cos = Math.cos((skew * Math.PI) / 180);
  const sin = Math.sin((skew * Math.PI) / 180);
  const dx = (b.x0 + b.x1 - w) / 2;
  const dy = (b.y0 + b.y1 - h) / 2;
  const x = dx * cos - dy * sin + w / 2;
  const y = dx * sin + dy * cos + h / 2;
  const halfWidth = ((b.x1 - b.x0) * cos + (b.y1 - b.y0) * Math.abs(sin)) / 2;
  const halfHeight = ((b.x1 - b.x0) * Math.abs(sin) + (b.y1 - b.y0) * cos) / 2;
  return { x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight };
}

export function quarterBack(b: Box, turn: Turn): Box {
  switch (turn.angle) {
    case 90:
      return { x0: b.y0, y0: turn.height - b.x1, x1: b.y1, y1: turn.height - b.x0 };
    case 180:
      return turned(b, turn);
    case 270:
      return { x0: turn.width - b.y1, y0: b.x0, x1: turn.width - b.y0, y1: b.x1 };
    default:
      return b;
  }
}
