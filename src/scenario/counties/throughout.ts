/** 分县 A scenario and the counties that it describes one by one, changed alike. */
import type { ModelSettings } from '../../scheme/settings.ts'
import type { LoadedCounty, LoadedScenario } from './loaded.ts'

/** The scenario with these counties: all know how many they are and what they are called. */
export function withCounties(scenario: LoadedScenario, parts: readonly LoadedCounty[]): LoadedScenario {
  const ofAll = JSON.stringify(scenario.settings.microdata)
  const named = parts.map(({ area, title, settings: { persons, addedVillages, microdata } }) => {
    const own = microdata && JSON.stringify(microdata) !== ofAll ? { microdata } : {}
    return { name: area, title, persons, addedVillages, ...own }
  })
  const told = (settings: ModelSettings): ModelSettings => ({ ...settings, counties: named.length, named })
  const counties = parts.map((part) => ({ ...part, settings: told(part.settings) }))
  return { ...scenario, settings: told(scenario.settings), counties }
}

/** The same change of what is said of all and of each county. */
export function throughout(scenario: LoadedScenario, change: (one: LoadedScenario) => LoadedScenario): LoadedScenario {
  const { counties, ...whole } = scenario
  if (!counties) return change(whole)
  return withCounties(
    change(whole),
    counties.map(({ area, ...part }) => ({ ...change(part), area })),
  )
}

/** What a county of this number runs with. */
export function countyOf(scenario: LoadedScenario, county: number): LoadedScenario {
  return scenario.counties?.[county] ?? scenario
}
