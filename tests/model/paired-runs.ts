/**
 * Runs of a pair for tests of cause and effect. The choice of place is off, neither neighbours nor money received move anybody to enrol, and
 * money never runs out unless the pair is about it, so that what differs between two runs is the work of the one rule that differs.
 */
import { yearOf } from '../../src/kernel/calendar.ts'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { smallCounty } from './small-county.ts'

const mechanisms = {
  facility_choice: false,
  neighbour_effect: false,
  cash_limit: false,
}

type Change = NonNullable<Parameters<typeof smallCounty>[0]>
export type Policy = Record<string, unknown>
export const county = (change: Change = {}, policy: Policy = {}) =>
  smallCounty({ ...change, mechanisms: { ...mechanisms, ...change.mechanisms } }, { 'enrolment.experience_response': 0, ...policy })

/** A run with everybody followed: the record, and the events of the kinds asked for. */
export function told(kinds: RegExp, change: Change, policy: Policy = {}): { record: CountyRecord; events: TraceEvent[] } {
  const events: TraceEvent[] = []
  const tell = (event: TraceEvent) => {
    if (kinds.test(event.kind)) events.push(event)
  }
  const record = county(change, policy).run({ follow: { everyone: true, tell } })
  return { record, events }
}

/** A hospital bill and the claim made for it. */
export const CLAIMS = /^(benefit\.settled|claim\.(submitted|returned|refused|given_up|approved))$/

export const amount = (event: TraceEvent, label: string) => event.amounts?.find((one) => one.id === label)?.fen ?? 0
export const add = (sums: Map<string, number>, key: string, fen: number) => sums.set(key, (sums.get(key) ?? 0) + fen)

/** The sums of a year that bear one of these names, or are parts of them. */
export function sumsOf(record: CountyRecord, year: number, names: readonly string[]): Record<string, number> {
  const sums = record.years.find((one) => one.year === year)?.sums ?? {}
  return Object.fromEntries(Object.entries(sums).filter(([name]) => names.some((one) => name === one || name.startsWith(`${one}.`))))
}

/** What members are entitled to and receive, and what becomes of their claims. */
export const PAYOUTS = [
  'reimbursed',
  'entitled',
  'claims_submitted',
  'claims_approved',
  'claims_given_up',
  'claims_late',
  'claims_unfiled',
  'claims_unfiled_amount',
]

/** Days after discharge by which 90 of 100 paid manual claims are paid, and the mean of them. */
export function waits(record: CountyRecord, year: number): { p90: number; mean: number } {
  const counts = record.years.find((one) => one.year === year)?.claimDays ?? []
  const all = counts.reduce((total, count) => total + count, 0)
  let paid = 0
  return {
    p90: counts.findIndex((count) => (paid += count) >= 0.9 * all),
    mean: counts.reduce((total, count, days) => total + count * days, 0) / all,
  }
}

export interface Claim {
  year: number
  fen: number
  /** from discharge to the first submission */
  days: number
  returned: boolean
  end: 'approved' | 'refused' | 'given_up' | undefined
}

/** Every manual claim of a stay, by person and number, with what became of it. */
export function claimsOf(events: readonly TraceEvent[]): Map<string, Claim> {
  const name = (event: TraceEvent) => `${event.person}/${event.facts?.claim}`
  const discharged = new Map(events.filter(({ kind }) => kind === 'benefit.settled').map((event) => [name(event), event.day]))
  const claims = new Map<string, Claim>()
  for (const event of events) {
    if (event.kind !== 'claim.submitted') continue
    const day = discharged.get(name(event)) as number
    claims.set(name(event), { year: yearOf(day), fen: amount(event, 'benefit'), days: event.day - day, returned: false, end: undefined })
  }
  for (const event of events) {
    const claim = claims.get(name(event))
    if (claim && event.kind === 'claim.returned') claim.returned = true
    if (claim && event.kind === 'claim.approved') claim.end = 'approved'
    if (claim && event.kind === 'claim.refused') claim.end = 'refused'
    if (claim && event.kind === 'claim.given_up') claim.end = 'given_up'
  }
  return claims
}

export const fenOf = (claims: readonly Claim[]) => claims.reduce((total, { fen }) => total + fen, 0)
