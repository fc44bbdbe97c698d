/** What two or more parameters must not say together, on any day on which one of them changes. */
import { type Day, formatDay } from '../kernel/calendar.ts'
import type { Entry } from './schema.ts'

interface Contradiction {
  /** the parameters that disagree */
  readonly names: readonly string[]
  readonly message: string
  readonly expected: string
}

/** Parameters that are the parts of a whole: premium.channel_share.* and so on. */
const PARTS_OF_A_WHOLE = ['premium.channel_share.'] as const

/**
 * 封顶线 a ceiling below a deductible (起付线) would leave nothing to pay; shares of one whole must add up to 1;
 * the campaign comes after the experience it rests on; a standard is announced within its year.
 * One finding per pair or group of parameters.
 */
export function contradictions(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  return [
    ...ceilingBelowDeductible(entries),
    ...partsWithoutWhole(entries),
    ...campaignOutOfOrder(entries),
    ...announcedTooLate(entries),
    ...householdsWithoutHead(entries),
  ]
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

/** The campaign rests on what was paid before it, and ends within the year before cover begins. */
function campaignOutOfOrder(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  const names = ['enrolment.experience_until', 'enrolment.campaign_opens', 'enrolment.deadline']
  const dates = names.map((name) => entries.get(name)).filter((entry) => entry !== undefined)
  if (dates.length < names.length) return []
  const day = changes(dates).find((day) => {
    const [experience, opens, deadline] = dates.map((entry) => words(entry, day))
    return experience >= opens || opens > deadline
  })
  if (day === undefined) return []
  const message = `from ${formatDay(day)}: ${dates.map((entry) => `${entry.name} ${words(entry, day)}`).join(', ')}`
  return [{ names, message, expected: 'experience_until before campaign_opens, and the deadline not before it, all within one year' }]
}

/** A standard announced after its year would belong to no year's income. */
function announcedTooLate(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  const announced = entries.get('subsidy.announced')
  const late = announced?.values.find((value) => String(value.value) > `${formatDay(value.from).slice(0, 4)}-12-31`)
  if (!late) return []
  const message = `subsidy.announced ${late.value} lies after the year that begins ${formatDay(late.from)}`
  return [{ names: ['subsidy.announced'], message, expected: 'a day up to 31 December of that year' }]
}

/** Every household has a head of 20 years or more: a population of children cannot be put into households of that size. */
function householdsWithoutHead(entries: ReadonlyMap<string, Entry>): Contradiction[] {
  const names = ['population.age_share', 'population.household_size']
  const [ages, sizes] = names.map((name) => entries.get(name)?.values[0].value)
  if (!Array.isArray(ages) || !Array.isArray(sizes)) return []
  const adults = (ages as number[]).slice(4).reduce((sum, share) => sum + share, 0)
  const mean = (sizes as number[]).reduce((sum, share, i) => sum + share * (i + 1), 0)
  if (adults * mean >= 1) return []
  const message = `${(adults * mean).toFixed(2)} persons of 20 years or more in a household of ${mean.toFixed(2)} on average`
  return [{ names, message, expected: 'at least one adult in each household' }]
}

function changes(entries: readonly Entry[]): readonly Day[] {
  return [...new Set(entries.flatMap(({ values }) => values.map(({ from }) => from)))].sort((a, b) => a - b)
}

/** The number in force on the day: the last dated on or before it, else the first. */
function amount(entry: Entry, day: Day): number {
  const { value } = entry.values.findLast(({ from }) => from <= day) ?? entry.values[0]
  return typeof value === 'number' ? value : Number.NaN
}

function words(entry: Entry, day: Day): string {
  return String((entry.values.findLast(({ from }) => from <= day) ?? entry.values[0]).value)
}
