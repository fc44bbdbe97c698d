/**
 * Figures of the procedures and offices set by a scenario, by dotted name: `offices.county_centre.staff`, `claim_by_hand.deadline`,
 * `claim_by_hand.steps.review.minutes`. A name under `papers` that does not exist yet is one paper more.
 */
import { z } from 'zod'
import { nearestName } from '../../kernel/errors.ts'
import { listMeant, numeralMeant } from '../../words/written/numeral.ts'
import { boundsTold, FIGURE_BOUNDS, isSpanOfDays, kindOfFigure, numberWithin } from './bounds.ts'
import { complaintAboutLacks, isBlock } from './checks.ts'
import { explainIssue } from './document.ts'
import { complaintAboutHours, type Procedures, withOpeningDays } from './load.ts'
import { placesIn, replaced, settableNames } from './places.ts'
import { OFFICES_SCHEMA, type Office, PROCEDURE_SCHEMA, type Procedure } from './schema.ts'
import { type Title, titleOf } from './titles.ts'

/** Values by dotted name: a number, a text, a list, true or false, or a mapping for a paper. */
export type ProcedureOverrides = Readonly<Record<string, unknown>>

export interface ProcedureOverrideFault {
  /** the dotted name at fault */
  readonly name: string
  /** `key`: there is no such name; `value`: its value does not fit */
  readonly part: 'key' | 'value'
  readonly message: string
  readonly expected?: string
  readonly nearest?: string
}

const PAPER = z.strictObject({
  zh: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  missing: numberWithin(FIGURE_BOUNDS.share),
  /** step that asks for it; the first that asks for papers when left out */
  step: z.string().optional(),
})

/** What a scenario sets stands on its own authority. */
const SET = { status: 'unverified', source: 'SCENARIO' } as const

/** The procedures under a scenario, and every fault of its block; a fault leaves what it is about as it was. Changes nothing of what it is given. */
export function overrideProcedures(
  base: Procedures,
  overrides: ProcedureOverrides,
): { procedures: Procedures; faults: ProcedureOverrideFault[] } {
  const faults: ProcedureOverrideFault[] = []
  const offices = new Map(base.offices.map((office) => [office.id, office]))
  const procedures = new Map(base.procedures)
  for (const [name, value] of Object.entries(overrides)) {
    const [head, second, ...rest] = name.split('.')
    const office = head === 'offices' ? offices.get(second) : undefined
    const procedure = procedures.get(head)
    const paper = second === 'papers' && rest.length === 1 ? rest[0] : undefined
    let fault: Omit<ProcedureOverrideFault, 'name'> | undefined
    if (office)
      fault = setFigure(office, { name: name.slice(head.length + second.length + 2), value }, OFFICE, (next) =>
        offices.set(office.id, next),
      )
    else if (procedure && paper !== undefined && isBlock(value))
      fault = setPaper(procedure, paper, value, (next) => procedures.set(head, next))
    else if (procedure)
      fault = setFigure(procedure, { name: name.slice(head.length + 1), value }, PROCEDURE, (next) => procedures.set(head, next))
    else fault = { part: 'key', message: `there is no procedure or office ${head === 'offices' ? name : head}` }
    if (fault?.part === 'key')
      fault = { ...fault, nearest: nearestName(name, settableNames(base)), expected: 'a figure of data/procedures by its dotted name' }
    if (fault)
      faults.push({
        name,
        ...fault,
        expected: aNumber(name, fault.expected) ?? fault.expected,
        nearest: fault.nearest ?? numberMeant(name, value),
      })
  }
  const all = [...offices.values()]
  faults.push(...faultsOfHours(all, overrides), ...faultsOfPapersLacking([...procedures.values()], overrides))
  return { procedures: { offices: all, procedures: new Map([...procedures].map(([id, one]) => [id, withOpeningDays(one, all)])) }, faults }
}

/** Where a number is expected: which. */
function aNumber(name: string, expected: string | undefined): string | undefined {
  const kind = expected === 'number' || expected === 'int' ? kindOfFigure(name) : undefined
  return kind && `a ${FIGURE_BOUNDS[kind].isWhole ? 'whole ' : ''}number ${boundsTold(FIGURE_BOUNDS[kind])}`
}

/** The number that a text was meant to be, where it is one that the figure can have. */
function numberMeant(name: string, value: unknown): string | undefined {
  if (isSpanOfDays(name)) return listMeant(value)
  const kind = kindOfFigure(name)
  const meant = kind && numeralMeant(value, kind === 'share')
  const { low, high, isWhole } = FIGURE_BOUNDS[kind ?? 'share']
  const number = Number(meant)
  return meant !== undefined && number >= low && number <= high && !(isWhole && !Number.isInteger(number)) ? meant : undefined
}

/** Hours are held against one another when all are set: told at the one that the scenario sets last. */
function faultsOfHours(offices: readonly Office[], overrides: ProcedureOverrides): ProcedureOverrideFault[] {
  return offices.flatMap(({ id, hours }) => {
    const complaint = complaintAboutHours({ ...hours })
    const name = Object.keys(overrides).findLast((one) => one.startsWith(`offices.${id}.hours.`))
    return complaint && name ? [{ name, part: 'value' as const, ...complaint }] : []
  })
}

