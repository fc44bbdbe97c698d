/** Reads the procedure files and the office file, and checks what one says of the other. All faults of all files at once. */
import { type Fault, InputFaults } from '../../kernel/errors.ts'
import { minuteOfDay } from '../offices.ts'
import { type Block, faultsOfProcedure, faultsOfWord, isBlock, listOf } from './checks.ts'
import { type Reading, readDocument } from './document.ts'
import { OFFICES_SCHEMA, type Office, PROCEDURE_SCHEMA, type Procedure, type Step } from './schema.ts'

interface ProcedureFile {
  readonly path: string
  readonly text: string
}

export interface Procedures {
  /** by id, in the order of the files */
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly offices: readonly Office[]
}

/**
 * Reads `offices.yaml` and any number of procedure files (data/procedures/*.yaml).
 * Throws InputFaults with every fault found, each with file, line, column and, for a misspelt name, the nearest valid one.
 */
export function loadProcedures(files: readonly ProcedureFile[]): Procedures {
  const faults: Fault[] = []
  const officeFile = files.find((file) => /(^|[\\/])offices\.yaml$/.test(file.path))
  if (!officeFile) throw new InputFaults([{ code: 'missing', file: 'offices.yaml', message: 'no offices.yaml among the procedure files' }])

  const officeReading = readDocument(officeFile.path, officeFile.text, OFFICES_SCHEMA)
  const officeNames = Object.keys(isBlock(officeReading.value) ? officeReading.value : {})
  faults.push(...officeReading.faults, ...faultsOfHours(officeReading))

  const readings = files.filter((file) => file !== officeFile).map((file) => readDocument(file.path, file.text, PROCEDURE_SCHEMA))
  const [ids, draws] = [new Set<unknown>(), new Set<unknown>()]
  for (const reading of readings) {
    faults.push(...reading.faults, ...faultsOfProcedure(reading, officeNames))
    const { id, draws: number } = isBlock(reading.value) ? reading.value : ({} as Block)
    if (id !== undefined && ids.has(id))
      faults.push(reading.faultAt(['id'], { code: 'duplicate_id', message: `procedure ${id} is already in another file` }))
    else if (number !== undefined && draws.has(number))
      faults.push(reading.faultAt(['draws'], { code: 'duplicate_id', message: `another procedure has the draws ${number} already` }))
    ids.add(id)
    draws.add(number)
  }
  faults.push(
    ...faultsOfWindows(
      officeReading,
      [...ids].filter((id) => typeof id === 'string'),
    ),
  )
  if (faults.length > 0) throw new InputFaults(faults)

  const offices = Object.entries(OFFICES_SCHEMA.parse(officeReading.value)).map(([id, office]) => ({ id, ...office }))
  const procedures = readings.map((reading) => withOpeningDays(PROCEDURE_SCHEMA.parse(reading.value), offices))
  return { procedures: new Map(procedures.map((procedure) => [procedure.id, procedure])), offices }
}

/** Notes at each step whether its office is open on all days, so that a walk needs to know nothing of offices. */
export function withOpeningDays(procedure: Procedure, offices: readonly Office[]): Procedure {
  const isOpen = (office: string) => offices.find(({ id }) => id === office)?.every_day === true
  const variants = procedure.variants ?? [{ id: '' }]
  const openAt = (step: Step) => variants.map(({ id }) => isOpen(step.office_by_variant?.[id] ?? step.office))
  return { ...procedure, steps: procedure.steps.map((step) => ({ ...step, every_day: openAt(step) })) }
}

/** Windows that take procedures nobody knows, or that another window of the office takes. */
function faultsOfWindows(reading: Reading, procedures: readonly string[]): Fault[] {
  const faults: Fault[] = []
  for (const [id, office] of Object.entries(isBlock(reading.value) ? reading.value : {})) {
    const taken = new Set<unknown>()
    listOf(isBlock(office) ? office.windows : undefined).forEach((window, i) => {
      listOf(isBlock(window) ? window.takes : undefined).forEach((procedure, k) => {
        const path = [id, 'windows', i, 'takes', k]
        faults.push(...faultsOfWord(reading, path, procedure, 'procedure', procedures))
        if (taken.has(procedure))
          faults.push(reading.faultAt(path, { code: 'duplicate_id', message: `another window of this office takes ${procedure} already` }))
        taken.add(procedure)
      })
    })
  }
  return faults
}

/** Opening before lunch before closing. Looks at any data, faulty or not, so that one pass finds everything. */
function faultsOfHours(reading: Reading): Fault[] {
  const faults: Fault[] = []
  for (const [id, office] of Object.entries(isBlock(reading.value) ? reading.value : {})) {
    const hours = isBlock(office) && isBlock(office.hours) ? office.hours : {}
    const complaint = complaintAboutHours(hours)
    if (complaint) faults.push(reading.faultAt([id, 'hours'], { code: 'order', ...complaint }))
  }
  return faults
}

/** A desk that is never open works for ever at its first case. */
export function complaintAboutHours({ opens, lunch, closes }: Block): { message: string; expected: string } | undefined {
  const times = [opens, ...listOf(lunch), closes].filter((time) => typeof time === 'string').map(minuteOfDay)
  if (times.every((time, i) => i === 0 || time > times[i - 1])) return undefined
  return { message: 'the opening hours do not follow one another', expected: 'opens, lunch, closes in this order' }
}
