/** Small pieces of HTML. All text passes through `escaped`; only these functions write tags around it. */

/** Text safe inside elements and double-quoted attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** A cell is text, or text with a class (`number`, `unverified`, …). */
export type Cell = string | { readonly text: string; readonly kind: string }

/**
 * A table that scrolls by itself on narrow screens. The first cell of a row is its header.
 * @param caption also the name of the scrolling region
 */
export function tableOf(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[], kind = ''): string {
  const header = head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n')
  const table = `<table class="${kind}"><caption>${escaped(caption)}</caption><thead><tr>${header}</tr></thead><tbody>\n${body}\n</tbody></table>`
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">${table}</div>`
}

function cellOf(cell: Cell, index: number): string {
  const { text, kind } = typeof cell === 'string' ? { text: cell, kind: '' } : cell
  const attribute = kind ? ` class="${escaped(kind)}"` : ''
  return index === 0 ? `<th scope="row"${attribute}>${escaped(text)}</th>` : `<td${attribute}>${escaped(text)}</td>`
}

export const listOf = (items: readonly string[]): string => `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`

/** A chapter with its heading; `content` is HTML. */
export const section = (id: string, heading: string, content: string): string =>
  `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(heading)}</h2>\n${content}\n</section>`

/** A fold that reads without script; `content` is HTML. */
export const fold = (summary: string, content: string): string => `<details><summary>${escaped(summary)}</summary>\n${content}\n</details>`
