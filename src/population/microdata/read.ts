/**
 * 微观数据 The user's own persons and households, checked and as typed columns. Names, units and meanings: data/microdata/dictionary.csv.
 * Nothing is guessed or left out in silence: whatever does not fit is a fault, and all faults are told in one pass.
 */
import type { Day } from '../../kernel/calendar.ts'
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import { bornOutside, HOUSEHOLD_COLUMNS, PERSON_COLUMNS, shownCell } from './columns.ts'
import { checkAges, checkHeader, isGiven, type Rules } from './header.ts'
import { FILL_IN, isMissingWord } from './missing.ts'
import { createFaultList, type FaultList, type GivenTable } from './table.ts'
import { thousandsByPoints } from './thousands.ts'

export interface Microdata {
  readonly persons: GivenPersons
  readonly households: GivenHouseholds
  /** columns of the files that are not used, as `file: column` */
  readonly unused: readonly string[]
}

/** A row each person, in the order of the file. One of `birthDay` and `age` is there. */
export interface GivenPersons {
  readonly count: number
  /** row of the household, from 0 */
  readonly household: Int32Array
  /** days since 2000-01-01 */
  readonly birthDay?: Int32Array
  /** full years */
  readonly age?: Uint8Array
  /** 1 = yes */
  readonly female: Uint8Array
  readonly chronic: Uint8Array
  readonly employeeInsured: Uint8Array
  /** index into RESIDENCES */
  readonly residence: Uint8Array
}

/** A row each household, in the order of the file. */
export interface GivenHouseholds {
  readonly count: number
  readonly ids: readonly string[]
  /** number of persons, 1 or more */
  readonly size: Int32Array
  /** yuan a year */
  readonly incomePerHead: Float64Array
  /** 1 = yes */
  readonly poor: Uint8Array
  /** how many households of the population it stands for; absent when each stands for as many as the others */
  readonly weight?: Float64Array
  /** index into `villages`; absent when villages are not given */
  readonly village?: Int32Array
  /** names of the villages in the order in which they first appear */
  readonly villages: readonly string[]
}

export interface MicrodataOptions {
  /** nobody may be born after this day (1 January of the first year) */
  readonly bornBy?: Day
}

/** Reads persons and households as given. Throws InputFaults with every fault: file, line, row, column, what was expected. */
export function readMicrodata(persons: GivenTable, households: GivenTable, options: MicrodataOptions = {}): Microdata {
  const faults = createFaultList()
  for (const fault of [...households.faults, ...persons.faults]) faults.tell(fault)
  const left = [...(households.unused ?? []), ...(persons.unused ?? [])]
  const unused = [...left, ...checkHeader(households, HOUSEHOLD_COLUMNS, faults), ...checkHeader(persons, PERSON_COLUMNS, faults)]
  checkAges(persons, faults)

  const ofHouseholds = columnReader(households, HOUSEHOLD_COLUMNS, faults)
  const rowOfId = readIds(households, ofHouseholds.text('id'), faults)
  const incomePerHead = ofHouseholds.numbers('income_per_head')
  for (const { row, ...complaint } of thousandsByPoints(households, 'income_per_head')) ofHouseholds.tell(row, 'income_per_head', complaint)
  const poor = Uint8Array.from(ofHouseholds.numbers('poor'))
  const weight = isGiven(households, 'weight') ? ofHouseholds.numbers('weight') : undefined
  const villages = readVillages(households, ofHouseholds.text('village'))

  const ofPersons = columnReader(persons, PERSON_COLUMNS, faults)
  const { household, meant } = placeInHouseholds(ofPersons.text('household'), persons.rows, rowOfId, ofPersons.tell)
  const born = readBirths(persons, ofPersons.numbers, options, faults)
  const female = Uint8Array.from(ofPersons.numbers('sex'))
  const chronic = Uint8Array.from(ofPersons.numbers('chronic'))
  const residence = Uint8Array.from(ofPersons.numbers('residence'))
  const employeeInsured = Uint8Array.from(ofPersons.numbers('employee_insured'))
  const size = countMembers(households, household, rowOfId, meant, faults)

  const found = faults.all()
  if (found.length > 0) throw new InputFaults(found)
  return {
    persons: { count: persons.rows, household, ...born, female, chronic, residence, employeeInsured },
    households: { count: households.rows, ids: [...rowOfId.keys()], size, incomePerHead, poor, weight, ...villages },
    unused,
  }
}

