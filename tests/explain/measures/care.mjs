/** Stays, visits, claims and what is paid for them, by place and quintile, and what each household was billed and received. */
import { amountOf, PLACES, QUINTILES, yearOf } from './tally.mjs'

/** How each kind of event counts. */
export const CARE = {
  'benefit.settled': takeStay,
  'benefit.visit': takeVisit,
  'benefit.delivery': (event, known) => takeFixed(event, known, 'inpatient', 'delivery'),
  'benefit.check_up': (event, known) => takeFixed(event, known, 'outpatient', 'check_up'),
  'benefit.account_allotted'(event, known) {
    known.tally.add('household_account_allotted', yearOf(event), '', amountOf(event, 'allotted_to_account'))
  },
  'benefit.second_compensation': takeCompensation,
  'care.discharged_uninsured': (event, known) => takeUninsured(event, known, 'admissions_uninsured'),
  'care.visit_uninsured': (event, known) => takeUninsured(event, known, 'outpatient_visits_uninsured'),
  'care.forgone'({ person, day, facts }, { tally, covered }) {
    if (covered.has(person)) tally.addTo('forgone_admissions', Number(day.slice(0, 4)), [`reason=${facts.reason}`])
  },
  'care.outside_scheme'(event, known) {
    const spent = amountOf(event, 'spent_outside_scheme')
    known.tally.addTo('outside_spending', event.facts.year, [quintileOf(event, known)], spent)
    known.year(event.household, event.facts.year).billed += spent
  },
  'cover.stay_begun_before': (event, { tally }) => tally.add('stays_begun_before_cover', yearOf(event), ''),
  'claim.settled_with_card': takeCard,
  'claim.never_filed': (event, known) => known.tally.add('claims_unfiled', claimOf(event, known).year, ''),
  'claim.submitted': takeSubmitted,
  'claim.returned': takeReturned,
  'claim.refused'(event, known) {
    const claim = finished(event, known)
    known.atDesks(event.day, -1)
    if (event.facts.reason === 'late') known.tally.add('claims_late', claim.year, '')
  },
  'claim.given_up'(event, known) {
    known.atDesks(event.day, -1)
    finished(event, known)
  },
  'claim.approved': takeApproved,
  'claim.paid': takePaid,
  'critical_illness.entitled': takeHighCost,
  'critical_illness.never_filed'(event, known) {
    takeHighCost(event, known)
    known.tally.add('critical_illness_unfiled', event.facts.year, '')
  },
  'assistance.paid'(event, known) {
    const paid = amountOf(event, 'paid_by_assistance')
    known.tally.add('assisted_patients', event.facts.year, '')
    known.tally.addTo('reimbursed.assistance', event.facts.year, [quintileOf(event, known)], paid)
    known.year(event.household, event.facts.year).received += paid
  },
  'second.submitted'(event, known) {
    known.tally.add('second_claims_submitted', illnessYear(event), '')
    known.atDesks(event.day, 1)
  },
  'second.returned'(event, known) {
    if (isFirst(event, known)) known.tally.add('second_claims_returned', illnessYear(event), '')
  },
  'second.refused': (event, known) => endSecond(event, known, 'second_claims_refused'),
  'second.given_up': (event, known) => endSecond(event, known, 'second_claims_given_up'),
  'second.approved'(event, known) {
    const year = illnessYear(event)
    known.tally.add('second_claims_approved', year, '')
    known.tally.addTo('reimbursed.critical_illness', year, [quintileOf(event, known)], amountOf(event, 'benefit'))
    known.tally.add('insurer_paid', year, `in=${yearOf(event)}`, amountOf(event, 'benefit'))
  },
  'second.paid'(event, known) {
    known.atDesks(event.day, -1)
    known.year(event.household, illnessYear(event)).received += amountOf(event, 'benefit')
  },
}

const quintileOf = ({ household }, known) => `quintile=${known.households.get(household).quintile}`
const groupsOf = (event, known) => [`place=${event.facts.place}`, quintileOf(event, known)]
const claimOf = ({ person, facts }, known) => known.claims.get(`${person}/${facts.claim}`)
const illnessYear = ({ facts }) => Number(facts.claim.split('-')[0])

function endSecond(event, known, measure) {
  known.tally.add(measure, illnessYear(event), '')
  known.atDesks(event.day, -1)
}

function takeStay(event, known) {
  const { tally } = known
  const { facts, person, day } = event
  const year = yearOf(event)
  const groups = groupsOf(event, known)
  const paid = amountOf(event, 'paid_by_fund')
  const above = amountOf(event, 'eligible') - amountOf(event, 'deductible')
  const counts = facts.counts_in_the_year === 'yes'
  tally.addTo('admissions', year, groups)
  tally.addTo('cost.inpatient', year, groups, amountOf(event, 'bill'))
  tally.addTo('in_policy_cost', year, groups, above)
  if (counts) tally.addTo('in_policy_paid', year, groups, Math.min(paid, above))
  known.year(event.household, year).billed += amountOf(event, 'bill')
  known.claims.set(`${person}/${facts.claim}`, { year, groups, discharged: day, benefit: paid, household: event.household })
  if (facts.designated !== 'yes') {
    tally.add('admissions_undesignated', year, '')
    return
  }
  if (facts.listed === 'yes') tally.add('admissions_listed', year, '')
  const earned = Math.max(...['at_rate', 'guaranteed_minimum', 'as_listed_disease'].map((id) => amountOf(event, id)))
  if (earned > amountOf(event, 'ceiling_left')) tally.add('admissions_at_ceiling', year, '')
  if (counts) tally.add('stay_borne', year, groups.join('|'), Math.max(0, above - paid))
}

