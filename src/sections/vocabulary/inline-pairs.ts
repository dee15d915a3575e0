export const INLINE = /^([^:：。；，]{1,24})[:：]\s*(.*)$/su;

export function splitInline(text: string): [string, string] | null {
  const match = INLINE.exec(text);
  return match ? [(match[1] as string).trim(), (match[2] as string).trim()] : null;
}

/** Several pairs may stand on one line, parted by spaces. */
export function inlinePairs(text: string): [string, string][] {
  const pieces = text.split(/\s+(?=[^\s:：]{2,16}[:：])/u).map((piece) => piece.trim());
  return pieces.flatMap((piece) => {
    const pair = splitInline(piece);
    return pair ? [pair] : [];
  });
}
