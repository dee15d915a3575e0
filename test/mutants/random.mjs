/** Draws that a seed decides: mulberry32, whose neighbouring seeds do not begin alike. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  next();
  const int = (min, max) => min + Math.floor(next() * (max - min + 1));
  const pick = (list) => list[int(0, list.length - 1)];
  const between = (min, max) => min + next() * (max - min);
  const chance = (share) => next() < share;
  const shuffle = (list) => {
    const left = [...list];
    return list.map(() => left.splice(int(0, left.length - 1), 1)[0]);
  };
  return { int, pick, between, chance, shuffle };
}
