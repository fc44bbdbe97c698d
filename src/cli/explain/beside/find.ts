/** `--find loser|winner --beside`: the households that pay most more, or most less, under the reform. */
import type { LoadedScenario } from '../../../scenario/load.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { NamedCounty } from '../../../scheme/settings.ts'
import type { Lang } from '../../../words/lang.ts'
import { createLineOutput } from '../../line-output.ts'
import { countyColumn, countyIn } from '../find/county.ts'
import type { ExplainFormat } from '../printer.ts'
import { yuan } from '../text.ts'
import { modelsOf } from '../told.ts'
import type { Both } from './command.ts'
import type { PairFind } from './refused.ts'
import { changeText, signed } from './text.ts'
import { BESIDE_WORDS } from './words.ts'
import { paidInAll } from './years.ts'

interface Wanted {
  readonly find: PairFind
  readonly most: number
  readonly year?: number
  readonly replication: number
  readonly format: ExplainFormat
  readonly lang: Lang
  /** the scenarios as they are named on the command line */
  readonly paths: readonly [string, string]
}

interface Cost {
  all: number
  billed: number
}

/** What each household pays in these years, premiums included, and what it was billed. */
function costs(
  scenario: LoadedScenario,
  { files }: Both,
  replication: number,
  [first, last]: readonly [number, number],
): Map<string, Cost> {
  const model = modelsOf(scenario, files)
  const found = new Map<string, Cost>()
  const tell = (event: TraceEvent) => {
    if (event.kind !== 'burden.year') return
    const { all, billed } = paidInAll([event], [first, last])
    const cost = found.get(event.household) ?? { all: 0, billed: 0 }
    cost.all += all
    cost.billed += billed
    found.set(event.household, cost)
  }
  for (let county = 0; county < scenario.settings.counties; county++)
    model(county).run(replication, county, { follow: { everyone: true, tell } })
  return found
}

/** 分县 Of how many households of each county this is found. */
function countedByCounty(
  households: readonly string[],
  found: readonly { readonly household: string }[],
  named: readonly NamedCounty[] = [],
) {
  const counts = new Map(named.map((county) => [county, { title: county.title, found: 0, of: 0 }]))
  const countOf = (household: string) => {
    const county = countyIn(household, named)
    return county && counts.get(county)
  }
  for (const household of households) {
    const count = countOf(household)
    if (count) count.of++
  }
  for (const { household } of found) {
    const count = countOf(household)
    if (count) count.found++
  }
  return named.length < 2 ? [] : [...counts.values()]
}

/** Prints them, the one who pays most more (less) first. */
export function findBeside(both: Both, wanted: Wanted): void {
  const { find, most, year, replication, format, lang, paths } = wanted
  const years = year === undefined ? both.base.settings.years : ([year, year] as const)
  const base = costs(both.base, both, replication, years)
  const reform = costs(both.reform, both, replication, years)
  const sign = find === 'loser' ? 1 : -1
  const all = [...base].flatMap(([household, was]) => {
    const is = reform.get(household)
    return is && (is.all - was.all) * sign > 0 ? [{ household, was, is, change: is.all - was.all }] : []
  })
  // the names decide between equals, so that the order never hangs on chance
  all.sort((a, b) => (b.change - a.change) * sign || (a.household < b.household ? -1 : 1))
  const out = createLineOutput()
  const told = all.slice(0, most)
  const { named } = both.base.settings
  const rows = told.map(({ household, was, is }) => ({
    household,
    county: countyIn(household, named)?.name,
    base_fen: was.all,
    reform_fen: is.all,
    base_billed_fen: was.billed,
    reform_billed_fen: is.billed,
  }))
  if (format === 'json') out.line(JSON.stringify(rows, null, 1))
  else if (format === 'ndjson') for (const row of rows) out.line(JSON.stringify(row))
  else {
    const words = BESIDE_WORDS[lang]
    out.line(words.found(words[find], told.length, all.length, years[0] === years[1] ? `${years[0]}` : `${years[0]}-${years[1]}`))
    const counties = countedByCounty([...base.keys()], all, named)
    if (counties.length > 0) out.line(words.byCounty(counties.map(({ title, found, of }) => words.ofCounty(title[lang], found, of))))
    const ids = told.map(({ household }) => household)
    const width = Math.max(0, ...ids.map((id) => id.length))
    const county = countyColumn(ids, named, lang)
    for (const { household, was, is } of told) {
      const money = words.paid(yuan(was.all), yuan(is.all), signed(is.all - was.all))
      out.line(
        `  ${household.padEnd(width)}${county(household)}  ${money}${words.comma}${changeText('bills', is.billed - was.billed, lang)}`,
      )
    }
    const [first] = told
    if (first)
      out.line(
        words.read(
          `hezuo explain ${paths[0]} --household ${first.household} --beside ${paths[1]}${year === undefined ? '' : ` --year ${year}`}`,
        ),
      )
  }
  out.end()
}
