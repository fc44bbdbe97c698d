/** Text in a workbook: what XML takes, and each text once. */

/** What XML cannot hold, and what Excel would read as an escape of it. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu
/** Half a character. */
const LONE = /\p{Cs}/gu
/** As much as a cell holds. */
const LONGEST = 32_767

/** A text between two tags or in an attribute; control characters as Excel writes them, `_x0007_`. */
function xmlText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(LONE, '\uFFFD')
    .replace(UNFIT, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '&quot;')
}

/** The texts of all sheets, each kept once and called by its number. */
export function sharedTexts() {
  const numbers = new Map<string, number>()
  let uses = 0
  return {
    numberOf(text: string): number {
      uses++
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    xml(): string {
      const items = [...numbers.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
      return `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${numbers.size}">${items.join('')}</sst>`
    },
  }
}

export type SharedTexts = ReturnType<typeof sharedTexts>

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
