/** 分县 The answer county by county: where a reform moves figures and households, and where it moves nothing. */
import type { HeadlineRow } from '../../../measures/statistics/headline.ts'
import { MATTERS_FROM } from '../../../measures/statistics/held-against.ts'
import type { Language } from '../../kit/input.ts'
import { listed } from '../../kit/text.ts'
import type { ComparedCounty, ComparedScenario, ComparisonInput } from '../input.ts'
import { isOfFund, isSame, matters, openMainRows, rowsOfCounty, sizeOf } from '../largest.ts'
import { groupOf, householdsOf, sidesOfGroup } from '../winners-groups.ts'
import { movedShare, type Sides, WINNERS_WORDS } from '../winners-words.ts'
import { besideTheLargest, changesOf } from './changes-said.ts'
import { firstOfPeople, notByJoining } from './people.ts'
import { ANSWER_WORDS } from './words.ts'

/** Where there is one county alone, what is said of all is said of it. */
export const countiesOf = ({ counties = [] }: ComparisonInput): readonly ComparedCounty[] => (counties.length < 2 ? [] : counties)

/** So many counties are named, those in which most changes. */
const COUNTIES_NAMED = 6
/** So many figures of the fund, and of its people. */
const FIGURES = 2

interface Told {
  readonly title: string
  readonly rows: readonly HeadlineRow[]
  readonly moved: readonly HeadlineRow[]
  /** its households, where they were paired and some pay otherwise */
  readonly sides?: Sides
  readonly isSame: boolean
  readonly size: number
}

/** What the reform does in each county, those in which it does most first. */
export function countiesSaid(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const households = householdsOf(input, reform)
  const told = countiesOf(input).map((county): Told => {
    const rows = rowsOfCounty(input, reform, county)
    return { title: county.title[lang], rows, ...movedIn(rows, households, groupOf(county)) }
  })
  if (told.length === 0) return ''
  const [moved, others] = [true, false].map((does) => told.filter((one) => (one.moved.length > 0 || one.sides !== undefined) === does))
  const same = others.filter((one) => one.isSame)
  const unclear = others.filter(({ rows }) => openMainRows(rows).length > 0)
  const hardly = others.filter((one) => !same.includes(one) && !unclear.includes(one))
  const named = [...moved].sort((a, b) => b.size - a.size).slice(0, COUNTIES_NAMED)
  return words.byCounty([
    ...named.map((one) => words.ofCounty(one.title, countyParts(one, lang))),
    ...(moved.length > named.length ? [words.moreCounties(moved.length - named.length)] : []),
    ...(hardly.length > 0 ? [words.hardlyIn(titlesOf(hardly, lang))] : []),
    ...(unclear.length > 0 ? [words.unclearIn(titlesOf(unclear, lang))] : []),
    ...(same.length > 0 ? [words.nothingIn(titlesOf(same, lang))] : []),
  ])
}

function movedIn(rows: readonly HeadlineRow[], households: ReturnType<typeof householdsOf>, group: string): Omit<Told, 'title' | 'rows'> {
  const moved = rows.filter(matters)
  const sides = sidesOfGroup(households, group)
  const share = sides ? movedShare(sides) : 0
  const at = (measure: string) => households.get(group)?.get(measure)
  const gain = at('gain')
  const areSame = (at('unchanged_share')?.value ?? 1) === 1 && (gain === undefined || (gain.value === 0 && gain.se === 0))
  return {
    moved,
    ...(share >= MATTERS_FROM ? { sides } : {}),
    isSame: rows.every(isSame) && areSame,
    size: Math.max(share, ...moved.map(sizeOf)),
  }
}

/** Its fund, its people, its households. */
function countyParts({ rows, moved, sides }: Told, lang: Language): string[] {
  const [fund, people] = [moved.filter(isOfFund), moved.filter((one) => !isOfFund(one))]
  return [
    ...(fund.length > 0 ? [changesOf(besideTheLargest(fund), lang, [], FIGURES)] : []),
    ...(people.length > 0 ? [changesOf(notByJoining(people, rows), lang, firstOfPeople(rows), FIGURES)] : []),
    ...(sides ? [WINNERS_WORDS[lang].ofCounty(sides)] : []),
  ]
}

function titlesOf(counties: readonly { readonly title: string }[], lang: Language): string {
  const [first, rest] = [counties.slice(0, COUNTIES_NAMED), counties.length - COUNTIES_NAMED]
  return listed([...first.map(({ title }) => title), ...(rest > 0 ? [ANSWER_WORDS[lang].moreCounties(rest)] : [])], lang)
}
