/**
 * 参合登记 Registration (seed documents 001, in a street 000): the household's papers go from the village to the township's review, and the
 * certificate is sealed on a day: one person, one certificate, one code. The way is a procedure of data/procedures, walked in working days.
 * 居民参保登记 Resident insurance (002) has two ways of its own: registration by the villagers' group with a notice of payment, and application.
 */
import type { Day, WorkCalendar } from '../../kernel/calendar.ts'
import { CHANNELS } from '../../population/places.ts'
import type { Procedure, Step } from '../../procedures/data/schema.ts'
import { type CaseKey, isInOrder, type Mishaps, mishapsOf, planOf } from '../../procedures/plan.ts'
import { type Walk, walkThrough } from '../../procedures/walk.ts'

/** By which procedure households are registered: `enrolment.registration` of the law. */
export const REGISTRATIONS = ['cooperative', 'resident_notice', 'resident_application'] as const
export type RegistrationRule = (typeof REGISTRATIONS)[number]

/** Every way of registration: a procedure, and the place at which it is gone through where there are several. */
export const WAYS = [
  ['cooperative_enrolment', ''],
  ['street_enrolment', ''],
  ['resident_notice_of_payment', 'bank'],
  ['resident_notice_of_payment', 'village'],
  ['resident_notice_of_payment', 'service_centre'],
  ['resident_notice_of_payment', 'online'],
  ['resident_application', 'county_centre'],
  ['resident_application', 'service_point'],
] as const

const wayAt = (procedure: string, variant: string) => WAYS.findIndex(([id, at]) => id === procedure && at === variant)
const STREET = wayAt('street_enrolment', '')
const ATTENDED = { township_office: 'service_centre', service_centre: 'service_centre', bank: 'bank', online: 'online' } as const
const NOTICE = CHANNELS.map((channel) =>
  wayAt('resident_notice_of_payment', channel in ATTENDED ? ATTENDED[channel as keyof typeof ATTENDED] : 'village'),
)
const AT_COUNTY = wayAt('resident_application', 'county_centre')
const AT_SERVICE_POINT = wayAt('resident_application', 'service_point')

/**
 * The way of a household whose village pays by `channel` (index of CHANNELS). Where cadres, collective or community collect, a notice is paid
 * at the committee; `atCounty`: whether it would rather apply at the county office.
 */
export function wayOf(rule: RegistrationRule, street: boolean, channel: number, atCounty: boolean): number {
  if (rule === 'resident_notice') return NOTICE[channel]
  if (rule === 'resident_application') return atCounty ? AT_COUNTY : AT_SERVICE_POINT
  return street ? STREET : 0
}

/** A way laid out for walking. */
interface LaidOut {
  readonly procedure: Procedure
  readonly variant: number
  readonly mishaps: Mishaps
  /** working days that the steps to be done by the last day take */
  readonly lead: number
  /** index of the step at which the premium is paid, -1 where it is paid apart */
  readonly pays: number
}

/** The household that registers, for the scheme year `occasion`; the day it sets out, and the last day of registration. Absolute days. */
interface Registering extends CaseKey {
  readonly start: Day
  readonly deadline: Day
}

export class Registration {
  readonly #calendar: WorkCalendar
  readonly #of: readonly LaidOut[]

  /** Throws RangeError when a procedure of WAYS is not among `procedures`. */
  constructor(procedures: ReadonlyMap<string, Procedure>, calendar: WorkCalendar) {
    this.#calendar = calendar
    this.#of = WAYS.map(([id, at]) => layOut(procedures.get(id), id, at))
  }

  /** The day on which a household sets out that means to be through by `day`: as many working days before, but not before the campaign `opens`. */
  setsOut(way: number, day: Day, opens: Day): Day {
    const calendar = this.#calendar
    const { lead } = this.#of[way]
    if (lead === 0) return day
    let start = day
    while (start > opens && calendar.addWorking(start, lead) > day) start--
    return start
  }

  /** The way of a household that registers and pays on `start`. */
  register(way: number, { keyA, keyB, occasion, start, deadline }: Registering): Walk {
    const { procedure, variant } = this.#of[way]
    return walkThrough(procedure, { keyA, keyB, occasion, start, deadline, calendar: this.#calendar, variant })
  }

  /** Are the household's papers in order? Most are: then its way is that of everybody who sets out on the day. */
  inOrder(way: number, keyA: number, keyB: number, year: number): boolean {
    return isInOrder(this.#of[way].mishaps, { keyA, keyB, occasion: year })
  }

  /** 缴费 The day on which the premium is paid where that is a step of the way; -1 where it is not, or was not reached. */
  paidOn(way: number, { stepDays }: Walk): Day {
    const { pays } = this.#of[way]
    return pays < 0 ? -1 : stepDays[pays]
  }

  procedureOf(way: number): Procedure {
    return this.#of[way].procedure
  }

  /** The office of a step, which may differ with the way. */
  officeOf(way: number, { office, office_by_variant: by }: Step): string {
    return by?.[WAYS[way][1]] ?? office
  }
}

function layOut(procedure: Procedure | undefined, id: string, at: string): LaidOut {
  if (!procedure) throw new RangeError(`there is no procedure ${id}`)
  const found = (procedure.variants ?? []).findIndex((one) => one.id === at)
  const variant = Math.max(0, found)
  const plan = planOf(procedure)
  const toBeDone = procedure.steps.findLastIndex((step) => step.by_deadline) + 1
  return {
    procedure,
    variant,
    mishaps: mishapsOf(plan),
    lead: plan.days.slice(0, toBeDone).reduce((sum, days) => sum + days[variant], 0),
    pays: procedure.steps.findIndex((step) => step.id === 'payment'),
  }
}

/**
 * 盖章 The day on which the certificate is sealed, or the card issued; undefined when the papers were not completed. A notice that is paid
 * is enough where no certificate is issued.
 */
export function sealedOn(walk: Walk): Day | undefined {
  if (walk.outcome !== 'done') return undefined
  return walk.granted >= 0 ? walk.granted : walk.day
}
