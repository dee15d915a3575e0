/**
 * The signs of fonts whose characters are pictures: files give them as codes of private use (U+F000 and the code) or as the
 * letters that were typed. What is here is what forms use: boxes, ticks, bullets, arrows, signs of mathematics. From the
 * tables of L2/11-052 and L2/11-344 of the Unicode Consortium; where that has signs that few fonts have, a common one like it.
 */
const WINGDINGS: readonly (readonly [from: number, signs: string])[] = [
  [0x45, '☜☞☝☟'],
  [0x6c, '●❍■□□□□◆◆◆❖◆☒'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•▪○○○◉◎'],
  [0xa7, '▪□'],
  [0xaa, '✦★✶✴✹✵'],
  [0xd8, '➢'],
  [0xdf, '←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄'],
  [0xfb, '✗✓☒☑'],
];

const WINGDINGS_2: typeof WINGDINGS = [
  [0x4f, '✗✓☒☑☒☒☒'],
  [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x96, '•●●○○'],
  [0x9f, '◾■□□□□'],
  [0xae, '◆◇'],
];

const WINGDINGS_3: typeof WINGDINGS = [[0x66, '←→↑↓↖↗↙↘↔↕▲▼△▽◀▶◁▷◣◢◤◥◂▸▴▾']];

const WEBDINGS: typeof WINGDINGS = [
  [0x33, '◀▶▲▼'],
  [0x3c, '■'],
  [0x61, '✓'],
  [0x63, '□'],
  [0x67, '■'],
  [0x6e, '●'],
  [0x72, '✗'],
];

const SYMBOL: typeof WINGDINGS = [
  [0x22, '∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇'],
  [0xd5, '∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'],
  [0xe5, '∑'],
  [0xf2, '∫'],
];

const ZAPF_DINGBATS: typeof WINGDINGS = [
  [0x33, '✓✔✕✖✗✘'],
  [0x48, '★'],
  [0x6c, '●❍■□□□□▲▼◆❖'],
  [0xac, '①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿'],
  [0xd4, '➔→'],
];

/** Private codes in a font of another name: those of boxes, ticks and bullets, which no two of these fonts have for different ones. */
const ANY: typeof WINGDINGS = [
  [0x4f, '✗✓☒☑'],
  [0x6c, '●❍■□□□□◆◆◆❖◆☒'],
  [0xa3, '□'],
  [0xa7, '▪□'],
  [0xb3, '≥×'],
  [0xb7, '•'],
  [0xd6, '√'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xfb, '✗✓☒☑'],
];

/** What Windows' code page has at 0x80 to 0x9F, where typed letters come from. */
const CP1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const privateCode = (code: number): string => String.fromCharCode(0xf000 + code);
const typed = (code: number): string => CP1252[code - 0x80] ?? String.fromCharCode(code);

function signs(table: typeof WINGDINGS, spellings: readonly ((code: number) => string)[]): ReadonlyMap<string, string> {
  return new Map(
    table.flatMap(([from, row]) =>
      [...row].flatMap((sign, i) => spellings.map((spell): [string, string] => [spell(from + i), sign])),
    ),
  );
}

const FAMILIES: readonly (readonly [name: RegExp, signs: ReadonlyMap<string, string>])[] = [
  [/^wingdings2/u, signs(WINGDINGS_2, [privateCode, typed])],
  [/^wingdings3/u, signs(WINGDINGS_3, [privateCode, typed])],
  [/^wingdings/u, signs(WINGDINGS, [privateCode, typed])],
  [/^webdings/u, signs(WEBDINGS, [privateCode, typed])],
  [/^(?:symbol(?:mt|ps|neu|std)?(?:bold|italic|regular)*|standardsymbols\w*)$/u, signs(SYMBOL, [privateCode, typed])],
  [/^(?:itc)?zapfdingbats|^dingbats$|^d050000l/u, signs(ZAPF_DINGBATS, [privateCode, typed])],
];

const OF_ANY = signs(ANY, [privateCode]);

/** What the characters of a font are seen as, for those that are not what they say; `name` as the file has it. */
export function signsOf(name: string): ReadonlyMap<string, string> {
  const plain = name
    .replace(/^[A-Z]{6}\+/u, '')
    .replace(/[\s,_-]/gu, '')
    .toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(plain))?.[1] ?? OF_ANY;
}
