/** A drawing to the bytes of a PDF: as few objects as it needs, nothing compressed, the same bytes each time. */
import { fontOf, streamOf } from './fonts.mjs';

const number = (value) => String(Math.round(value * 1000) / 1000);
const numbers = (...values) => values.map(number).join(' ');
const hex4 = (value) => value.toString(16).padStart(4, '0');

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

/** Whatever is clipped, seen through, or on a layer stands in a box of its own. */
function paint(item, page, font) {
  const state = item.state ? `/${item.state} gs ` : '';
  const drawn = state + PAINT[item.kind](item, page, font);
  const layer = item.layer ? [`/OC /${item.layer} BDC `, ' EMC'] : ['', ''];
  if (!item.clip) return `${layer[0]}q ${drawn} Q${layer[1]}`;
  const { x0, y0, x1, y1 } = item.clip;
  return `q ${numbers(x0, page.height - y1, x1 - x0, y1 - y0)} re W n ${drawn} Q`;
}

/** Pictures that drawings may hold: opaque grey, opaque noise such as a stamp or a photograph. */
const IMAGES = {
  Grey: Buffer.alloc(64, 0xe0),
  Noise: Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 37 * 11) % 251)),
};
const IMAGE = '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8';
/** How an item may be painted: thinly, or so that it darkens. */
const STATES = '/ExtGState<</Thin<</ca 0.35>>/Darken<</BM/Multiply>>>>';

/** Annotations with a look of their own: `field` is filled in by a form's reader, `typed` over the page, `comment` seen on a click. */
function annotation({ annot, text, size, x0, y0, x1, y1 }, page, font, { add, resources }) {
  const rect = `/Rect[${numbers(x0, page.height - y1, x1, page.height - y0)}]`;
  const said = `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  if (annot === 'comment') return add(`<</Type/Annot/Subtype/Text${rect}/Contents ${said}>>`);
  const item = { kind: 'text', text, size, x: 2, y: (y1 - y0) / 2 + size * 0.35 };
  const code = PAINT.text(item, { height: y1 - y0 }, font);
  const look = add(
    streamOf(
      Buffer.from(`/Tx BMC ${code} EMC`),
      `/Type/XObject/Subtype/Form/BBox[0 0 ${numbers(x1 - x0, y1 - y0)}]/Resources ${resources}`,
    ),
  );
  const kind =
    annot === 'field'
      ? `/Subtype/Widget/FT/Tx/T(f${number(x0)}-${number(y0)})/V ${said}`
      : `/Subtype/FreeText/Contents ${said}`;
  return add(`<</Type/Annot${kind}${rect}/F 4/DA(/F1 ${number(size)} Tf 0 g)/AP<</N ${look}>>>>`);
}

export function writePdf(drawing) {
  const objects = [null, null];
  const add = (body) => `${objects.push(body)} 0 R`;
  const font = fontOf(drawing.style);
  const itemsOf = (i) => drawing.items.filter((item) => item.page === i + 1);
  const contents = drawing.pages.map((page, i) => {
    const drawn = itemsOf(i)
      .filter(({ kind }) => kind !== 'annot')
      .map((item) => paint(item, page, font));
    return (page.matrix ? [`${numbers(...page.matrix)} cm`, ...drawn] : drawn).join('\n');
  });
  for (const { kind, text } of drawing.items) if (kind === 'annot') [...text].forEach(font.code);
  const layer = add('<</Type/OCG/Name(draft)>>');
  const images = Object.entries(IMAGES).map(([name, bytes]) => `/${name} ${add(streamOf(bytes, IMAGE))}`);
  const resources = add(
    `<</Font<</F1 ${font.objects(add)}>>/XObject<<${images.join('')}>>${STATES}/Properties<</Hidden ${layer}>>>>`,
  );
  const fields = [];
  const pages = drawing.pages.map((page, i) => {
    const { mediaBox = [0, 0, page.width, page.height], crop, rotate } = page;
    const annots = itemsOf(i)
      .filter(({ kind }) => kind === 'annot')
      .map((item) => {
        const made = annotation(item, page, font, { add, resources });
        if (item.annot === 'field') fields.push(made);
        return made;
      });
    const more = [
      crop ? `/CropBox[${numbers(...crop)}]` : '',
      rotate ? `/Rotate ${rotate}` : '',
      annots.length > 0 ? `/Annots[${annots.join(' ')}]` : '',
    ].join('');
    const stream = add(streamOf(Buffer.from(contents[i])));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[${numbers(...mediaBox)}]${more}/Resources ${resources}/Contents ${stream}>>`,
    );
  });
  const form = fields.length > 0 ? `/AcroForm<</Fields[${fields.join(' ')}]/DR ${resources}>>` : '';
  objects[0] = `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[${layer}]/D<</OFF[${layer}]>>>>${form}>>`;
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
