/** A drawing to the bytes of a PDF: as few objects as it needs, nothing compressed, the same bytes each time. */
import { deflateSync } from 'node:zlib';

const number = (value) => String(Math.round(value * 1000) / 1000);
const numbers = (...values) => values.map(number).join(' ');
const hex4 = (value) => value.toString(16).padStart(4, '0');

/** A Chinese font by name only: its codes are those of Unicode. */
const NAMED = {
  code: (char) => char.codePointAt(0),
  objects: (add) => {
    const descriptor = add(
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    );
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor ${descriptor}/DW 1000/W[1 95 500]>>`,
    );
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[${descendant}]>>`,
    );
  },
};

/** A font with codes of its own, as producers number the glyphs that they use, and a map of them to Unicode. */
function mappedFont() {
  const codes = new Map();
  const code = (char) => {
    if (!codes.has(char)) codes.set(char, 3 + codes.size);
    return codes.get(char);
  };
  const objects = (add) => {
    const descriptor = add(
      '<</Type/FontDescriptor/FontName/ABCDEF+SimSun/Flags 4/FontBBox[-8 -145 1000 860]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 78>>',
    );
    const narrow = [...codes].filter(([char]) => char < '\u0080').map(([, at]) => `${at}[500]`);
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 1000/W[${narrow.join('')}]>>`,
    );
    const pairs = [...codes].map(
      ([char, at]) => `<${hex4(at)}> <${Buffer.from(char, 'utf16le').swap16().toString('hex')}>`,
    );
    const parts = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, i) => pairs.slice(i * 100, i * 100 + 100));
    const map = [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
      'endcmap end end',
    ].join('\n');
    const toUnicode = add(`<</Length ${map.length}>>\nstream\n${map}\nendstream`);
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
    );
  };
  return { code, objects };
}

const colour = (item, operator) => {
  const rgb = item.rgb ?? [item.grey ?? 0, item.grey ?? 0, item.grey ?? 0];
  return `${numbers(...rgb)} ${operator}`;
};

const PAINT = {
  text(item, page, font) {
    const codes = [...item.text].map((char) => hex4(font.code(char))).join('');
    const angle = ((item.angle ?? 0) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const state = [
      `/F1 ${number(item.size)} Tf`,
      colour(item, 'rg'),
      `${item.mode ?? 0} Tr`,
      item.spacing ? `${number(item.spacing)} Tc` : '',
      item.scale ? `${number(item.scale)} Tz` : '',
    ].join(' ');
    return `BT ${state} ${numbers(cos, sin, -sin, cos, item.x, page.height - item.y)} Tm <${codes}> Tj ET`;
  },
  rule({ upright, at, a, b, width, as, dash, ...item }, page) {
    const [x0, y0, x1, y1] = upright ? [at, a, at, b] : [a, at, b, at];
    if (as === 'fill') {
      const half = width / 2;
      const box = [x0 - (upright ? half : 0), page.height - y1 - (upright ? 0 : half)];
      const size = upright ? [width, b - a] : [b - a, width];
      return `${colour(item, 'rg')} ${numbers(...box, ...size)} re f`;
    }
    const dashes = dash ? `[${numbers(...dash)}] 0 d ` : '[] 0 d ';
    return `${dashes}${colour(item, 'RG')} ${number(width)} w ${numbers(x0, page.height - y0)} m ${numbers(x1, page.height - y1)} l S`;
  },
  line({ x0, y0, x1, y1, width, ...item }, page) {
    return `${colour(item, 'RG')} ${number(width)} w ${numbers(x0, page.height - y0)} m ${numbers(x1, page.height - y1)} l S`;
  },
  fill({ x0, y0, x1, y1, ...item }, page) {
    return `${colour(item, 'rg')} ${numbers(x0, page.height - y1, x1 - x0, y1 - y0)} re f`;
  },
  image({ x0, y0, x1, y1, image }, page) {
    return `q ${numbers(x1 - x0, 0, 0, y1 - y0, x0, page.height - y1)} cm /${image} Do Q`;
  },
};

/** Whatever is clipped stands in a box of its own. */
function paint(item, page, font) {
  const drawn = PAINT[item.kind](item, page, font);
  if (!item.clip) return `q ${drawn} Q`;
  const { x0, y0, x1, y1 } = item.clip;
  return `q ${numbers(x0, page.height - y1, x1 - x0, y1 - y0)} re W n ${drawn} Q`;
}

/** Pictures that drawings may hold: opaque grey, opaque noise such as a stamp or a photograph. */
export const IMAGES = {
  Grey: Buffer.alloc(64, 0xe0),
  Noise: Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 37 * 11) % 251)),
};

export function writePdf(drawing) {
  const objects = [null, null];
  const add = (body) => `${objects.push(body)} 0 R`;
  const font = drawing.style.font === 'mapped' ? mappedFont() : NAMED;
  const contents = drawing.pages.map((page, i) => {
    const items = drawing.items.filter((item) => item.page === i + 1);
    const drawn = items.map((item) => paint(item, page, font));
    return page.matrix ? [`${numbers(...page.matrix)} cm`, ...drawn] : drawn;
  });
  const images = Object.entries(IMAGES).map(([name, bytes]) => {
    const data = deflateSync(bytes).toString('latin1');
    const head = `/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
    return `/${name} ${add(`<<${head}/Length ${data.length}>>\nstream\n${data}\nendstream`)}`;
  });
  const resources = add(`<</Font<</F1 ${font.objects(add)}>>/XObject<<${images.join('')}>>>>`);
  const pages = drawing.pages.map((page, i) => {
    const code = contents[i].join('\n');
    const stream = add(`<</Length ${code.length}>>\nstream\n${code}\nendstream`);
    const { mediaBox = [0, 0, page.width, page.height], crop, rotate } = page;
    const more = `${crop ? `/CropBox[${numbers(...crop)}]` : ''}${rotate ? `/Rotate ${rotate}` : ''}`;
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[${numbers(...mediaBox)}]${more}/Resources ${resources}/Contents ${stream}>>`,
    );
  });
  objects[0] = '<</Type/Catalog/Pages 2 0 R>>';
  objects[1] = `<</Type/Pages/Count ${pages.length}/Kids[${pages.join(' ')}]>>`;
  return fileOf(objects);
}

function fileOf(objects) {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
