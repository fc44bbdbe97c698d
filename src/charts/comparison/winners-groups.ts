/** 受益与受损 The groups of households that the picture and the sentences of winners and losers tell of. */
import type { WinnersRow } from '../../measures/protection/winners.ts'
import type { Language } from '../kit/input.ts'
import { lineWidth } from '../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { yearShown } from './largest.ts'
import { movedShare, type Sides, WINNERS_WORDS } from './winners-words.ts'

const DECILES = Array.from({ length: 10 }, (_, index) => index + 1)
/** So many counties are drawn, those in which most households pay otherwise. */
const MOST_COUNTIES = 8
/** A longer name is cut off in the picture, in ems. */
const MOST_EMS = 11

export interface Group {
  /** as the rows have it */
  readonly group: string
  readonly kind: 'all' | 'county' | 'decile'
  readonly title: string
  /** the title as the picture has room for it */
  readonly name: string
  readonly winners: WinnersRow
  readonly losers: WinnersRow
  readonly unchanged: WinnersRow
  readonly gain: WinnersRow
  readonly ofWinners?: WinnersRow
  readonly ofLosers?: WinnersRow
  readonly lessCare?: WinnersRow
  readonly moreCare?: WinnersRow
}

/** The group of a county's households. */
export const groupOf = ({ name }: { readonly name: string }): string => `county=${name}`

/** The rows of a reform in one year, by group and then by measure. */
type Households = ReadonlyMap<string, ReadonlyMap<string, WinnersRow>>

/** Of the year told first where none is named. */
export function householdsOf(input: ComparisonInput, reform: ComparedScenario, year = yearShown(input, reform)): Households {
  const groups = new Map<string, Map<string, WinnersRow>>()
  for (const row of input.winners) {
    if (row.scenario !== reform.name || row.year !== year) continue
    const own = groups.get(row.group) ?? new Map<string, WinnersRow>()
    own.set(row.measure, row)
    groups.set(row.group, own)
  }
  return groups
}

/** All households, then 分县 county by county, then decile by decile, in the year told first; groups without households are left out. */
export function groupsOf(input: ComparisonInput, reform: ComparedScenario, lang: Language): Group[] {
  const words = WINNERS_WORDS[lang]
  const households = householdsOf(input, reform)
  const shown = countiesMoved(input, households)
  const named = [
    { group: '', kind: 'all', title: words.everybody } as const,
    ...(input.counties ?? []).flatMap((county) => {
      const group = groupOf(county)
      return shown.has(group) ? [{ group, kind: 'county', title: county.title[lang] } as const] : []
    }),
    ...DECILES.map((index) => ({ group: `decile=${index}`, kind: 'decile', title: words.decile(index) }) as const),
  ]
  return named.flatMap(({ group, kind, title }) => {
    const at = (measure: string) => households.get(group)?.get(measure)
    const [winners, losers, unchanged, gain] = ['winners_share', 'losers_share', 'unchanged_share', 'gain'].map(at)
    if (!winners || !losers || !unchanged || !gain) return []
    const amounts = { ofWinners: at('gain_of_winners'), ofLosers: at('gain_of_losers') }
    const care = { lessCare: at('winners_less_care_share'), moreCare: at('losers_more_care_share') }
    return [{ group, kind, title, name: cut(title), winners, losers, unchanged, gain, ...amounts, ...care }]
  })
}

function countiesMoved({ counties = [] }: ComparisonInput, households: Households): ReadonlySet<string> {
  const moved = counties.flatMap((county) => {
    const sides = sidesOfGroup(households, groupOf(county))
    return sides ? [{ group: groupOf(county), share: movedShare(sides) }] : []
  })
  const most = moved.sort((one, other) => other.share - one.share).slice(0, MOST_COUNTIES)
  return new Set(most.map(({ group }) => group))
}

function cut(title: string): string {
  if (lineWidth(title) <= MOST_EMS) return title
  let letters = [...title]
  while (lineWidth(letters.join('')) > MOST_EMS - 1) letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}

/** 少就医不算受益 Who pays less for less care has not won. */
export function sidesOf({ winners, losers, lessCare, moreCare }: Pick<Group, 'winners' | 'losers' | 'lessCare' | 'moreCare'>): Sides {
  const [less, more] = [lessCare?.value ?? 0, moreCare?.value ?? 0]
  return { win: Math.max(0, winners.value - less), lose: Math.max(0, losers.value - more), lessCare: less, moreCare: more }
}

/** Undefined where its households were not paired. */
export function sidesOfGroup(households: Households, group: string): Sides | undefined {
  const at = (measure: string) => households.get(group)?.get(measure)
  const [winners, losers] = ['winners_share', 'losers_share'].map(at)
  if (!winners || !losers) return undefined
  return sidesOf({ winners, losers, lessCare: at('winners_less_care_share'), moreCare: at('losers_more_care_share') })
}
