/** How a cell looks, by what it is for. */
export type Look = 'header' | 'title' | 'body' | 'sum' | 'input';

const GRID = { borderStyle: 'thin', borderColor: '#BFBFBF' } as const;
const BODY = { ...GRID, wrap: true, alignVertical: 'center' } as const;

/** Styles in the names of the spreadsheet library. */
export const LOOKS = {
  header: { ...BODY, fontWeight: 'bold', align: 'center', backgroundColor: '#D9E1F2' },
  title: { fontWeight: 'bold', fontSize: 14, alignVertical: 'center', wrap: true },
  body: BODY,
  sum: { ...BODY, fontWeight: 'bold', backgroundColor: '#F2F2F2' },
  input: { ...BODY, backgroundColor: '#FFF9E5' },
} as const satisfies Record<Look, object>;
