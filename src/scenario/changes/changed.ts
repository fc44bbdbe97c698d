/** What a scenario changes, told shortly: the parameters that differ, each by spells of years. */
import type { ModelSettings } from '../../scheme/settings.ts'
import type { ParameterRow } from './row.ts'

/** One parameter, or one element of it, with its whole series. */
export interface Changed {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly rows: readonly ParameterRow[]
}

/** Those that differ in some year, in the order of the rows. */
export function changedOf(rows: readonly ParameterRow[]): Changed[] {
  const byName = new Map<string, ParameterRow[]>()
  for (const row of rows) {
    const known = byName.get(row.name)
    if (known) known.push(row)
    else byName.set(row.name, [row])
  }
  return [...byName.values()].filter((own) => own.some(differs)).map((own) => ({ ...own[own.length - 1], rows: own }))
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

/** In what else two scenarios differ, by the name a scenario file has for it. */
export function otherDifferences(base: ModelSettings, reform: ModelSettings): { name: string; base: string; reform: string }[] {
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
