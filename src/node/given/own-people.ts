/** 微观数据 The people of a scenario that has its own: read from its files once, however many scenarios and threads use them. */
import { yearStart } from '../../kernel/calendar.ts'
import { InputFaults } from '../../kernel/errors.ts'
import { countyPersons, givenFaults } from '../../population/microdata/limits.ts'
import { type GivenPeople, givenPeople } from '../../population/microdata/people.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import type { MicrodataFiles } from '../../scenario/microdata-block.ts'
import { loadMicrodataFiles } from './microdata-file.ts'

interface OwnPeople {
  readonly given: GivenPeople
  readonly sha256: string
  /** columns of the files that are not used, as `file: column` */
  readonly unused: readonly string[]
}

type ReadOwnPeople = (files: MicrodataFiles) => Promise<OwnPeople | undefined>

/**
 * Reads the people of scenarios; the same files once. Where the scenario's years are at fault the files are checked and nobody is given.
 * Throws InputFaults with every fault of both files.
 */
export function ownPeopleReader(): ReadOwnPeople {
  const read = new Map<string, Promise<OwnPeople | undefined>>()
  return (files) => {
    const key = JSON.stringify(files)
    const found = read.get(key) ?? readOwnPeople(files)
    read.set(key, found)
    return found
  }
}

async function readOwnPeople({ persons, households, firstYear, asked }: MicrodataFiles): Promise<OwnPeople | undefined> {
  const bornBy = firstYear === undefined ? undefined : yearStart(firstYear)
  const { microdata, sha256 } = await loadMicrodataFiles(persons, households, { bornBy })
  const faults = givenFaults(microdata, households, asked)
  if (faults.length > 0) throw new InputFaults(faults)
  return firstYear === undefined ? undefined : { given: shared(givenPeople(microdata, firstYear)), sha256, unused: microdata.unused }
}

/** The scenario with its people: their number, what its hash is taken of, and where they come from. */
export function withPeople(scenario: LoadedScenario, { given, sha256, unused }: OwnPeople): LoadedScenario {
  const { settings, microdata } = scenario
  if (!settings.microdata) return scenario
  const { persons, households, meanIncome, weight } = given
  const content = { sha256, persons, households, isWeighted: weight !== undefined, meanIncome }
  return {
    ...scenario,
    given,
    unusedColumns: unused,
    settings: {
      ...settings,
      persons: countyPersons(given.weightedPersons, microdata?.asked),
      microdata: { ...settings.microdata, content },
    },
    hashInput: `${scenario.hashInput}\nmicrodata\n${sha256}`,
  }
}

/** The same columns in memory that all threads see, so that no worker keeps a copy of its own. */
function shared(given: GivenPeople): GivenPeople {
  const { birthDay, weight, village } = given
  return {
    ...given,
    firstMember: sharedInts(given.firstMember),
    age: sharedBytes(given.age),
    traits: sharedBytes(given.traits),
    residence: sharedBytes(given.residence),
    quintile: sharedBytes(given.quintile),
    poor: sharedBytes(given.poor),
    income: filled(new Float32Array(new SharedArrayBuffer(given.income.byteLength)), given.income),
    ...(birthDay ? { birthDay: sharedInts(birthDay) } : {}),
    ...(village ? { village: sharedInts(village) } : {}),
    ...(weight ? { weight: filled(new Float64Array(new SharedArrayBuffer(weight.byteLength)), weight) } : {}),
  }
}

function sharedInts(column: Int32Array): Int32Array {
  return filled(new Int32Array(new SharedArrayBuffer(column.byteLength)), column)
}

function sharedBytes(column: Uint8Array): Uint8Array {
  return filled(new Uint8Array(new SharedArrayBuffer(column.byteLength)), column)
}

function filled<C extends Int32Array | Uint8Array | Float32Array | Float64Array>(empty: C, from: C): C {
  empty.set(from)
  return empty
}