/** A paper is missing, or of the wrong kind, or in order: told at the share that the scenario sets last. */
function faultsOfPapersLacking(procedures: readonly Procedure[], overrides: ProcedureOverrides): ProcedureOverrideFault[] {
  return procedures.flatMap(({ id, papers }) =>
    papers.flatMap((paper) => {
      const name = Object.keys(overrides).findLast((one) => `${one}.`.startsWith(`${id}.papers.${paper.id}.`))
      const complaint = complaintAboutLacks(paper)
      return name && complaint ? [{ name, part: 'value' as const, ...complaint }] : []
    }),
  )
}

/** A figure by its dotted name, as data or scenario have it; undefined when there is none of the name, or when it is a paper as a whole. */
export function figureNamed({ offices, procedures }: Procedures, name: string): NamedFigure | undefined {
  const [head, second] = name.split('.')
  const isOffice = head === 'offices'
  const block = isOffice ? offices.find(({ id }) => id === second) : procedures.get(head)
  const place = placesIn(block).find((one) => one.name === name.slice((isOffice ? `${head}.${second}` : head).length + 1))
  if (!place) return undefined
  const found = place.path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], block)
  return { titled: { block, path: place.path }, ...(place.figure && isBlock(found) ? found : { value: found }) }
}

/** 手工报销 申报期限（天） is claim_by_hand.deadline. */
export const chineseName = (name: string, procedures: Procedures): string => figureTitle(name, procedures).zh

/** What a figure is called in both languages; what is none by its name. */
export function figureTitle(name: string, procedures: Procedures): Title {
  const titled = figureNamed(procedures, name)?.titled
  return titled ? titleOf(titled.block, titled.path) : { zh: name, en: name }
}

interface NamedFigure {
  /** what `titleOf` names it by */
  readonly titled: { readonly block: unknown; readonly path: readonly (string | number)[] }
  readonly value?: unknown
  readonly source?: unknown
  readonly status?: unknown
  readonly range?: unknown
}

type Check<T> = (block: unknown) => { readonly made: T } | { readonly issue: z.core.$ZodIssue }

const PROCEDURE: Check<Procedure> = (block) => {
  const checked = PROCEDURE_SCHEMA.safeParse(block)
  return checked.success ? { made: checked.data } : { issue: checked.error.issues[0] }
}
const OFFICE: Check<Office> = (block) => {
  const { id, ...rest } = isBlock(block) ? block : {}
  const checked = OFFICES_SCHEMA.safeParse({ [String(id)]: rest })
  return checked.success ? { made: { id: String(id), ...checked.data[String(id)] } } : { issue: checked.error.issues[0] }
}

function setFigure<T>(
  block: T,
  { name, value }: { name: string; value: unknown },
  check: Check<T>,
  keep: (made: T) => void,
): Omit<ProcedureOverrideFault, 'name'> | undefined {
  const place = placesIn(block).find((one) => one.name === name)
  if (!place) return { part: 'key', message: `there is no figure ${name}` }
  const { bounds } = place.figure ?? {}
  const set = place.figure ? { value, ...SET, ...(bounds ? { bounds } : {}) } : value
  const outcome = check(replaced(withoutOpeningDays(block), place.path, set))
  if ('issue' in outcome) {
    const { expected, nearest, message } = explainIssue(outcome.issue, value)
    return { part: 'value', message: expected === undefined ? message : `${name} is ${JSON.stringify(value)}`, expected, nearest }
  }
  keep(outcome.made)
  return undefined
}

function setPaper(
  procedure: Procedure,
  id: string,
  value: unknown,
  keep: (made: Procedure) => void,
): Omit<ProcedureOverrideFault, 'name'> | undefined {
  const read = PAPER.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const { message, expected, nearest } = explainIssue(
      issue,
      issue.path.reduce<unknown>((part, key) => (isBlock(part) ? part[String(key)] : part), value),
    )
    return { part: 'value', message: `papers.${id}: ${message}`, expected: expected ?? 'missing, and if you like zh, en and step', nearest }
  }
  const { zh, en, missing, step = procedure.steps.find(({ checks }) => checks)?.id } = read.data
  const known = procedure.papers.find((paper) => paper.id === id)
  const asking = procedure.steps.find((one) => one.id === step && one.on_fault)
  if (!known && !asking) {
    const ids = procedure.steps.filter((one) => one.on_fault).map((one) => one.id)
    return {
      part: 'value',
      message: `no step ${step ?? ''} can send back for papers.${id}`,
      expected: `step: one of ${ids.join(', ')}`,
      nearest: nearestName(step ?? '', ids),
    }
  }
  const paper = {
    ...(known ?? { id, zh: id, en: id.replaceAll('_', ' ') }),
    ...(zh ? { zh } : {}),
    ...(en ? { en } : {}),
    missing: { value: missing, ...SET },
  }
  const papers = known ? procedure.papers.map((one) => (one === known ? paper : one)) : [...procedure.papers, paper]
  // at the end of the list, so that the luck with the other papers stays what it was
  const steps = procedure.steps.map((one) => (!known && one === asking ? { ...one, checks: [...(one.checks ?? []), id] } : one))
  keep({ ...procedure, papers, steps })
  return undefined
}

function withoutOpeningDays(block: unknown): unknown {
  if (!isBlock(block) || !Array.isArray(block.steps)) return block
  return { ...block, steps: block.steps.map(({ every_day: _, ...step }) => step) }
}
