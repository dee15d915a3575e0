/** A straight line of a grid: the axis it runs along, where it stands on the other axis, and from where to where. */
export interface Segment {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that touch each other, with the coordinates of the grid that they span. */
export interface Grid {
  /** Where its column boundaries come from: drawn lines, or gaps in the text, which leave empty cells uncertain. */
  readonly columnsFrom: 'rulings' | 'text';
  /** Column boundaries in points, ascending; one more than there are columns. */
  readonly xs: readonly number[];
  /** Row boundaries in points, ascending; one more than there are rows. */
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** Position of a cell in its grid. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A cell of a grid of rulings, and whether its lower edge is drawn: a page break leaves a cut cell open. */
export interface RuledCell extends GridCell {
  readonly openBottom: boolean;
  /** Its outer edge at the side of the grid is not drawn: a page break between columns cuts it. Left out where it is. */
  readonly openLeft?: boolean;
  readonly openRight?: boolean;
}