/** Reads whole columns by name; a column that is not there gives zeros or nothing, as its absence is told by `checkHeader`. */
function columnReader(table: GivenTable, rules: Rules, faults: FaultList) {
  const tell = (row: number, name: string, complaint: Parameters<FaultList['add']>[3]) => {
    // a row of too few or too many fields has been told
    if (!table.lines || !table.unevenLines?.has(table.lines[row])) faults.add(table, row, name, complaint)
  }

  function text(name: string): (string | undefined)[] {
    const cells = table.columns[table.names.indexOf(name)]
    if (!cells) return []
    return cells.map((cell, row) => {
      if (cell === undefined) tell(row, name, { code: 'microdata-nothing', message: 'nothing there', expected: 'a name or number' })
      else if (isMissingWord(String(cell)))
        tell(row, name, { code: 'microdata-missing', message: `${shownCell(cell)} means that it is missing`, expected: FILL_IN })
      return cell === undefined ? undefined : String(cell)
    })
  }

  function numbers(name: string): Float64Array {
    const values = new Float64Array(table.rows)
    const cells = table.columns[table.names.indexOf(name)]
    const read = rules[name].read
    if (!cells || !read) return values
    for (let row = 0; row < table.rows; row++) {
      const cell = cells[row]
      const reading = cell === undefined ? { ...read(''), message: 'nothing there' } : read(cell)
      if (!('message' in reading)) values[row] = reading.value
      else tell(row, name, { expected: 'a value', ...reading, code: cell === undefined ? 'microdata-nothing' : 'microdata-value' })
    }
    return values
  }

  return { text, numbers, tell }
}

function readIds(households: GivenTable, ids: readonly (string | undefined)[], faults: FaultList): Map<string, number> {
  const rowOfId = new Map<string, number>()
  ids.forEach((id, row) => {
    if (id === undefined) return
    const first = rowOfId.get(id)
    if (first === undefined) rowOfId.set(id, row)
    else
      faults.add(households, row, 'id', {
        code: 'microdata-twice',
        message: `${shownCell(id)} is the id of row ${first + 1} too`,
        expected: 'another id for each household',
      })
  })
  return rowOfId
}

function readVillages(households: GivenTable, names: readonly (string | undefined)[]): Pick<GivenHouseholds, 'village' | 'villages'> {
  if (!isGiven(households, 'village')) return { villages: [] }
  const indices = new Map<string, number>()
  const village = Int32Array.from(names, (name = '') => {
    const index = indices.get(name) ?? indices.size
    indices.set(name, index)
    return index
  })
  return { village, villages: [...indices.keys()] }
}

/** Row of each person's household, -1 where there is none, and the households that were probably meant where there is none. */
function placeInHouseholds(
  ids: readonly (string | undefined)[],
  count: number,
  rowOfId: ReadonlyMap<string, number>,
  tell: ReturnType<typeof columnReader>['tell'],
): { household: Int32Array; meant: ReadonlySet<string> } {
  const household = new Int32Array(count).fill(-1)
  const meant = new Set<string>()
  ids.forEach((id, row) => {
    if (id === undefined || rowOfId.size === 0) return
    const found = rowOfId.get(id)
    if (found !== undefined) household[row] = found
    else {
      const nearest = () => {
        const name = nearestName(id, rowOfId.keys())
        if (name !== undefined) meant.add(name)
        return name
      }
      const message = `no household has the id ${shownCell(id)}`
      tell(row, 'household', { code: 'microdata-household', message, expected: 'an id of the households', nearest })
    }
  })
  return { household, meant }
}

function readBirths(
  persons: GivenTable,
  numbers: (name: string) => Float64Array,
  { bornBy }: MicrodataOptions,
  faults: FaultList,
): Pick<GivenPersons, 'birthDay' | 'age'> {
  if (!isGiven(persons, 'birth_date')) return { age: Uint8Array.from(numbers('age')) }
  const birthDay = Int32Array.from(numbers('birth_date'))
  if (bornBy !== undefined) {
    birthDay.forEach((day, row) => {
      const complaint = bornOutside(day, bornBy)
      if (complaint) faults.add(persons, row, 'birth_date', { code: 'microdata-born', ...complaint })
    })
  }
  return { birthDay }
}

function countMembers(
  households: GivenTable,
  household: Int32Array,
  rowOfId: ReadonlyMap<string, number>,
  meant: ReadonlySet<string>,
  faults: FaultList,
): Int32Array {
  const size = new Int32Array(households.rows)
  for (const row of household) if (row >= 0) size[row]++
  // without one person in place, the column of the persons is at fault, not every household
  if (!household.some((row) => row >= 0)) return size
  for (const [id, row] of rowOfId) {
    // a person who lives there under a misspelt id has been told
    if (size[row] === 0 && !meant.has(id))
      faults.add(households, row, 'id', {
        code: 'microdata-nobody',
        message: `household ${shownCell(id)} has no persons`,
        expected: 'one person or more',
      })
  }
  return size
}
