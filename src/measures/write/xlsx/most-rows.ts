/** How much a sheet holds; apart, so that whoever asks needs no workbook. */

/** As many rows as a sheet has, below its header. */
export const MOST_ROWS = (1 << 20) - 1
