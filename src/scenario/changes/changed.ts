/** What a scenario changes, told shortly: the parameters that differ, each by spells of years. */
import { TOTAL_AREA } from '../../measures/areas.ts'
import type { ModelSettings } from '../../scheme/settings.ts'
import { countyOf } from '../counties/throughout.ts'
import type { LoadedScenario } from '../load.ts'
import type { ParameterRow } from './row.ts'

/** One parameter, or one element of it, with its whole series. */
export interface Changed {
  readonly name: string
  /** the county, or all of them; absent where counties are alike */
  readonly area?: string
  /** the group for whom it is set apart */
  readonly group?: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly rows: readonly ParameterRow[]
}

/** Those that differ in some year, in the order of the rows. */
export function changedOf(rows: readonly ParameterRow[]): Changed[] {
  const byName = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const key = `${row.area ?? ''} ${row.group ?? ''} ${row.name}`
    const known = byName.get(key)
    if (known) known.push(row)
    else byName.set(key, [row])
  }
  return [...byName.values()].filter((own) => own.some(differs)).map((own) => ({ ...own[own.length - 1], rows: own }))
}

/** The county and the group that it is of, as one names them; undefined where it is of all. */
export function ofWhom({ area, group }: Pick<Changed, 'area' | 'group'>): string | undefined {
  const named = [area === TOTAL_AREA ? undefined : area, group].filter((name) => name !== undefined)
  return named.length > 0 ? named.join(', ') : undefined
}

export function differs({ base, reform }: ParameterRow): boolean {
  return base !== reform
}

/** Years in which the same stands on both sides, and not the same on one as on the other. */
export interface Spell {
  /** 2013, 2013-2015, or 'from 2013-07-01' within a year */
  readonly when: string
  readonly base: ParameterRow['base']
  readonly reform: ParameterRow['reform']
  /** outside the range that the data give */
  readonly isOutside: boolean
}

export function spellsOf({ rows }: Changed): Spell[] {
  const spells: ParameterRow[][] = []
  for (const row of rows.filter(differs)) {
    const open = spells.at(-1)
    const last = open?.at(-1)
    if (open && last && joins(last, row) && rows.indexOf(row) === rows.indexOf(last) + 1) open.push(row)
    else spells.push([row])
  }
  return spells.map((spell) => {
    const [first, last] = [spell[0], spell[spell.length - 1]]
    const begin = first.from.endsWith('-01-01') ? `${first.year}` : first.from
    const isDay = begin !== `${first.year}`
    const when = last === first ? (isDay ? `from ${begin}` : begin) : `${begin}${isDay ? ' to ' : '-'}${last.year}`
    return { when, base: first.base, reform: first.reform, isOutside: spell.some(({ inRange }) => inRange === 'no') }
  })
}

function joins(last: ParameterRow, next: ParameterRow): boolean {
  return next.from.endsWith('-01-01') && last.base === next.base && last.reform === next.reform && last.inRange === next.inRange
}

/** Settings that make another county: they stand in no table of parameters. */
const OTHERS = {
  region: 'place',
  persons: 'population.persons',
  counties: 'population.counties',
  addedVillages: 'population.added_villages',
  microdata: 'population.microdata',
  burnInYears: 'burn_in',
} as const satisfies Partial<Record<keyof ModelSettings, string>>

interface Difference {
  readonly name: string
  readonly base: string
  readonly reform: string
}

/** In what else two scenarios differ, by the name a scenario file has for it. */
export function otherDifferences(base: LoadedScenario, reform: LoadedScenario): Difference[] {
  const { counties } = reform
  if (!counties) return differencesOf(base.settings, reform.settings)
  return counties.flatMap((county, index) =>
    differencesOf(countyOf(base, index).settings, county.settings).map((one) => ({ ...one, name: `counties.${county.area}.${one.name}` })),
  )
}

function differencesOf(base: ModelSettings, reform: ModelSettings): Difference[] {
  const told = (value: unknown) => (typeof value === 'string' ? value : value === undefined ? '–' : JSON.stringify(value))
  return (Object.keys(OTHERS) as (keyof typeof OTHERS)[])
    .map((key) => ({ name: OTHERS[key], base: told(shown(base, key)), reform: told(shown(reform, key)) }))
    .filter((one) => one.base !== one.reform)
}

/** Of microdata the files and what was in them, not where they lie. */
function shown(settings: ModelSettings, key: keyof typeof OTHERS): unknown {
  const { microdata } = settings
  if (key !== 'microdata') return settings[key]
  return microdata && `${microdata.personsFile}, ${microdata.householdsFile} ${microdata.content?.sha256.slice(0, 12) ?? ''}`.trim()
}
