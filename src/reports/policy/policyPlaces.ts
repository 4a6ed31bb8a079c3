/** Right of the hidden column of ids. */
export const textColumn = 1;

const howRows = 2;
/** The texts in the first rows, from the top; how wide their lines are, in characters; and the first heading's row. */
export const topIds = ["title", ...Array.from({ length: howRows }, (_, i) => `how-${i + 1}`)];
export const howWidth = 100;
export const firstRow = 4;

/** From the heading of a table to its header, and from its last row to the next heading. */
export const headingRows = 2;
export const gap = 2;
/** The same below a table that people add rows to: Excel grows a table into blank rows only. */
export const growingGap = 12;
