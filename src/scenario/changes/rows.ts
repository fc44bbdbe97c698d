/** 参数表 What a run rests on, year by year, beside what it is held against: the rows of parameters.csv. */
import { type Day, dayOf, formatDay } from '../../kernel/calendar.ts'
import { type Element, elementsOf, isInRange } from '../../policy/elements.ts'
import { inForce } from '../../policy/law.ts'
import type { DatedValue, Entry } from '../../policy/schema.ts'
import type { LoadedGroup } from '../groups/read.ts'
import type { LoadedScenario } from '../load.ts'
import { setterOn } from '../policy/setters.ts'
import { byCounty } from './by-county.ts'
import { type Reading, readingOf } from './read.ts'
import type { Against, ParameterRow } from './row.ts'
import { switchRows } from './switches.ts'

const WHO_WORDS = { zh: '组内人员', en: 'who is in the group' }

/** @param used names that the run has read; without them those that it would read */
export function parameterRows(scenario: LoadedScenario, against: Against, used?: readonly string[]): ParameterRow[] {
  return byCounty(scenario, against, (one, held) => {
    const reading = readingOf(one.settings, one.law, used)
    return [...rowsFor(one, held, reading, reading.names()), ...rowsOfGroups(one, held, reading)]
  })
}

/** The rows among which those that differ are: of parameters that either side sets, of mechanisms, of figures of procedures. */
export function rowsOfChanges(scenario: LoadedScenario, against: Against): ParameterRow[] {
  return byCounty(scenario, against, (one, held) => {
    const set = new Set([...Object.keys(one.policy), ...Object.keys(held.scenario?.policy ?? {})])
    const reading = readingOf(one.settings, one.law)
    const names = set.size === 0 ? [] : reading.names().filter((name) => set.has(name))
    return [...rowsFor(one, held, reading, names), ...rowsOfGroups(one, held, reading)]
  })
}

/** What is set for each group apart, beside what that group has in the base. */
function rowsOfGroups(one: LoadedScenario, against: Against, reading: Reading): ParameterRow[] {
  const theirs = against.scenario?.groups ?? []
  const own = (one.groups ?? []).flatMap((group) => {
    const base = theirs.find(({ name }) => name === group.name)
    const names = reading.names().filter((name) => group.sets.includes(name) || base?.sets.includes(name))
    const scenario = against.scenario && base ? { ...against.scenario, law: base.law } : against.scenario
    const series = seriesOf({ ...one, law: group.law, setters: group.setters }, { ...against, scenario }, reading, names)
    return [...whoRows(one, group, base, reading), ...series].map((row) => ({ ...row, group: group.name }))
  })
  const gone = theirs.filter(({ name }) => !one.groups?.some((group) => group.name === name))
  const left = gone.flatMap(({ name: group, sets, law }) => {
    const names = reading.names().filter((name) => sets.includes(name))
    const scenario = against.scenario && { ...against.scenario, law }
    return seriesOf(one, { ...against, scenario }, reading, names).map((row) => ({ ...row, group }))
  })
  return [...own, ...left]
}

/** Who is in the group, where that is somebody else than in the base: the same in every year. */
function whoRows(
  { settings }: LoadedScenario,
  group: LoadedGroup,
  base: LoadedGroup | undefined,
  { simulated, kindOf }: Reading,
): ParameterRow[] {
  if (!base || base.who === group.who) return []
  const setBy = setterOn(group.setters, `groups.${group.name}.who`, 0) ?? ''
  const told = { name: 'who', ...WHO_WORDS, base: base.who, reform: group.who, unit: 'mode', inRange: '' } as const
  const from = { source: 'SCENARIO', status: 'scenario', baseSource: '', baseStatus: '', setBy }
  return simulated.map((year) => {
    return { scenario: settings.name, ...told, ...from, year, from: `${year}-01-01`, period: kindOf(year) }
  })
}

function seriesOf(one: LoadedScenario, against: Against, reading: Reading, names: readonly string[]): ParameterRow[] {
  return names.flatMap((name) => bySeries(reading.yearsOf(name).flatMap((year) => rowsOf(one, against, reading, { name, year }))))
}

function rowsFor(one: LoadedScenario, against: Against, reading: Reading, names: readonly string[]): ParameterRow[] {
  const rows = seriesOf(one, against, reading, names)
  const years = reading.simulated.map((year) => ({ year, period: reading.kindOf(year) }))
  return [...rows, ...switchRows(one, against, years)]
}

/** Each element with all its years. */
function bySeries(rows: readonly ParameterRow[]): ParameterRow[] {
  const names = [...new Set(rows.map(({ name }) => name))]
  return names.length === 1 ? [...rows] : names.flatMap((name) => rows.filter((row) => row.name === name))
}

interface Held {
  readonly from: Day
  readonly law: DatedValue
  readonly base: DatedValue
  readonly own: DatedValue
  readonly setBy: string
}

function rowsOf(
  one: LoadedScenario,
  { data, scenario }: Against,
  reading: Reading,
  { name, year }: { name: string; year: number },
): ParameterRow[] {
  const entry = one.law.entry(name)
  const lawEntry = data.entry(name)
  const baseEntry = (scenario?.law ?? data).entry(name)
  const ofData = entry.file.startsWith('data/behaviour/') ? 'behaviour' : 'law'
  const held = daysOf([baseEntry, entry], year).map((from): Held => {
    const [law, base, own] = [lawEntry, baseEntry, entry].map(({ values }) => inForce(values, from))
    const setBy = (own.setBy === 'scenario' ? setterOn(one.setters, name, from) : undefined) ?? ofData
    return { from, law, base, own, setBy }
  })
  const { zh, en } = entry
  const rest = { zh, en, year, period: reading.kindOf(year) }
  return held
    .filter((piece, index) => index === 0 || !isSame(piece, held[index - 1]))
    .flatMap((piece) => pairs(entry, piece).map((pair) => ({ scenario: one.settings.name, ...pair, ...rest, from: formatDay(piece.from) })))
}

/** The first day of a year and the days in it on which something else begins to hold. */
function daysOf(entries: readonly Entry[], year: number): Day[] {
  const [first, next] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)]
  const within = entries.flatMap(({ values }) => values.map(({ from }) => from).filter((from) => from > first && from < next))
  return [first, ...[...new Set(within)].sort((a, b) => a - b)]
}

function isSame(one: Held, other: Held): boolean {
  const told = ({ base, own, setBy }: Held) => JSON.stringify([base.value, own.value, own.source, own.status, setBy])
  return told(one) === told(other)
}

/** Elements of either side, each with what stands on the other. */
function pairs(entry: Entry, { law, base, own, setBy }: Held) {
  const [ofBase, ofOwn] = [base, own].map(({ value }) => new Map(elementsOf(value, entry).map((element) => [element.at, element])))
  return [...new Set([...ofOwn.keys(), ...ofBase.keys()])].map((at) => {
    const [was, is] = [ofBase.get(at), ofOwn.get(at)]
    return {
      name: `${entry.name}${at}`,
      base: was?.value ?? '',
      reform: is?.value ?? '',
      unit: (is ?? was)?.unit ?? entry.unit,
      source: own.source,
      status: own.status,
      baseSource: base.source,
      baseStatus: base.status,
      inRange: rangeWord(entry, law, is),
      setBy,
    }
  })
}

function rangeWord(entry: Entry, law: DatedValue, element: Element | undefined): ParameterRow['inRange'] {
  const inside = element && isInRange(entry, law, element)
  return inside === undefined ? '' : inside ? 'yes' : 'no'
}
