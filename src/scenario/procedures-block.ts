/** The procedures block of a scenario: which of its lines the procedures refuse, and where each stands. */
import type { Fault } from '../kernel/errors.ts'
import { isMapping } from '../policy/change/form.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { overrideProcedures, type ProcedureOverrideFault, type ProcedureOverrides } from '../procedures/data/overrides.ts'
import type { ScenarioDocument } from './document.ts'
import { valueAt } from './faults.ts'

/** Faults of one file's procedures block at their places: names that do not exist, values that do not fit. */
export function proceduresFaults(document: ScenarioDocument, procedures: Procedures): Fault[] {
  const block = valueAt(document.value, ['procedures'])
  if (!isMapping(block)) return []
  return overrideProcedures(procedures, block).faults.map((fault) => located(document, fault))
}

/** What only the figures of several files together contradict, told in the nearest of them that sets one. */
export function mergedProceduresFaults(
  documents: readonly ScenarioDocument[],
  merged: ProcedureOverrides,
  procedures: Procedures,
): Fault[] {
  return overrideProcedures(procedures, merged).faults.flatMap((fault) => {
    const document = documents.find(({ value }) => valueAt(value, ['procedures', fault.name]) !== undefined)
    return document ? [located(document, fault)] : []
  })
}

function located(document: ScenarioDocument, { name, part, message, expected, nearest }: ProcedureOverrideFault): Fault {
  return {
    code: part === 'key' ? 'unknown_name' : 'wrong_value',
    file: document.file,
    ...(part === 'key' ? document.atKey(['procedures', name]) : document.at(['procedures', name])),
    message,
    expected,
    nearest,
  }
}
