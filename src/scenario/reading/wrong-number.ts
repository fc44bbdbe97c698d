/** 数字写法 What a number or list of numbers was probably meant to be, and which marks in it are those of a Chinese keyboard. */
import { listMeant, numeralMeant, wideMarks } from '../../words/written/numeral.ts'

/** Texts and lists with such marks are told with them: to the eye they are right. */
export function marksTold(value: unknown): string {
  const { marks, hasDigits } = wideMarks(value)
  if (marks !== '') return `, with the full-width ‘${marks}’`
  return hasDigits ? ', with full-width digits' : ''
}

const LISTS: ReadonlySet<PropertyKey> = new Set(['added_villages', 'income_quintile'])

/** What to write in place of it; undefined where no number is meant. */
export function numberFor(path: readonly PropertyKey[], value: unknown, isNumber: boolean): string | undefined {
  const [last, around] = [path[path.length - 1], path[path.length - 2]]
  if (last === 'years' && path.length === 1) return yearsFor(value)
  if (LISTS.has(last)) return listMeant(value)?.replace(/^\[(\d+)\]$/, '$1')
  if (LISTS.has(around)) return listMeant(value)?.slice(1, -1)
  // where nothing is changed a plus means nothing
  const plain = typeof value === 'string' ? value.trim().replace(/^[+＋](?!.*[%％])/, '') : value
  return isNumber ? numeralMeant(plain, path.includes('need')) : undefined
}

/** 2012-2013, 2012年至2013年, [2013, 2012], one year: as the first and the last. */
function yearsFor(value: unknown): string | undefined {
  const text = [value]
    .flat()
    .filter((one) => typeof one !== 'object')
    .join(' ')
    .normalize('NFKC')
  const years = text.match(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g)?.map(Number) ?? []
  const isAllYears = /^(?:[\s[\]【】,、;\-–—~～至到年/]|to|\d{4})*$/.test(text)
  if (!isAllYears || years.length === 0 || years.length > 2) return undefined
  return `[${Math.min(...years)}, ${Math.max(...years)}]`
}
