/** Gives an input to what reads it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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

const DATA = readDataFiles()
const [LAW, PROCEDURES, GLOSSARY] = [lawOf(DATA), proceduresOf(DATA), glossaryOf(DATA)]

/** Writes its files to a folder that holds nothing else. */
export function writeInput(input: Input, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [name, bytes] of Object.entries(input.files)) writeFileSync(join(folder, name), bytes)
}

/** Reads the input, whose first file lies at `path`. */
export async function readInput(input: Input, path: string): Promise<void> {
  if (input.kind === 'law') readInPlace(input)
  else await readScenario(path)
}

/** The faults for which the input is refused; none where it is taken. */
export async function faultsOfInput(input: Input, folder: string): Promise<readonly Fault[]> {
  writeInput(input, folder)
  try {
    await readInput(input, join(folder, Object.keys(input.files)[0]))
    return []
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
}

/** As `hezuo check` reads it. */
async function readScenario(path: string): Promise<void> {
  loadScenario(path, readScenarioText, LAW, { procedures: PROCEDURES, glossary: GLOSSARY })
  await readAmendments(amendmentFiles(path, readScenarioText))
  for (const given of microdataFiles(path, readScenarioText)) await ownPeopleReader()(given)
}

function readInPlace({ inPlaceOf, files }: Input): void {
  const text = Buffer.from(Object.values(files)[0]).toString()
  const data = DATA.map((file) => (file.path === inPlaceOf ? { ...file, text } : file))
  lawOf(data)
  proceduresOf(data)
}
