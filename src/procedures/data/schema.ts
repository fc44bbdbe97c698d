/**
 * The form of a procedure file and of the office file, strict: an unknown key is a fault.
 * A procedure is who asks, under which conditions, with which papers, at which offices one after the other, and what comes of it.
 */
import { z } from 'zod'
import { EFFECTS, type Effect, USES } from './effects.ts'
import { dates, demandProvenance, figure, provenance, season, spanOfDays } from './figure.ts'

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name in small letters, digits and underscores')
const zh = z.string().min(1)
const en = z.string().min(1)
const document = z.string().regex(/^\d{3}_[0-9a-f]{16}\.txt$/, 'the file name of a source document')
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day as HH:MM')

/** Where papers are handled; the last three are not agencies of the scheme. */
const OFFICE_KINDS = ['village', 'township', 'county', 'hospital', 'online', 'finance_bureau', 'bank', 'insurer'] as const

/** What may be true of an applicant, and is for the caller to say; one bit each, in this order. */
export const CIRCUMSTANCES = [
  'registered_here',
  'lives_here',
  'no_other_insurance',
  'aged_16',
  'enrolled',
  'designated_hospital',
  'by_agent',
] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

const paper = z.strictObject({
  id,
  zh,
  en,
  document: document.optional(),
  missing: figure('share'),
  /** brought, but of a kind that is refused: an account of the wrong bank, a copy without the original */
  wrong_kind: z.strictObject({ zh, en, share: figure('share') }).optional(),
  /** asked only when somebody else comes in the applicant's place */
  asked_of: z.enum(['agent']).optional(),
})

const onFault = z.strictObject({ back_to: id, after: spanOfDays, give_up: figure('share') })

const step = z.strictObject({
  id,
  zh,
  en,
  office: id,
  /** another office for some kinds of case */
  office_by_variant: z.record(id, id).optional(),
  document: document.optional(),
  minutes: figure('minutes'),
  /** further staff time for each member of a household or each entry of a village's list */
  minutes_each: figure('minutes_each').optional(),
  working_days: figure('working_days'),
  /** other fixed days for some kinds of case, by the id of the variant */
  working_days_by_variant: z.record(id, figure('working_days')).optional(),
  checks: z.array(id).optional(),
  /** chance that the review finds a fault other than a missing paper, once a case */
  faulty: figure('share').optional(),
  /** what a fault of the review leads to; `back` (as a missing paper does) when left out */
  if_faulty: z.enum(['back', 'refuse']).optional(),
  on_fault: onFault.optional(),
  /** cases wait here until a day of the year, or until so many have come, and leave together */
  gathers: z.strictObject({ until: dates, full: figure('full').optional() }).optional(),
  /** done after the deadline, the case is late; without any such step only the first submission counts */
  by_deadline: z.boolean().optional(),
  effect: z.enum(Object.keys(EFFECTS) as Effect[]),
  grants: z.enum(['certificate', 'card']).optional(),
  takes_effect: z.enum(['at_once', 'next_day', 'next_scheme_year']).optional(),
})

export const PROCEDURE_SCHEMA = z.strictObject({
  id,
  zh,
  en,
  documents: z.array(document).min(1),
  /** where the model uses it */
  purpose: z.enum(USES),
  /** number of the procedure among the draws: its own, so that no two procedures share any luck */
  draws: z.number().int().min(0).max(999),
  applicant: z.enum(['person', 'household', 'village']),
  eligibility: z
    .array(
      z.strictObject({
        circumstance: z.enum(CIRCUMSTANCES),
        zh,
        en,
        applies: z.boolean(),
        document: document.optional(),
        reason: z.string().min(1),
      }),
    )
    .optional(),
  /** kinds of case that differ only in fixed days; the first is the ordinary one */
  variants: z.array(z.strictObject({ id, zh, en })).min(1).max(16).optional(),
  /** the part of the year in which cases are taken in; who comes before waits for it */
  window: season.optional(),
  /** last day of the first submission, in days after an event (for a claim: discharge) */
  deadline: figure('deadline').optional(),
  counted_from: z.strictObject({ zh, en }).optional(),
  /** share of those with a choice of office who choose this procedure */
  chosen: figure('share').optional(),
  /** share of cases that somebody else brings */
  agent: figure('share').optional(),
  papers: z.array(paper).max(31),
  steps: z.array(step).min(1).max(16),
})

/** Full-time posts: `per_100k_persons` grows with the county, `persons` is the number itself. */
const staffed = { staff: figure('staff'), staff_unit: z.enum(['per_100k_persons', 'persons']) }

const office = z.strictObject({
  zh,
  en,
  kind: z.enum(OFFICE_KINDS),
  document: document.optional(),
  ...staffed,
  hours: z
    .strictObject({ opens: timeOfDay, closes: timeOfDay, lunch: z.tuple([timeOfDay, timeOfDay]).optional(), ...provenance })
    .superRefine(demandProvenance),
  /** open on weekends and holidays too */
  every_day: z.boolean().optional(),
  /** windows of their own for some procedures (分工); the staff above takes the rest */
  windows: z
    .array(z.strictObject({ id, zh, en, document: document.optional(), ...staffed, takes: z.array(id).min(1) }))
    .min(1)
    .optional(),
})

/** The office file: one entry an office, its key the name used by the steps. */
export const OFFICES_SCHEMA = z.record(id, office)

/** `every_day`: whether the step's office is open on weekends and holidays, by variant; added when the files are read together. */
export type Step = z.infer<typeof step> & { readonly every_day?: readonly boolean[] }
export type Procedure = Omit<z.infer<typeof PROCEDURE_SCHEMA>, 'steps'> & { readonly steps: readonly Step[] }
export type Paper = z.infer<typeof paper>
export type Office = z.infer<typeof office> & { readonly id: string }
export type Figure = Step['minutes']
