import { deflateSync } from 'node:zlib';

/**
 * A PDF as programs write them since PDF 1.5: `packed` stand in an object stream, `bare` by themselves, and a cross-reference
 * stream says where. Keys are the numbers of objects; 1 is the catalog.
 */
export function packedPdf(
  packed: Readonly<Record<number, string>>,
  bare: Readonly<Record<number, string>> = {},
): string {
  const nums = Object.keys(packed).map(Number);
  const [streamNum, xrefNum] = [900, 901];
  const rows = new Map<number, readonly [number, number, number]>([[0, [0, 0, 255]]]);
  let body = '%PDF-1.7\n';
  const add = (num: number, object: string): void => {
    rows.set(num, [1, body.length, 0]);
    body += `${num} 0 obj\n${object}\nendobj\n`;
  };
  for (const [num, object] of Object.entries(bare)) add(Number(num), object);
  let texts = '';
  const head = nums.map((num, i) => {
    const at = texts.length;
    texts += `${packed[num]} `;
    rows.set(num, [2, streamNum, i]);
    return `${num} ${at}`;
  });
  const first = `${head.join(' ')} `;
  const data = deflateSync(Buffer.from(first + texts, 'latin1')).toString('latin1');
  const dict = `/Type /ObjStm /N ${nums.length} /First ${first.length} /Filter /FlateDecode`;
  add(streamNum, `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`);
  const start = body.length;
  rows.set(xrefNum, [1, start, 0]);
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const index = sorted.map(([num]) => `${num} 1`).join(' ');
  const table = deflateSync(predicted(sorted.map(([, [type, place, last]]) => [type, place >> 8, place & 255, last])));
  const xref = `/Type /XRef /Size 902 /Root 1 0 R /W [1 2 1] /Index [${index}] /Filter /FlateDecode`;
  const params = '/DecodeParms << /Predictor 12 /Columns 4 >>';
  body += `${xrefNum} 0 obj\n<< ${xref} ${params} /Length ${table.length} >>\nstream\n${table.toString('latin1')}\nendstream\nendobj\n`;
  return `${body}startxref\n${start}\n%%EOF\n`;
}

/** Rows as differences from the row above, as qpdf writes them. */
function predicted(rows: readonly (readonly number[])[]): Buffer {
  const bytes = rows.flatMap((row, i) => [2, ...row.map((byte, k) => (byte - (rows[i - 1]?.[k] ?? 0)) & 255)]);
  return Buffer.from(bytes);
}
