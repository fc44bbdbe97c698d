/** What two or more parameters must not say together, on any day on which one of them changes. */
import { type Day, formatDay } from '../kernel/calendar.ts'
import type { Entry } from './schema.ts'

export interface Contradiction {
  /** the parameters that disagree */
  readonly names: readonly string[]
  readonly message: string
  readonly expected: string
}

/** Parameters that are the parts of a whole: premium.channel_share.* and so on. */
const PARTS_OF_A_WHOLE = ['premium.channel_share.'] as const

/**
 * 封顶线 a ceiling below a deductible (起付线) would leave nothing to pay; shares of one whole must add up to 1.
 * One finding per pair or group of parameters.
 */
export function contradictions(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  return [...ceilingBelowDeductible(entries), ...partsWithoutWhole(entries)]
}

function ceilingBelowDeductible(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  const ceiling = entries.get('benefit.ceiling')
  const found: Contradiction[] = []
  for (const [name, deductible] of entries) {
    if (!ceiling || !name.startsWith('benefit.deductible.')) continue
    const day = changes([ceiling, deductible]).find((day) => amount(ceiling, day) < amount(deductible, day))
    if (day === undefined) continue
    const message = `benefit.ceiling ${amount(ceiling, day)} yuan lies below ${name} ${amount(deductible, day)} yuan from ${formatDay(day)}`
    found.push({ names: ['benefit.ceiling', name], message, expected: 'a ceiling above every deductible' })
  }
  return found
}

function partsWithoutWhole(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  return PARTS_OF_A_WHOLE.flatMap((start) => {
    const parts = [...entries.values()].filter(({ name }) => name.startsWith(start))
    if (parts.length === 0) return []
    const sum = (day: Day) => parts.reduce((total, part) => total + amount(part, day), 0)
    const day = changes(parts).find((day) => Math.abs(sum(day) - 1) > 1e-9)
    if (day === undefined) return []
    const message = `${start}* add up to ${sum(day)} from ${formatDay(day)}`
    return [{ names: parts.map(({ name }) => name), message, expected: 'shares that add up to 1' }]
  })
}

function changes(entries: readonly Entry[]): readonly Day[] {
  return [...new Set(entries.flatMap(({ values }) => values.map(({ from }) => from)))].sort((a, b) => a - b)
}

/** The number in force on the day: the last dated on or before it, else the first. */
function amount(entry: Entry, day: Day): number {
  const { value } = entry.values.findLast(({ from }) => from <= day) ?? entry.values[0]
  return typeof value === 'number' ? value : Number.NaN
}
