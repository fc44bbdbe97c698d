/** A number of a procedure file and where it comes from: an assumption carries its range and reason, anything else its source. */
import { z } from 'zod'

export interface Provenance {
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

/** One number with its provenance and, when assumed, the range it may lie in. */
export function figure(number: z.ZodNumber) {
  return z.strictObject({ value: number, ...provenance, range: z.tuple([number, number]).optional() }).superRefine((entry, ctx) => {
    demandProvenance(entry, ctx)
    if (entry.status === 'assumed' && !entry.range) ctx.addIssue({ code: 'custom', message: 'an assumed value needs a range' })
    const admissible = number.safeParse(entry.value).success
    if (admissible && entry.range && !(entry.range[0] <= entry.value && entry.value <= entry.range[1]))
      ctx.addIssue({ code: 'custom', message: `value ${entry.value} lies outside its range`, path: ['value'] })
  })
}

export const share = z.number().min(0).max(1)
export const days = z.number().int().min(0).max(1000)
export const staffMinutes = z.number().int().min(0).max(100_000)
export const staffNumber = z.number().min(0).max(100_000)

/** From the first to the last number of working days, every whole number equally likely. */
export const spanOfDays = z
  .strictObject({ value: z.tuple([days, days]), ...provenance })
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
