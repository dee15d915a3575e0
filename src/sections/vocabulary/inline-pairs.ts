export const INLINE = /^([^:：。；，]{1,24})[:：]\s*(.*)$/su;

export function splitInline(text: string): [string, string] | null {
  const match = INLINE.exec(text);
  return match ? [(match[1] as string).trim(), (match[2] as string).trim()] : null;
}

/** Several pairs may stand on one line, parted by spaces. */
export function inlinePairs(text: string): [string, string][] {
  return pairsOf(text.split(/\s+(?=[^\s:：]{2,16}[:：])/u));
}

/** The pairs of a text, also those that commas part: 预算数：2.38万元，执行数：2.38万元. */
export function listedPairs(text: string): [string, string][] {
  return pairsOf(text.split(/[\s，；、]+(?=[^\s:：，；、]{2,16}[:：])/u));
}

function pairsOf(pieces: readonly string[]): [string, string][] {
  return pieces.flatMap((piece) => {
    const pair = splitInline(piece.trim());
    return pair ? [pair] : [];
  });
}
