/** The procedures block of a scenario: which of its lines the procedures refuse, and where each stands. */
import type { Fault } from '../kernel/errors.ts'
import { isMapping } from '../policy/change/form.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { overrideProcedures } from '../procedures/data/overrides.ts'
import type { ScenarioDocument } from './document.ts'
import { valueAt } from './faults.ts'

/** Faults of one file's procedures block at their places: names that do not exist, values that do not fit. */
export function proceduresFaults(document: ScenarioDocument, procedures: Procedures): Fault[] {
  const block = valueAt(document.value, ['procedures'])
  if (!isMapping(block)) return []
  return overrideProcedures(procedures, block).faults.map(({ name, part, message, expected, nearest }) => ({
    code: part === 'key' ? 'unknown_name' : 'wrong_value',
    file: document.file,
    ...(part === 'key' ? document.atKey(['procedures', name]) : document.at(['procedures', name])),
    message,
    expected,
    nearest,
  }))
}
