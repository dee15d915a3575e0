import type { Mark, PageDrawing, Role } from '../../contract/drawing.js';
import { midX, midY } from '../../geometry/box.js';
import { escapeMarkup } from '../escape.js';

const LABEL_COLOR = '#b00';
const FAINT = '#aaa';

/** How each role looks: attributes of its group. Later ones lie above earlier ones. */
const LOOKS = {
  image: 'fill="#fd8" fill-opacity=".3" stroke="#c80" stroke-width=".5"',
  space: 'fill="none" stroke="#ccc" stroke-width=".2"',
  glyph: 'fill="none" stroke="#39f" stroke-width=".25"',
  print: `fill="${FAINT}"`,
  cell: 'fill="#080" fill-opacity=".04" stroke="#080" stroke-width=".5"',
  merged: 'fill="#fa0" fill-opacity=".12" stroke="#c60" stroke-width=".7"',
  text: 'fill="#000"',
  edge: 'fill="none" stroke="#b5b" stroke-width=".5" stroke-dasharray="2 1"',
  horizontal: 'fill="#d00" stroke="#d00" stroke-width=".6"',
  vertical: 'fill="#06c" stroke="#06c" stroke-width=".6"',
  sheet: 'fill="none" stroke="#777" stroke-width="1" stroke-dasharray="6 3"',
  loose: 'fill="#39f" fill-opacity=".08" stroke="#39f" stroke-width=".4"',
  ruled: 'fill="#080" fill-opacity=".06" stroke="#080" stroke-width="1.2"',
  unruled: 'fill="#90c" fill-opacity=".06" stroke="#90c" stroke-width="1.2" stroke-dasharray="4 2"',
  drawn: 'fill="#d00" stroke="#d00" stroke-width=".8"',
  filled: 'fill="#b5b" stroke="#b5b" stroke-width=".8" stroke-dasharray="2 1"',
  written: 'fill="#06c" stroke="#06c" stroke-width=".8" stroke-dasharray="4 2"',
  table: 'fill="none" stroke="#90c" stroke-width="1.5"',
  label: `fill="${LABEL_COLOR}"`,
  rule: 'stroke="#000" stroke-width=".6"',
} satisfies Record<Role, string>;

/** Part of the em between its middle and the baseline, where ideographs reach .88 above and .12 below. */
const BASELINE = 0.38;
/** Radius of the dots at the ends of a line, in points. */
const DOT = 1;

/** Fonts with Chinese characters that systems bring along, and whatever the viewer has. */
export const FONTS = [
  ...['Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei', 'Droid Sans Fallback'],
  ...['PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'SimSun', 'sans-serif'],
];

/** How large an SVG is to be shown; its drawing is scaled to that. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The drawing of a page as SVG, in points; plain attributes only, so that simple renderers draw it too. */
export function toSvg(drawing: PageDrawing, fonts: readonly string[] = FONTS, size: Size = drawing): string {
  const { page, marks } = drawing;
  const [w, h] = [number(drawing.width), number(drawing.height)];
  const groups = (Object.keys(LOOKS) as Role[]).flatMap((role) => {
    const own = marks.filter((mark) => mark.role === role);
    return own.length === 0 ? [] : [`<g id="${role}" ${LOOKS[role]}>\n${own.map(shape).join('\n')}\n</g>\n`];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${number(size.width)}" height="${number(size.height)}" viewBox="0 0 ${w} ${h}">
<title>Page ${page}</title>
<rect id="page" width="${w}" height="${h}" fill="#fff" stroke="#000" stroke-width=".5"/>
<g font-family="${fonts.join(', ')}" text-anchor="middle">
${groups.join('')}</g>
</svg>
`;
}

function shape(mark: Mark): string {
  const { x0, y0, x1, y1 } = mark.box;
  switch (mark.kind) {
    case 'box':
      return `<rect x="${number(x0)}" y="${number(y0)}" width="${number(x1 - x0)}" height="${number(y1 - y0)}">${title(mark)}</rect>`;
    case 'line': {
      const [ax, ay, bx, by] = [x0, y0, x1, y1].map(number);
      const dots = mark.role === 'edge' || mark.role === 'rule' ? '' : dot(x0, y0) + dot(x1, y1);
      const end = mark.title === undefined ? '/>' : `>${title(mark)}</line>`;
      return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}"${end}${dots}`;
    }
    case 'text':
      return text(mark);
  }
}

const title = ({ title }: { readonly title?: string }): string =>
  title === undefined ? '' : `<title>${escapeMarkup(title)}</title>`;

const dot = (x: number, y: number): string => `<circle cx="${number(x)}" cy="${number(y)}" r="${DOT}"/>`;

/** Text around the middle of its box, turned as it reads, and as long as its box where the renderer can do that. */
function text({ box, text, size, angle }: Mark & { kind: 'text' }): string {
  const [x, y] = [number(midX(box)), number(midY(box))];
  const turn = angle === 0 ? '' : ` rotate(${number(-angle)})`;
  const along = angle % 180 === 0 ? box.x1 - box.x0 : box.y1 - box.y0;
  const fitted = text.length > 1 && angle % 90 === 0 && along > 0;
  const length = fitted ? ` textLength="${number(along)}" lengthAdjust="spacingAndGlyphs"` : '';
  const place = `transform="translate(${x} ${y})${turn}" y="${number(BASELINE * size)}" font-size="${number(size)}"`;
  return `<text ${place}${length}>${escapeMarkup(text)}</text>`;
}

/** Two decimals, and never NaN or an exponent, which SVG cannot read. */
function number(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? rounded : 0;
}
