/** Reads the procedure files and the office file, and checks what one says of the other. All faults of all files at once. */
import { type Fault, InputFaults, nearestName } from '../kernel/errors.ts'
import { type Path, type Reading, readDocument } from './document.ts'
import { minuteOfDay } from './offices.ts'
import { OFFICES_SCHEMA, type Office, PROCEDURE_SCHEMA, type Procedure } from './schema.ts'

export interface ProcedureFile {
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
  const seen = new Set<unknown>()
  for (const reading of readings) {
    faults.push(...reading.faults, ...faultsOfProcedure(reading, officeNames))
    const id = isBlock(reading.value) ? reading.value.id : undefined
    if (id !== undefined && seen.has(id))
      faults.push(reading.faultAt(['id'], { code: 'duplicate_id', message: `procedure ${id} is already in another file` }))
    seen.add(id)
  }
  if (faults.length > 0) throw new InputFaults(faults)

  const procedures = readings.map((reading) => PROCEDURE_SCHEMA.parse(reading.value))
  const offices = Object.entries(OFFICES_SCHEMA.parse(officeReading.value)).map(([id, office]) => ({ id, ...office }))
  return { procedures: new Map(procedures.map((procedure) => [procedure.id, procedure])), offices }
}

/** Opening before lunch before closing. Looks at any data, faulty or not, so that one pass finds everything. */
function faultsOfHours(reading: Reading): Fault[] {
  const faults: Fault[] = []
  for (const [id, office] of Object.entries(isBlock(reading.value) ? reading.value : {})) {
    const hours = isBlock(office) && isBlock(office.hours) ? office.hours : {}
    const times = [hours.opens, ...listOf(hours.lunch), hours.closes].filter((time) => typeof time === 'string').map(minuteOfDay)
    if (times.some((time, i) => i > 0 && time <= times[i - 1]))
      faults.push(
        reading.faultAt([id, 'hours'], {
          code: 'order',
          message: 'the opening hours do not follow one another',
          expected: 'opens, lunch, closes in this order',
        }),
      )
  }
  return faults
}

/** Names of offices, steps, papers and variants that do not exist or exist twice; papers nobody asks for; effects out of order. */
function faultsOfProcedure(reading: Reading, officeNames: readonly string[]): Fault[] {
  const procedure = isBlock(reading.value) ? reading.value : {}
  const faults: Fault[] = []
  const demandKnown = (path: Path, word: unknown, names: readonly string[], what: string): void => {
    if (typeof word !== 'string' || names.includes(word)) return
    const fault = { code: 'unknown_name', message: `there is no ${what} ${word}`, expected: `one of ${names.join(', ') || '(none)'}` }
    faults.push(reading.faultAt(path, { ...fault, nearest: nearestName(word, [...names]) }))
  }
  const idsOf = (list: string): string[] =>
    listOf(procedure[list]).map((entry, i, all) => {
      const id = idOf(entry)
      if (id && all.findIndex((other) => idOf(other) === id) < i)
        faults.push(reading.faultAt([list, i, 'id'], { code: 'duplicate_id', message: `${id} stands twice among the ${list}` }))
      return id
    })

  const [papers, variants, stepIds] = [idsOf('papers'), idsOf('variants'), idsOf('steps')]
  const checked = new Set<unknown>()
  const steps = listOf(procedure.steps)
  steps.forEach((step, i) => {
    if (!isBlock(step)) return
    demandKnown(['steps', i, 'office'], step.office, officeNames, 'office')
    listOf(step.checks).forEach((paper, k) => {
      demandKnown(['steps', i, 'checks', k], paper, papers, 'paper')
      checked.add(paper)
    })
    if (listOf(step.checks).length > 0 && step.on_fault === undefined)
      faults.push(
        reading.faultAt(['steps', i], {
          code: 'missing',
          message: 'a step that checks papers needs on_fault',
          expected: 'back_to, after, give_up',
        }),
      )
    // a fault sends the case back to this step or an earlier one, never on
    if (isBlock(step.on_fault))
      demandKnown(['steps', i, 'on_fault', 'back_to'], step.on_fault.back_to, stepIds.slice(0, i + 1), 'step up to here called')
    for (const variant of Object.keys(isBlock(step.working_days_by_variant) ? step.working_days_by_variant : {}))
      demandKnown(['steps', i, 'working_days_by_variant', variant], variant, variants, 'variant')
    if (step.effect === 'pay' && i !== steps.length - 1)
      faults.push(
        reading.faultAt(['steps', i, 'effect'], {
          code: 'order',
          message: 'payment ends a procedure',
          expected: 'effect pay in the last step only',
        }),
      )
    if (step.effect === 'approve' && steps.slice(0, i).some((before) => isBlock(before) && before.effect === 'approve'))
      faults.push(
        reading.faultAt(['steps', i, 'effect'], { code: 'order', message: 'the case is approved twice', expected: 'effect approve once' }),
      )
  })
  // a misspelt check is one fault, not two
  const misspelt = [...checked].some((paper) => typeof paper === 'string' && !papers.includes(paper))
  papers.forEach((paper, i) => {
    if (paper && !misspelt && !checked.has(paper))
      faults.push(reading.faultAt(['papers', i], { code: 'unused', message: `no step checks the paper ${paper}` }))
  })
  return faults
}

type Block = Readonly<Record<string, unknown>>

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function idOf(entry: unknown): string {
  return isBlock(entry) && typeof entry.id === 'string' ? entry.id : ''
}
