/** The look of all charts: colours that differ in lightness, one font stack, one width. */
import type { Json } from './input.ts'

export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
const FONT = '"Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif'

export const INK = '#1d2733'
export const MUTED = '#566270'
export const FAINT = '#e6e9ec'
/*
 * A colour means one thing in all charts. In order of lightness; neighbours differ by at least 20 points of it, so they stay apart
 * in greyscale.
 */
/** The fund, what it has and what is given to it; a reform; who wins. */
export const BLUES = { dark: '#163c5f', middle: '#4b83b6', light: '#b3d1ea' } as const
/** What the scheme spends, owes and pays back. */
export const GREENS = { dark: '#1f5a4c', middle: '#6ba393', light: '#cfe3dc' } as const
/** Money of households: premiums, own payments. */
export const OCHRE = { dark: '#b8650f', middle: '#dd9f4e', light: '#f2cd8f' } as const
/** Who loses. */
export const REDS = { dark: '#7d2f3b', middle: '#cf8b80', light: '#f1d9d3' } as const
/** Care outside the county. */
export const VIOLETS = { dark: '#56407a', middle: '#7f6ca8' } as const
/** All else, the base of a comparison among it. */
export const GREYS = { dark: '#5f6a75', middle: '#98a1aa', light: '#d3d8dd' } as const

/** A picture for a page, or one for a telephone, where no letter may become smaller than 10 pixels. */
export interface Layout {
  /** of the plots, in pixels */
  readonly width: number
  readonly narrow: boolean
}
export const WIDE: Layout = { width: 800, narrow: false }
export const NARROW: Layout = { width: 290, narrow: true }
/** The widest picture for a telephone, its margins included, and the smallest letter in it. */
export const NARROW_PICTURE = { width: 350, letters: 12 } as const
/** Room for the labels of an axis left of the plots. */
export const AXIS_ROOM = 36

export const CONFIG: Json = {
  font: FONT,
  aria: false,
  view: { stroke: null },
  axis: {
    labelFontSize: 12,
    labelColor: MUTED,
    gridColor: FAINT,
    domainColor: MUTED,
    tickColor: MUTED,
    tickSize: 4,
    labelPadding: 4,
    labelOverlap: true,
  },
  axisY: { domain: false, ticks: false },
  text: { fontSize: 12, color: INK },
  concat: { spacing: 26 },
}