/** A benefit of a stay has been settled: it counts for the year of discharge. */
function reimburse(claim, { tally }) {
  tally.addTo('reimbursed.inpatient', claim.year, claim.groups, claim.benefit)
  tally.addTo('benefit_episodes', claim.year, ['kind=inpatient'])
}

function takeCard(event, known) {
  const claim = claimOf(event, known)
  reimburse(claim, known)
  known.year(claim.household, claim.year).received += claim.benefit
  known.cash(event.day, 'stays', claim.benefit)
}

function takeSubmitted(event, known) {
  const claim = claimOf(event, known)
  claim.isByHand = true
  known.atDesks(event.day, 1)
  known.tally.add('claims_submitted', claim.year, '')
  if (event.facts.office === 'county_centre') known.tally.add('claims_at_county', claim.year, '')
}

/** Is this the first time that the claim is sent back? */
function isFirst({ person, facts }, known) {
  const key = `${person}/${facts.claim}`
  if (known.returned.has(key)) return false
  known.returned.add(key)
  return true
}

function takeReturned(event, known) {
  if (isFirst(event, known)) known.tally.add('claims_returned', claimOf(event, known).year, '')
}

/** No more is to come of it. */
function finished(event, known) {
  const claim = claimOf(event, known)
  claim.decided = event.day
  return claim
}

function takeApproved(event, known) {
  const claim = finished(event, known)
  claim.approved = event.day
  reimburse(claim, known)
  known.cash(event.day, 'approved', claim.benefit)
}

function takePaid(event, known) {
  const claim = claimOf(event, known)
  claim.paid = event.day
  known.year(claim.household, claim.year).received += claim.benefit
  known.tally.add('claims_paid', claim.year, '')
  known.tally.add('claim_days', claim.year, '', event.facts.days_since_discharge)
  known.waited(event.day, event.facts.waited_for_cash ?? 0)
  known.daysOf(claim.year).push(event.facts.days_since_discharge)
  known.cash(event.day, 'claims', claim.benefit)
  known.paidAfter(event.day, event.facts.days_since_discharge)
  known.atDesks(event.day, -1)
}

function takeVisit(event, known) {
  const { tally } = known
  const year = yearOf(event)
  const groups = groupsOf(event, known)
  const paid = amountOf(event, 'paid_by_fund')
  const fromPool = amountOf(event, 'paid_from_pool')
  tally.addTo('outpatient_visits', year, groups)
  tally.addTo('cost.outpatient', year, groups, amountOf(event, 'bill'))
  tally.addTo('reimbursed.outpatient', year, groups, paid)
  tally.add('household_account_spent', year, '', amountOf(event, 'paid_from_account'))
  if (paid > 0) tally.addTo('benefit_episodes', year, ['kind=outpatient'])
  if (event.facts.regime === 'special_disease' && fromPool > 0) tally.add('special_visits', year, '')
  carry(event, known, year, paid)
  known.cash(event.day, 'visits', paid)
}

/** `benefit`: the kind of episode it counts as, if any. */
function takeFixed(event, known, kind, benefit) {
  const { tally } = known
  const year = yearOf(event)
  const groups = groupsOf(event, known)
  const paid = amountOf(event, 'paid_by_fund')
  tally.addTo(`cost.${kind}`, year, groups, amountOf(event, 'bill'))
  tally.addTo(`reimbursed.${kind}`, year, groups, paid)
  if (benefit) tally.addTo('benefit_episodes', year, [`kind=${benefit}`])
  carry(event, known, year, paid)
  known.cash(event.day, kind === 'inpatient' ? 'stays' : 'visits', paid)
}

function carry(event, known, year, paid) {
  const household = known.year(event.household, year)
  household.billed += amountOf(event, 'bill')
  household.received += paid
}

function takeUninsured(event, known, measure) {
  const year = yearOf(event)
  known.tally.add(measure, year, '')
  known.tally.add('cost.uninsured', year, '', amountOf(event, 'bill'))
  known.year(event.household, year).billed += amountOf(event, 'bill')
}

function takeHighCost(event, known) {
  known.tally.add('critical_illness_patients', event.facts.year, '')
  known.tally.add('critical_illness_entitled', event.facts.year, '', amountOf(event, 'owed_by_insurer'))
}

function takeCompensation(event, known) {
  const year = yearOf(event)
  const paid = amountOf(event, 'second_compensation')
  known.tally.add('second_compensation', year, '', paid)
  known.tally.add('second_compensation_persons', year, '')
  known.tally.addTo('compensated', year, [quintileOf(event, known)], paid)
  known.year(event.household, year).received += paid
}

/** Second compensation of a quintile is counted to the places as the cost borne there was, whole fen, what is over to the first of them. */
export function closeCare({ tally }, year) {
  for (const quintile of QUINTILES.map((q) => `quintile=${q}`)) {
    const part = tally.of('compensated', year, quintile)
    const borne = PLACES.map((place) => tally.of('stay_borne', year, `place=${place}|${quintile}`))
    const all = borne.reduce((sum, one) => sum + one, 0)
    if (part === 0) continue
    const parts = borne.map((one) => Number((BigInt(part) * BigInt(one)) / BigInt(all)))
    let over = part - parts.reduce((sum, one) => sum + one, 0)
    PLACES.forEach((place, i) => {
      const more = borne[i] > 0 && over > 0 ? 1 : 0
      over -= more
      tally.add('reimbursed.inpatient', year, `place=${place}`, parts[i] + more)
    })
    tally.add('reimbursed.inpatient', year, quintile, part)
    tally.add('reimbursed.inpatient', year, '', part)
  }
}
