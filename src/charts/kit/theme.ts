/** The look of all charts: colours that differ in lightness, one font stack, one width. */
import type { Json } from './input.ts'

export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
export const FONT = '"Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif'

export const INK = '#1d2733'
export const MUTED = '#566270'
export const FAINT = '#e6e9ec'
/** In order of lightness; neighbours differ by at least 20 points of it, so they stay apart in greyscale. */
export const BLUES = { dark: '#163c5f', middle: '#4b83b6', light: '#b3d1ea' } as const
export const REDS = { dark: '#7d2f3b', middle: '#cf8b80', light: '#f1d9d3' } as const
export const OCHRE = { dark: '#b8650f', light: '#f2cd8f' } as const
export const GREYS = { dark: '#5f6a75', middle: '#98a1aa', light: '#d3d8dd' } as const

/** Width of every chart's plots in pixels. */
export const WIDTH = 800

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
