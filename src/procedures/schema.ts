/**
 * The form of a procedure file and of the office file, strict: an unknown key is a fault.
 * Every number carries where it comes from: an assumption its range and reason, anything else its source.
 */
import { z } from 'zod'

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name in small letters, digits and underscores')
const zh = z.string().min(1)
const en = z.string().min(1)
const document = z.string().regex(/^\d{3}_[0-9a-f]{16}\.txt$/, 'the file name of a source document')
const status = z.enum(['verified', 'unverified', 'assumed'])
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day as HH:MM')

interface Provenance {
  readonly status: 'verified' | 'unverified' | 'assumed'
  readonly source?: string
  readonly reason?: string
}

/** An assumption must say why; any other number must say where it was published. */
function demandProvenance(entry: Provenance, ctx: { addIssue(issue: { code: 'custom'; message: string; path?: string[] }): void }): void {
  if (entry.status === 'assumed' && !entry.reason) ctx.addIssue({ code: 'custom', message: 'an assumed value needs a reason' })
  if (entry.status !== 'assumed' && !entry.source)
    ctx.addIssue({ code: 'custom', message: `a value marked ${entry.status} needs a source` })
}

const provenance = { status, source: z.string().min(1).optional(), reason: z.string().min(1).optional() }

/** One number with its provenance and, when assumed, the range it may lie in. */
function figure(number: z.ZodNumber) {
  return z.strictObject({ value: number, ...provenance, range: z.tuple([number, number]).optional() }).superRefine((entry, ctx) => {
    demandProvenance(entry, ctx)
    if (entry.status === 'assumed' && !entry.range) ctx.addIssue({ code: 'custom', message: 'an assumed value needs a range' })
    const admissible = number.safeParse(entry.value).success
    if (admissible && entry.range && !(entry.range[0] <= entry.value && entry.value <= entry.range[1]))
      ctx.addIssue({ code: 'custom', message: `value ${entry.value} lies outside its range`, path: ['value'] })
  })
}

const share = z.number().min(0).max(1)
const days = z.number().int().min(0).max(1000)
const staffMinutes = z.number().int().min(0).max(100_000)

const paper = z.strictObject({ id, zh, en, missing: figure(share) })

const onFault = z.strictObject({
  back_to: id,
  /** working days until the applicant comes back, every whole number from first to last equally likely */
  after: z
    .strictObject({ value: z.tuple([days, days]), ...provenance })
    .superRefine(demandProvenance)
    .refine((entry) => entry.value[0] <= entry.value[1], { message: 'the first number of days is larger than the last', path: ['value'] }),
  give_up: figure(share),
})

const step = z.strictObject({
  id,
  zh,
  en,
  office: id,
  minutes: figure(staffMinutes),
  working_days: figure(days),
  /** other fixed days for some kinds of case, by the id of the variant */
  working_days_by_variant: z.record(id, figure(days)).optional(),
  checks: z.array(id).optional(),
  on_fault: onFault.optional(),
  effect: z.enum(['none', 'approve', 'pay']),
})

export const PROCEDURE_SCHEMA = z.strictObject({
  id,
  zh,
  en,
  documents: z.array(document).min(1),
  applicant: z.enum(['person', 'household', 'village']),
  /** kinds of case that differ only in fixed days; the first is the ordinary one */
  variants: z.array(z.strictObject({ id, zh, en })).min(1).max(16).optional(),
  /** last day of the first submission, in days after the event (for a claim: after discharge) */
  deadline: figure(days).optional(),
  papers: z.array(paper).max(31),
  steps: z.array(step).min(1).max(16),
})

const office = z.strictObject({
  zh,
  en,
  document: document.optional(),
  staff: figure(z.number().min(0).max(100_000)),
  /** `per_100k_persons` grows with the county, `persons` is the number itself; either way at least one */
  staff_unit: z.enum(['per_100k_persons', 'persons']),
  hours: z
    .strictObject({ opens: timeOfDay, closes: timeOfDay, lunch: z.tuple([timeOfDay, timeOfDay]).optional(), ...provenance })
    .superRefine(demandProvenance),
})

/** The office file: one entry an office, its key the name used by the steps. */
export const OFFICES_SCHEMA = z.record(id, office)

export type Procedure = z.infer<typeof PROCEDURE_SCHEMA>
export type Step = Procedure['steps'][number]
export type Office = z.infer<typeof office> & { readonly id: string }
export type Figure = Step['minutes']
