/** How a measure that is worked out of sums is declared: a ratio of sums, or a formula. */
import { FEN_PER_YUAN } from '../../kernel/money.ts'
import type { Measure } from '../../words/measure.ts'

export type Sums = Readonly<Record<string, number>>

export interface Derived extends Measure {
  /** kinds of groups that have a value as well: `quintile`, `place` */
  readonly by?: readonly string[]
  /** groups of each kind are those of this sum */
  readonly groupedAs?: string
  /** in the unit of the sums; not finite where there is no denominator, and then no row. `group` is '' or `|place=county_hospital` */
  readonly value: (sums: Sums, group: string, claimDays: readonly number[]) => number
}

/** Names of sums that are added up; `-` takes one off. */
type Terms = readonly string[]

interface Ratio {
  readonly of: Terms
  readonly to: Terms
  readonly by?: readonly string[]
}

/** A ratio of sums. In a group, what has no such group adds nothing above the line; below it, the whole counts for all groups. */
export function ratio({ of, to, by }: Ratio, measure: Measure): Derived {
  return {
    ...measure,
    by,
    groupedAs: of[0],
    value: (sums, group) => total(sums, of, group, group === '' ? Number.NaN : 0) / total(sums, to, group),
  }
}

/** A formula of the whole. */
export function formula(value: Derived['value'], measure: Measure): Derived {
  return { ...measure, value }
}

function total(sums: Sums, terms: Terms, group: string, missing?: number): number {
  let all = 0
  for (const term of terms) {
    const name = term.replace(/^-/, '')
    all += (name === term ? 1 : -1) * (sums[`${name}${group}`] ?? missing ?? sums[name] ?? Number.NaN)
  }
  return all
}

/** The values of a chapter of measures: of the whole, then group by group. Yuan and shares, as the unit says. */
export function addDerived(
  chapter: Readonly<Record<string, Derived>>,
  sums: Sums,
  claimDays: readonly number[],
  add: (name: string, value: number) => void,
): void {
  const measures = Object.entries(chapter)
  const addOf = (name: string, { unit, value }: Derived, group: string) => {
    const found = value(sums, group, claimDays)
    add(`${name}${group}`, unit === 'yuan' ? found / FEN_PER_YUAN : found)
  }
  for (const [name, derived] of measures) addOf(name, derived, '')
  const groupsOf = ({ by = [], groupedAs }: Derived) =>
    by.flatMap((kind) =>
      Object.keys(sums)
        .filter((name) => name.startsWith(`${groupedAs}|${kind}=`))
        .map((name) => name.slice(name.indexOf('|'))),
    )
  const groups = new Map(measures.map(([name, derived]) => [name, groupsOf(derived)]))
  for (const group of new Set([...groups.values()].flat()))
    for (const [name, derived] of measures) if (groups.get(name)?.includes(group)) addOf(name, derived, group)
}
