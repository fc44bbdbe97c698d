/** A case of bounds run to its end in this process, without tables and charts. */
import { expect } from 'vitest'
import { InputFaults } from '../../src/kernel/errors.ts'
import { annualRows } from '../../src/measures/annual.ts'
import { ledgerRows } from '../../src/measures/books.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { settableFigures } from '../../src/procedures/data/places.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import { loadScenario } from '../../src/scenario/load.ts'
import { lawOf, proceduresOf } from '../../src/scenario/materials.ts'
import type { BoundsCase } from './cases.ts'

const files = readDataFiles()
export const law = lawOf(files)
const procedures = proceduresOf(files)
export const figures = settableFigures(procedures)

const load = (text: string) => loadScenario('a.yaml', () => text, law, { procedures })

/** What `check` says of the case: its faults, each in one line; none when it is valid. */
export function faultsOf({ text }: BoundsCase): string[] {
  try {
    load(text)
    return []
  } catch (error) {
    if (error instanceof InputFaults)
      return error.faults.map(({ code, message, expected }) => `${code}: ${message}; expected ${expected?.replace(/^a list of .*?: /, '')}`)
    throw error
  }
}

/** What is unsound in the results of the case; nothing in those of a sound one. Throws what the run throws. */
function unsound({ text }: BoundsCase): string[] {
  const { settings, law: own } = load(text)
  const record = countyModel(settings, own, files).run(1, 0)
  const annual = annualRows(settings.name, [record], settings.years)
  const wrong = annual.filter(({ value }) => !Number.isFinite(value)).map(({ measure, value }) => `${measure} is ${value}`)
  const money = annual.filter(({ measure, value }) => /^(cost|reimbursed|fund_expenditure|premium)/.test(measure) && value < 0)
  const ledger = ledgerRows(settings.name, [record], settings.years)
  const out = ledger.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0)
  return [
    ...wrong,
    ...money.map(({ measure, value }) => `${measure} is ${value}`),
    ...(out === 0 ? [] : [`the books are out by ${out} fen`]),
  ]
}

/** Microseconds of the processor: a run that takes longer than this is one that hangs. */
const LONGEST = 20_000_000

/** Holds a case to a sound end in good time. One that contradicts other parameters may be refused for that instead. */
export function runsSoundly(one: BoundsCase): void {
  const told = `${one.name}: ${JSON.stringify(one.value)}`
  const faults = faultsOf(one)
  if (one.mayContradict && faults.length > 0) {
    expect(faults, told).toEqual([expect.stringMatching(/^contradiction|together/)])
    return
  }
  expect(faults, told).toEqual([])
  const before = process.cpuUsage()
  expect(unsound(one), told).toEqual([])
  expect(process.cpuUsage(before).user, told).toBeLessThan(LONGEST)
}
