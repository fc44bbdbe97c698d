/** The procedures block of a scenario: which of its lines the procedures refuse, and where each stands. */
import type { Fault } from '../kernel/errors.ts'
import { changeMeant } from '../policy/change/change.ts'
import { isMapping } from '../policy/change/form.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { figureNamed, overrideProcedures, type ProcedureOverrideFault, type ProcedureOverrides } from '../procedures/data/overrides.ts'
import type { ScenarioDocument } from './document.ts'
import { valueAt } from './faults.ts'

/** Faults of one file's procedures block at their places: names that do not exist, values that do not fit. */
export function proceduresFaults(document: ScenarioDocument, procedures: Procedures): Fault[] {
  const block = valueAt(document.value, ['procedures'])
  if (!isMapping(block)) return []
  return overrideProcedures(procedures, block).faults.map((fault) => located(document, fault, procedures))
}

/** What only the figures of several files together contradict, told in the nearest of them that sets one. */
export function mergedProceduresFaults(
  documents: readonly ScenarioDocument[],
  merged: ProcedureOverrides,
  procedures: Procedures,
): Fault[] {
  return overrideProcedures(procedures, merged).faults.flatMap((fault) => {
    const document = documents.find(({ value }) => valueAt(value, ['procedures', fault.name]) !== undefined)
    return document ? [located(document, fault, procedures)] : []
  })
}

function located(document: ScenarioDocument, fault: ProcedureOverrideFault, procedures: Procedures): Fault {
  const { name, part, message, nearest } = fault
  const meant =
    typeof figureNamed(procedures, name)?.value === 'number' ? changeMeant(valueAt(document.value, ['procedures', name])) : undefined
  const expected = meant && fault.expected ? `${fault.expected}, or ${meant} to change what holds` : fault.expected
  return {
    code: part === 'key' ? 'unknown_name' : 'wrong_value',
    file: document.file,
    ...(part === 'key' ? document.atKey(['procedures', name]) : document.at(['procedures', name])),
    message,
    expected,
    nearest,
  }
}
