import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../../src/scheme/record.ts'
import { smallCounty, sum } from '../../model/small-county.ts'
import { large } from '../../size.ts'

const mechanisms = { facility_choice: { inpatient: 'county_hospital', outpatient: 'village_clinic' }, enrolment_choice: false } as const
const policy = { 'claims.card_share.county_hospital': 1, 'care.undesignated_share.county_hospital': 0 }

/** The claims by hand and the cards left at home of a county in which the hospital settles every bill with the card. */
function atTheWindow(missing: number, offices = true) {
  const procedures = { 'claim_at_hospital.papers.card.missing': missing, 'claim_at_hospital.steps.settlement.on_fault.give_up': 1 }
  const county = smallCounty(
    { persons: large(6000), mechanisms: { ...mechanisms, offices, enrolment_procedure: false }, procedures },
    policy,
  )
  const events: TraceEvent[] = []
  const record = county.run({ follow: { everyone: true, tell: (event) => event.kind.startsWith('claim.') && events.push(event) } })
  const byHand = [2012, 2013, 2014].reduce(
    (all, year) => all + sum(record, year, 'claims_submitted') + sum(record, year, 'claims_unfiled'),
    0,
  )
  return { byHand, events }
}

describe('the settlement window of the hospital', () => {
  it('settles every bill while card and identity are at hand', () => {
    expect(atTheWindow(1, false).byHand).toBe(0)
  })

  it('sends whoever left the card at home, and does not fetch it, to claim by hand', () => {
    const [few, many] = [atTheWindow(0), atTheWindow(0.3)]
    expect(many.byHand).toBeGreaterThan(few.byHand + large(100))
    const sent = many.events.filter(({ kind, facts }) => kind === 'claim.card_missing' && facts?.missing === 'card')
    const claims = new Set(
      many.events.filter(({ kind }) => kind !== 'claim.card_missing').map(({ person, facts }) => `${person} ${facts?.claim}`),
    )
    expect(sent.length).toBeGreaterThan(large(100))
    expect(sent.map(({ person, facts }) => `${person} ${facts?.claim}`).filter((claim) => !claims.has(claim))).toEqual([])
  })
})
