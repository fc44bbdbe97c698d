/** 分县 Rows of a scenario that describes its counties one by one: what holds in all of them stands once, as of the area of all. */
import { TOTAL_AREA } from '../../measures/areas.ts'
import { ofEach } from '../counties/alike.ts'
import { countyOf } from '../counties/throughout.ts'
import type { LoadedCounty, LoadedScenario } from '../load.ts'
import { readOfCounties } from './read.ts'
import type { Against, ParameterRow } from './row.ts'

/** The rows that `rowsOf` gives of a county alone, for each; of a scenario whose counties are alike those of one of them, without an area. */
export function byCounty(
  scenario: LoadedScenario,
  against: Against,
  rowsOf: (one: LoadedScenario, against: Against) => ParameterRow[],
): ParameterRow[] {
  const { counties } = scenario
  if (!counties) return rowsOf(scenario, against)
  readOfCounties(counties)
  const byName = counties.map((county, index) => namedRows(rowsOf(county, againstCounty(against, index))))
  const names = [...new Set(byName.flatMap((rows) => [...rows.keys()]))]
  return names.flatMap((name) => {
    const own = byName.map((rows) => rows.get(name) ?? [])
    const first = JSON.stringify(own[0])
    if (own.length > 1 && own.every((rows) => JSON.stringify(rows) === first)) return ofArea(own[0], TOTAL_AREA)
    return own.flatMap((rows, index) => ofArea(rows, counties[index].area))
  })
}

/** What the county of this number is held against. */
function againstCounty(against: Against, county: number): Against {
  return against.scenario ? { ...against, scenario: countyOf(against.scenario, county) } : against
}

/** What `textsOf` says of each county: once what it says of all, else with the name of the county. */
export function saidByCounty(
  scenario: LoadedScenario,
  textsOf: (one: LoadedScenario) => readonly string[],
): { readonly county?: LoadedCounty; readonly text: string }[] {
  const { counties } = scenario
  if (!counties) return textsOf(scenario).map((text) => ({ text }))
  const said = ofEach(counties, (county) => new Set(textsOf(county)))
  const isOfAll = (text: string) => said.every((texts) => texts.has(text))
  const common = [...said[0]].filter(isOfAll).map((text) => ({ text }))
  return [
    ...common,
    ...counties.flatMap((county, index) => [...said[index]].filter((text) => !isOfAll(text)).map((text) => ({ county, text }))),
  ]
}

function namedRows(rows: readonly ParameterRow[]): Map<string, ParameterRow[]> {
  const byName = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const key = `${row.name} ${row.group ?? ''}`
    const known = byName.get(key)
    if (known) known.push(row)
    else byName.set(key, [row])
  }
  return byName
}

function ofArea(rows: readonly ParameterRow[], area: string): ParameterRow[] {
  return rows.map((row) => ({ ...row, area }))
}
