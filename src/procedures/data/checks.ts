/** What the parts of a procedure file say of one another: names that do not exist or exist twice, papers nobody asks for, effects out of order. */
import { type Fault, nearestName } from '../../kernel/errors.ts'
import type { Path, Reading } from './document.ts'
import { EFFECTS, type Effect, USES, type Use } from './effects.ts'

export type Block = Readonly<Record<string, unknown>>

/** A fault when the `word` at `path` is none of the names of a `what`. */
export function faultsOfWord(reading: Reading, path: Path, word: unknown, what: string, names: readonly string[]): Fault[] {
  if (typeof word !== 'string' || names.includes(word)) return []
  const fault = { code: 'unknown_name', message: `there is no ${what} ${word}`, expected: `one of ${names.join(', ') || '(none)'}` }
  return [reading.faultAt(path, { ...fault, nearest: nearestName(word, [...names]) })]
}

/** All faults of one procedure. Looks at any data, faulty or not, so that one pass finds everything. */
export function faultsOfProcedure(reading: Reading, offices: readonly string[]): Fault[] {
  const procedure = isBlock(reading.value) ? reading.value : {}
  const faults: Fault[] = []
  const idsOf = (list: string): string[] =>
    listOf(procedure[list]).map((entry, i, all) => {
      const id = idOf(entry)
      if (id && all.findIndex((other) => idOf(other) === id) < i)
        faults.push(reading.faultAt([list, i, 'id'], { code: 'duplicate_id', message: `${id} stands twice among the ${list}` }))
      return id
    })
  const names: Names = { offices, papers: idsOf('papers'), variants: idsOf('variants'), steps: idsOf('steps') }
  listOf(procedure.steps).forEach((step, i) => {
    if (!isBlock(step)) return
    faults.push(...faultsOfNames(reading, step, i, names), ...faultsOfOrder(reading, procedure, step, i))
  })
  faults.push(...faultsOfPapers(reading, procedure, names.papers))
  return faults
}

interface Names {
  readonly offices: readonly string[]
  readonly papers: readonly string[]
  readonly variants: readonly string[]
  readonly steps: readonly string[]
}

function faultsOfNames(reading: Reading, step: Block, i: number, names: Names): Fault[] {
  const faults: Fault[] = []
  const demand = (path: Path, word: unknown, known: readonly string[], what: string) =>
    faults.push(...faultsOfWord(reading, ['steps', i, ...path], word, what, known))
  demand(['office'], step.office, names.offices, 'office')
  listOf(step.checks).forEach((paper, k) => {
    demand(['checks', k], paper, names.papers, 'paper')
  })
  // a fault sends the case back to this step or an earlier one, never on
  if (isBlock(step.on_fault)) demand(['on_fault', 'back_to'], step.on_fault.back_to, names.steps.slice(0, i + 1), 'step up to here called')
  for (const list of ['working_days_by_variant', 'office_by_variant']) {
    for (const [variant, value] of Object.entries(blockOf(step[list]))) {
      demand([list, variant], variant, names.variants, 'variant')
      if (list === 'office_by_variant') demand([list, variant], value, names.offices, 'office')
    }
  }
  return faults
}

function faultsOfOrder(reading: Reading, { steps, purpose }: Block, step: Block, i: number): Fault[] {
  const faults: Fault[] = []
  const tell = (path: Path, code: string, message: string, expected: string) =>
    faults.push(reading.faultAt(['steps', i, ...path], { code, message, expected }))
  if (listOf(step.checks).length > 0 && step.on_fault === undefined)
    tell([], 'missing', 'a step that checks papers needs on_fault', 'back_to, after, give_up')
  else if (step.faulty !== undefined && step.if_faulty !== 'refuse' && step.on_fault === undefined)
    tell([], 'missing', 'a step that may find a fault needs on_fault', 'back_to, after, give_up; or if_faulty: refuse')
  if (step.effect === 'pay' && i !== listOf(steps).length - 1)
    tell(['effect'], 'order', 'payment ends a procedure', 'effect pay in the last step only')
  if (
    step.effect === 'approve' &&
    listOf(steps)
      .slice(0, i)
      .some((before) => blockOf(before).effect === 'approve')
  )
    tell(['effect'], 'order', 'the case is approved twice', 'effect approve once')
  const { grants: granted, of } = EFFECTS[step.effect as Effect] ?? {}
  if (of && USES.includes(purpose as Use) && !of.includes(purpose as Use))
    tell(['effect'], 'unused', `effect ${step.effect} does nothing in a procedure for ${purpose}`, `one of ${namesFor(purpose)}`)
  if (step.grants !== granted)
    tell(
      ['grants'],
      'order',
      `effect ${step.effect} and grants ${step.grants} do not go together`,
      granted ? `grants: ${granted}` : 'no grants',
    )
  return faults
}

const namesFor = (purpose: unknown) =>
  Object.entries(EFFECTS)
    .filter(([, { of }]) => (of as readonly unknown[]).includes(purpose))
    .map(([name]) => name)
    .join(', ')

function faultsOfPapers(reading: Reading, procedure: Block, papers: readonly string[]): Fault[] {
  const faults: Fault[] = []
  const checked = new Set(listOf(procedure.steps).flatMap((step) => listOf(blockOf(step).checks)))
  // a misspelt check is one fault, not two
  const misspelt = [...checked].some((paper) => typeof paper === 'string' && !papers.includes(paper))
  listOf(procedure.papers).forEach((entry, i) => {
    const paper = blockOf(entry)
    if (papers[i] && !misspelt && !checked.has(papers[i]))
      faults.push(reading.faultAt(['papers', i], { code: 'unused', message: `no step checks the paper ${papers[i]}` }))
    if (paper.asked_of === 'agent' && procedure.agent === undefined)
      faults.push(
        reading.faultAt(['papers', i, 'asked_of'], { code: 'missing', message: 'nobody comes for another here', expected: 'agent' }),
      )
    const complaint = complaintAboutLacks(paper)
    if (complaint) faults.push(reading.faultAt(['papers', i, 'wrong_kind'], { code: 'range', ...complaint }))
  })
  return faults
}

/** A paper cannot be missing and of the wrong kind at once. */
export function complaintAboutLacks({ missing, wrong_kind }: Block): { message: string; expected: string } | undefined {
  const unfit = numberOf(missing) + numberOf(blockOf(wrong_kind).share)
  if (unfit <= 1 || numberOf(missing) > 1) return undefined
  return { message: `missing and of the wrong kind are ${unfit} together`, expected: 'at most 1' }
}

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function blockOf(value: unknown): Block {
  return isBlock(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function numberOf(figure: unknown): number {
  const { value } = blockOf(figure)
  return typeof value === 'number' ? value : 0
}

function idOf(entry: unknown): string {
  return isBlock(entry) && typeof entry.id === 'string' ? entry.id : ''
}
