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

/** All households, then 分县 county by county, then decile by decile, in the year told first; groups without households are left out. */
export function groupsOf(input: ComparisonInput, reform: ComparedScenario, lang: Language): Group[] {
  const words = WINNERS_WORDS[lang]
  const shown = new Set(countiesMoved(input, reform))
  const named = [
    { group: '', kind: 'all', title: words.everybody } as const,
    ...(input.counties ?? [])
      .filter((county) => shown.has(groupOf(county)))
      .map((county) => {
        return { group: groupOf(county), kind: 'county', title: county.title[lang] } as const
      }),
    ...DECILES.map((index) => ({ group: `decile=${index}`, kind: 'decile', title: words.decile(index) }) as const),
  ]
  const own = rowsIn(input, reform)
  return named.flatMap(({ group, kind, title }) => {
    const at = (measure: string) => own.find((row) => row.group === group && row.measure === measure)
    const [winners, losers, unchanged, gain] = ['winners_share', 'losers_share', 'unchanged_share', 'gain'].map(at)
    if (!winners || !losers || !unchanged || !gain) return []
    const amounts = { ofWinners: at('gain_of_winners'), ofLosers: at('gain_of_losers') }
    const care = { lessCare: at('winners_less_care_share'), moreCare: at('losers_more_care_share') }
    return [{ group, kind, title, name: cut(title), winners, losers, unchanged, gain, ...amounts, ...care }]
  })
}

function countiesMoved(input: ComparisonInput, reform: ComparedScenario): string[] {
  const moved = (input.counties ?? []).flatMap((county) => {
    const sides = sidesIn(input, reform, groupOf(county))
    return sides ? [{ group: groupOf(county), share: movedShare(sides) }] : []
  })
  return moved
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_COUNTIES)
    .map(({ group }) => group)
}

function cut(title: string): string {
  if (lineWidth(title) <= MOST_EMS) return title
  let letters = [...title]
  while (lineWidth(letters.join('')) > MOST_EMS - 1) letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}

function rowsIn(input: ComparisonInput, reform: ComparedScenario): WinnersRow[] {
  const year = yearShown(input, reform)
  return input.winners.filter((row) => row.scenario === reform.name && row.year === year)
}

/** 少就医不算受益 Who pays less for less care has not won. */
export function sidesOf(
  { winners, losers, lessCare, moreCare }: Pick<Group, 'winners' | 'losers' | 'lessCare' | 'moreCare'>,
  year: number,
): Sides {
  const [less, more] = [lessCare?.value ?? 0, moreCare?.value ?? 0]
  return { year, win: Math.max(0, winners.value - less), lose: Math.max(0, losers.value - more), lessCare: less, moreCare: more }
}

/** Of one group; undefined where its households were not paired. */
export function sidesIn(input: ComparisonInput, reform: ComparedScenario, group: string): Sides | undefined {
  const own = rowsIn(input, reform).filter((row) => row.group === group)
  const at = (measure: string) => own.find((row) => row.measure === measure)
  const [winners, losers] = ['winners_share', 'losers_share'].map(at)
  if (!winners || !losers) return undefined
  const care = { lessCare: at('winners_less_care_share'), moreCare: at('losers_more_care_share') }
  return sidesOf({ winners, losers, ...care }, yearShown(input, reform))
}
