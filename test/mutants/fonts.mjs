/** Fonts as producers write them: by name alone, with codes of their own and a map to Unicode, and with the outlines too. */
const hex4 = (value) => value.toString(16).padStart(4, '0');

/** A Chinese font by name only: its codes are those of Unicode. */
function namedFont() {
  const objects = (add) => {
    const descriptor = add(
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    );
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor ${descriptor}/DW 1000/W[1 95 500]>>`,
    );
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[${descendant}]>>`,
    );
  };
  return { code: (char) => char.codePointAt(0), objects };
}

/** Codes in the order in which characters first stand in the file. `unmapped` ones have no Unicode. */
function mappedFont({ unmapped = '', isEmbedded }) {
  const codes = new Map();
  const code = (char) => {
    if (!codes.has(char)) codes.set(char, 3 + codes.size);
    return codes.get(char);
  };
  const objects = (add) => {
    const isNarrow = ([char]) => char < '\u0080';
    const file = isEmbedded ? `/FontFile2 ${add(streamOf(boxes(codes.size + 3)))}` : '';
    const descriptor = add(
      `<</Type/FontDescriptor/FontName/ABCDEF+SimSun/Flags 4/FontBBox[-8 -145 1000 860]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 78${file}>>`,
    );
    const widths = [...codes].filter(isNarrow).map(([, at]) => `${at}[500]`);
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 1000/W[${widths.join('')}]>>`,
    );
    const toUnicode = add(streamOf(Buffer.from(unicodeMap([...codes].filter(([char]) => !unmapped.includes(char))))));
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
    );
  };
  return { code, objects };
}

export const fontOf = ({ font, unmapped }) =>
  font === 'name' ? namedFont() : mappedFont({ unmapped, isEmbedded: font === 'embedded' });

/** The objects of a file are strings of bytes. */
export const streamOf = (bytes, head = '') =>
  `<<${head}/Length ${bytes.length}>>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;

function unicodeMap(codes) {
  const pairs = codes.map(([char, at]) => `<${hex4(at)}> <${Buffer.from(char, 'utf16le').swap16().toString('hex')}>`);
  const parts = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, i) => pairs.slice(i * 100, i * 100 + 100));
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n');
}

/** A TrueType font whose glyphs are all the same box. */
function boxes(count) {
  const bytes = (...fields) =>
    Buffer.concat(
      fields.map(([size, value]) => {
        const buffer = Buffer.alloc(size);
        if (value < 0) buffer.writeIntBE(value, 0, size);
        else buffer.writeUIntBE(value, 0, size);
        return buffer;
      }),
    );
  const words = (...values) => bytes(...values.map((value) => [2, value]));
  const box = Buffer.concat([
    words(1, 60, 0, 940, 800, 3, 0),
    bytes([1, 1], [1, 1], [1, 1], [1, 1]),
    words(60, 880, 0, -880, 0, 0, 800, 0),
  ]);
  const times = (part) => Buffer.concat(Array.from({ length: count }, () => part));
  const tables = {
    glyf: times(box),
    head: Buffer.concat([
      bytes([4, 0x10000], [4, 0x10000], [4, 0], [4, 0x5f0f3cf5]),
      words(0, 1000),
      Buffer.alloc(16),
      words(60, 0, 940, 800, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([bytes([4, 0x10000]), words(859, -141, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count)]),
    hmtx: times(words(1000, 60)),
    loca: bytes(...Array.from({ length: count + 1 }, (_, i) => [4, i * box.length])),
    maxp: Buffer.concat([bytes([4, 0x10000]), words(count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]),
  };
  const names = Object.keys(tables);
  const padded = (part) => Buffer.concat([part, Buffer.alloc(-part.length & 3)]);
  let at = 12 + 16 * names.length;
  const entries = names.map((name) => {
    const entry = Buffer.concat([Buffer.from(name), bytes([4, 0], [4, at], [4, tables[name].length])]);
    at += padded(tables[name]).length;
    return entry;
  });
  const head = Buffer.concat([bytes([4, 0x10000]), words(names.length, 64, 2, 32)]);
  return Buffer.concat([head, ...entries, ...names.map((name) => padded(tables[name]))]);
}
