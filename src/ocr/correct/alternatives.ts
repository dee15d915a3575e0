import type { Guess, ReadChar } from '../ocr-types.js';

/** The other character, whether the engine has offered it or not: the picture is plain. */
export const seen = (char: ReadChar, text: string): ReadChar =>
  char.text === text || char.others.some((other) => other.text === text)
    ? instead(char, text)
    : { ...char, text, others: [{ text: char.text, confidence: char.confidence }, ...char.others] };

/** The other character, where the engine has offered it: both look the same to it, so that it is sure of them together. */
export function instead(char: ReadChar, text: string): ReadChar {
  const offered = char.others.find((other) => other.text === text);
  if (!offered) return char;
  const own: Guess = { text: char.text, confidence: char.confidence };
  return {
    text,
    confidence: Math.min(1, char.confidence + offered.confidence),
    at: char.at,
    others: [own, ...char.others.filter((other) => other !== offered)],
  };
}
