import { splitBrackets } from '../text/label.js';

/** The key under which the vocabulary knows a label: without numbering and trailing bracket groups. */
export const keyOf = (label: string): string => splitBrackets(label).base;
