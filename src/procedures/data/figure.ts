/** A number of a procedure file and where it comes from: an assumption carries its range and reason, anything else its source. */
import { z } from 'zod'
import { boundsTold, FIGURE_BOUNDS, type FigureKind, figureBounds, numberWithin, SPAN_OF_DAYS } from './bounds.ts'

interface Provenance {
  readonly status: 'verified' | 'unverified' | 'assumed'
  readonly source?: string
  readonly reason?: string
}

interface Issues {
  addIssue(issue: { code: 'custom'; message: string; path?: string[] }): void
}

/** An assumption must say why; any other number must say where it was published. */
export function demandProvenance(entry: Provenance, ctx: Issues): void {
  if (entry.status === 'assumed' && !entry.reason) ctx.addIssue({ code: 'custom', message: 'an assumed value needs a reason' })
  if (entry.status !== 'assumed' && !entry.source)
    ctx.addIssue({ code: 'custom', message: `a value marked ${entry.status} needs a source` })
}

export const provenance = {
  status: z.enum(['verified', 'unverified', 'assumed']),
  source: z.string().min(1).optional(),
  reason: z.string().min(1).optional(),
}

/** One number with its provenance and, when assumed, the range it may lie in; `bounds` where those of its kind are too wide. */
export function figure(kind: FigureKind) {
  const number = FIGURE_BOUNDS[kind].isWhole ? z.number().int() : z.number()
  const pair = z.tuple([number, number])
  return z.strictObject({ value: number, ...provenance, range: pair.optional(), bounds: pair.optional() }).superRefine((entry, ctx) => {
    demandProvenance(entry, ctx)
    const { value, range, bounds } = entry
    if (entry.status === 'assumed' && !range) ctx.addIssue({ code: 'custom', message: 'an assumed value needs a range' })
    const within = figureBounds(kind, bounds)
    const isWithin = (one: number) => one >= within.low && one <= within.high
    if (!isWithin(value)) ctx.addIssue({ code: 'custom', message: boundsTold(within), path: ['value'] })
    else if (range && !(range[0] <= value && value <= range[1]))
      ctx.addIssue({ code: 'custom', message: `value ${value} lies outside its range`, path: ['value'] })
    else if (range && !range.every(isWithin)) ctx.addIssue({ code: 'custom', message: boundsTold(within), path: ['range'] })
  })
}

const days = numberWithin(FIGURE_BOUNDS.working_days)

/** From the first to the last number of working days, every whole number equally likely. */
export const spanOfDays = z
  .strictObject({ value: z.tuple([days, days], { error: SPAN_OF_DAYS }), ...provenance })
  .superRefine(demandProvenance)
  .refine((entry) => entry.value[0] <= entry.value[1], { message: 'the first number of days is larger than the last', path: ['value'] })

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year as MM-DD')
  .refine((text) => text !== '02-29' && !/^(02-3|(04|06|09|11)-31)/.test(text), 'a day that every year has')

/** Days of the year on which something leaves or closes. */
export const dates = z.strictObject({ value: z.array(monthDay).min(1).max(12), ...provenance }).superRefine(demandProvenance)
/** A stretch of the year, from the first to the last day; it may span the new year. */
export const season = z.strictObject({ opens: monthDay, closes: monthDay, ...provenance }).superRefine(demandProvenance)
