/** One input given to what reads it: it is taken, or refused in one clear way, and nothing else happens. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, InputFaults } from '../../src/kernel/errors.ts'
import { readDataFiles, readScenarioText } from '../../src/node/files.ts'
import { readAmendments } from '../../src/node/given/amendments.ts'
import { ownPeopleReader } from '../../src/node/given/own-people.ts'
import { amendmentFiles } from '../../src/scenario/amend/block.ts'
import { loadScenario } from '../../src/scenario/load.ts'
import { glossaryOf, lawOf, proceduresOf } from '../../src/scenario/materials.ts'
import { microdataFiles } from '../../src/scenario/microdata-block.ts'
import type { Input } from './inputs.ts'

const MOST_SECONDS = 5
const MOST_BYTES = 2 ** 30
const LONGEST_LINE = 2000
const DATA = readDataFiles()
const [LAW, PROCEDURES, GLOSSARY] = [lawOf(DATA), proceduresOf(DATA), glossaryOf(DATA)]
const CLEAN = prototypes()

export type Outcome = 'taken' | 'refused'

/** Gives the input to hezuo in a folder of its own. Throws an Error that says what was not as promised. */
export async function attack(input: Input, folder: string): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const names = Object.keys(input.files)
  for (const [name, bytes] of Object.entries(input.files)) writeFileSync(join(folder, name), bytes)
  const [start, before] = [process.cpuUsage(), process.memoryUsage.rss()]
  const outcome = await read(input, join(folder, names[0]))
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  if (seconds > MOST_SECONDS) throw new Error(`took ${seconds.toFixed(1)} s of CPU`)
  if (process.memoryUsage.rss() - before > MOST_BYTES) throw new Error('took more than 1 GiB')
  const there = readdirSync(folder)
  if (there.length !== names.length) throw new Error(`wrote ${there.filter((name) => !names.includes(name)).join(', ')}`)
  if (prototypes() !== CLEAN) throw new Error('changed a prototype')
  return outcome
}

/** The faults for which the input is refused; none where it is taken. */
export async function faultsOfInput(input: Input, folder: string): Promise<readonly Fault[]> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [name, bytes] of Object.entries(input.files)) writeFileSync(join(folder, name), bytes)
  try {
    if (input.kind === 'law') readInPlace(input)
    else await readScenario(join(folder, Object.keys(input.files)[0]))
    return []
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
}

async function read(input: Input, path: string): Promise<Outcome> {
  try {
    if (input.kind === 'law') readInPlace(input)
    else await readScenario(path)
    return 'taken'
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error
    if (error.faults.length === 0) throw new Error('refused without a fault')
    const faulty = error.message.split('\n').find((line) => line.length > LONGEST_LINE || isUnclean(line))
    if (faulty) throw new Error(`a message that is too long or holds control characters: ${faulty.slice(0, 200)}`)
    return 'refused'
  }
}

/** As `hezuo check` reads it. */
async function readScenario(path: string): Promise<void> {
  loadScenario(path, readScenarioText, LAW, PROCEDURES, GLOSSARY)
  await readAmendments(amendmentFiles(path, readScenarioText))
  const given = microdataFiles(path, readScenarioText)
  if (given) await ownPeopleReader()(given)
}

function readInPlace({ inPlaceOf, files }: Input): void {
  const text = Buffer.from(Object.values(files)[0]).toString()
  const data = DATA.map((file) => (file.path === inPlaceOf ? { ...file, text } : file))
  lawOf(data)
  proceduresOf(data)
}

/** Whether a terminal would take part of the line for an order. */
const isUnclean = (line: string) => [...line].some((letter) => (letter < ' ' && letter !== '\t') || letter === '\u007f')

/** Everything that hangs on the prototypes of the language. */
function prototypes(): string {
  return [Object, Array, String, Number, Function, Map, Set, Promise, RegExp]
    .map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join())
    .join(';')
}
