/** 微观数据 The people of a scenario that has its own: read from its files once, however many scenarios and threads use them. */
import { yearStart } from '../../kernel/calendar.ts'
import { InputFaults } from '../../kernel/errors.ts'
import { countyPersons, givenFaults } from '../../population/microdata/limits.ts'
import { type GivenPeople, givenPeople } from '../../population/microdata/people.ts'
import type { Microdata } from '../../population/microdata/read.ts'
import { throughout } from '../../scenario/counties/throughout.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import type { MicrodataFiles } from '../../scenario/microdata-block.ts'
import { loadMicrodataFiles } from './microdata-file.ts'

export interface OwnPeople {
  readonly given: GivenPeople
  readonly sha256: string
  /** columns of the files that are not used, as `file: column` */
  readonly unused: readonly string[]
}

type ReadOwnPeople = (files: MicrodataFiles) => Promise<OwnPeople | undefined>

/**
 * Reads the people of scenarios and counties; the same files once, whatever number is drawn from them. Where the scenario's years are at
 * fault the files are checked and nobody is given. Throws InputFaults with every fault of both files.
 */
export function ownPeopleReader(): ReadOwnPeople {
  const read = new Map<string, Promise<ReadFiles>>()
  return async ({ asked, ...files }) => {
    const key = JSON.stringify(files)
    const found = read.get(key) ?? readFiles(files)
    read.set(key, found)
    const { microdata, own } = await found
    const faults = givenFaults(microdata, files.households, asked)
    if (faults.length > 0) throw new InputFaults(faults)
    return own()
  }
}

interface ReadFiles {
  readonly microdata: Microdata
  own(): OwnPeople | undefined
}

async function readFiles({ persons, households, firstYear }: MicrodataFiles): Promise<ReadFiles> {
  const bornBy = firstYear === undefined ? undefined : yearStart(firstYear)
  const { microdata, sha256 } = await loadMicrodataFiles(persons, households, { bornBy })
  let made: OwnPeople | undefined
  const own = () => {
    if (firstYear === undefined) return undefined
    made ??= { given: shared(givenPeople(microdata, firstYear)), sha256, unused: microdata.unused }
    return made
  }
  return { microdata, own }
}

/** The scenario with its people and those of its counties, of which each may have its own. `people`: by `filesKey`; who is not there had faults. */
export function withGiven(scenario: LoadedScenario, people: ReadonlyMap<string, OwnPeople>): LoadedScenario {
  const given = throughout(scenario, (one) => {
    const own = one.microdata && people.get(filesKey(one.microdata))
    return own ? withPeople(one, own) : one
  })
  const hashes = [...new Set((given.counties ?? []).flatMap(({ settings }) => settings.microdata?.content?.sha256 ?? []))]
  const ofCounties = hashes.filter((sha256) => sha256 !== given.settings.microdata?.content?.sha256)
  return ofCounties.length === 0 ? given : { ...given, hashInput: [given.hashInput, 'microdata', ...ofCounties].join('\n') }
}

export const filesKey = (files: MicrodataFiles): string => JSON.stringify(files)

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
