/** The elements of a parameter's value, each a row of its own in tables: of a list by its place, of bands by the yuan from which they hold. */
import type { Band, DatedValue, Entry, ParameterValue, Range, Unit, ValueShape } from './schema.ts'

export interface Element {
  /** behind the parameter's name: '' of a plain value, [1] of a list, [from=10000] of a band */
  readonly at: string
  readonly value: number | string
  readonly unit: Unit
}

/** A parameter without bands has the one element [], as the law writes it. */
export function elementsOf(value: ParameterValue, { unit, of }: Pick<ValueShape, 'unit' | 'of'>): Element[] {
  if (!Array.isArray(value)) return [{ at: '', value: value as number | string, unit }]
  if (value.length === 0) return [{ at: '', value: '[]', unit }]
  return value.map((member: number | Band, index): Element => {
    if (typeof member === 'object') return { at: `[from=${member.from}]`, value: member.rate, unit: 'share' }
    return { at: `[${index + 1}]`, value: member, unit: of ?? 'ratio' }
  })
}

/** Rounding of a product such as 0.5 × 1.3 is not outside. */
const SLACK = 1e-9

/** Is an element within the range of the law's value that it stands for? Undefined where the law gives no range, or nothing to hold it against. */
export function isInRange(entry: Entry, law: DatedValue, element: Element): boolean | undefined {
  const { range, value } = law
  if (!range) return undefined
  if (entry.unit === 'mode') return range.includes(element.value) || element.value === value
  if (!Array.isArray(value)) return isBetween(element.value, range)
  const known = lawElement(value, element, entry)
  if (known === undefined || typeof element.value !== 'number') return undefined
  const edges = range.map((factor) => known * Number(factor))
  return isBetween(element.value, [Math.min(...edges), Math.max(...edges)])
}

/** The law's number at this place; of a band the rate that the law has from that amount on. */
function lawElement(value: ParameterValue, { at }: Element, entry: Entry): number | undefined {
  if (entry.unit !== 'bands') return elementsOf(value, entry).find((one) => one.at === at)?.value as number | undefined
  const from = Number(/^\[from=(.*)\]$/.exec(at)?.[1])
  return (value as readonly Band[]).findLast((band) => band.from <= from)?.rate
}

function isBetween(value: number | string, [low, high]: Range): boolean {
  if (typeof value === 'string') return typeof low === 'string' && typeof high === 'string' && low <= value && value <= high
  const slack = SLACK * Math.max(Math.abs(Number(low)), Math.abs(Number(high)))
  return value >= Number(low) - slack && value <= Number(high) + slack
}
