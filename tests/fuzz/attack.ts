/** One input given to what reads it: it is taken, or refused in one clear way, and nothing else happens. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { InputFaults } from '../../src/kernel/errors.ts'
import type { Input } from './inputs.ts'
import { readInput, writeInput } from './reading.ts'

const MOST_SECONDS = 5
const MOST_BYTES = 2 ** 30
const LONGEST_LINE = 2000
const CLEAN = prototypes()

export type Outcome = 'taken' | 'refused'

/** Gives the input to hezuo in a folder of its own. Throws an Error that says what was not as promised. */
export async function attack(input: Input, folder: string): Promise<Outcome> {
  writeInput(input, folder)
  const names = Object.keys(input.files)
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

async function read(input: Input, path: string): Promise<Outcome> {
  try {
    await readInput(input, path)
    return 'taken'
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error
    if (error.faults.length === 0) throw new Error('refused without a fault')
    const faulty = error.message.split('\n').find((line) => line.length > LONGEST_LINE || isUnclean(line))
    if (faulty) throw new Error(`a message that is too long or holds control characters: ${faulty.slice(0, 200)}`)
    return 'refused'
  }
}

/** Whether a terminal would take part of the line for an order. */
const isUnclean = (line: string) => [...line].some((letter) => (letter < ' ' && letter !== '\t') || letter === '\u007f')

/** Everything that hangs on the prototypes of the language. */
function prototypes(): string {
  return [Object, Array, String, Number, Function, Map, Set, Promise, RegExp]
    .map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join())
    .join(';')
}
