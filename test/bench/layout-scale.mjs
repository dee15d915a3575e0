// npm run bench:layout: time of layoutPage over pages with ever more glyphs and rulings. Time per item should stay flat.
import { layoutPage } from '../../dist/layout/page.js';

/** A page full of small ruled cells with a number each; cells of one column, `columns` of them side by side. */
function ruledPage(items, columns) {
  const rulings = [];
  const glyphs = [];
  const rows = Math.ceil(items / columns / 4);
  const height = rows * 12;
  for (let col = 0; col <= columns; col++) rulings.push({ axis: 'v', at: col * 40, from: 0, to: height, width: 0.5 });
  for (let row = 0; row <= rows; row++) {
    for (let col = 0; col < columns; col++) {
      rulings.push({ axis: 'h', at: row * 12, from: col * 40, to: (col + 1) * 40, width: 0.5 });
      for (let i = 0; i < 4 && row < rows; i++) glyphs.push(glyph(String(i), col * 40 + 4 + i * 8, row * 12 + 2));
    }
  }
  return page(glyphs, rulings, columns * 40, height);
}

/** A page of running text: no table at all. */
function textPage(items) {
  const glyphs = [];
  for (let i = 0; i < items; i++) glyphs.push(glyph('字', (i % 60) * 8, Math.floor(i / 60) * 12));
  return page(glyphs, [], 480, (items / 60) * 12);
}

/** Glyphs and rulings anywhere: a drawing, or an attack. */
function noisePage(items) {
  let state = 42;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * n;
  };
  const side = Math.sqrt(items) * 40;
  const glyphs = Array.from({ length: items }, () => glyph('x', random(side), random(side)));
  const rulings = Array.from({ length: items }, (_, i) => {
    const from = random(side);
    return { axis: i % 2 ? 'h' : 'v', at: random(side), from, to: from + random(200), width: 0.5 };
  });
  return page(glyphs, rulings, side, side);
}

const glyph = (text, x, y) => ({
  text,
  box: { x0: x, y0: y, x1: x + 8, y1: y + 8 },
  size: 8,
  angle: 0,
  vertical: false,
});
const page = (glyphs, rulings, width, height) => ({
  number: 1,
  width,
  height,
  glyphs,
  rulings,
  edges: [],
  images: [],
  unreadableGlyphs: 0,
});

const shapes = {
  'one table': (n) => ruledPage(n, 10),
  'wide table': (n) => ruledPage(n, 200),
  'plain text': textPage,
  noise: noisePage,
};
for (const [name, make] of Object.entries(shapes)) {
  for (const items of [1_000, 10_000, 100_000]) {
    const input = make(items);
    layoutPage(make(500));
    const start = performance.now();
    layoutPage(input);
    const ms = performance.now() - start;
    const perItem = ((ms * 1000) / items).toFixed(2);
    process.stdout.write(
      `${name.padEnd(12)} ${String(items).padStart(7)} items ${ms.toFixed(0).padStart(7)} ms ${perItem.padStart(7)} µs an item\n`,
    );
  }
}
