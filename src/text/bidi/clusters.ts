/** Forms of Arabic letters by their place in a word, ligatures of them, and Hebrew letters with their points. */
const FORMS = /[\uFB1D-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/gu;

/** The letters themselves for the forms in which they are printed. A mark that is printed alone stands on no space. */
export const plainLetters = (text: string): string =>
  text.replace(FORMS, (form) => form.normalize('NFKC').replace(/ (?=\p{M})/gu, ''));

/** The characters of a text, each with the marks that stand on it. */
export const clustersOf = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];

/** A character with more marks on it. None stands there twice: some producers write a mark with each of two that they join. */
export const withMarks = (cluster: string, marks: string): string =>
  cluster + [...marks].filter((mark, i) => !cluster.includes(mark) && marks.indexOf(mark) === i).join('');
