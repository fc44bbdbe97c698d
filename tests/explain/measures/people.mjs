/** Who is registered, eligible and covered, and what is paid for it: cover, campaigns, premiums, births and deaths. */
import { amountOf, fenOf, yearOf } from './tally.mjs'

const ENROLLED = ['covered', 'certificate_later']
/** Eligible and yet known to the office as insured or serving when it asked: counted with those who did not join. */
const ELSEWHERE = ['employee_insurance', 'in_service']
const PREMIUM_FACTORS = ['0.5', '1', '2']

/** How each kind of event counts; `known`: households by name, who is covered today, the years of households. */
export const PEOPLE = {
  'cover.year': takeYear,
  'cover.begins': (event, known) => known.covered.add(event.person),
  'cover.newborn'(event, known) {
    if (event.facts.cover === 'covered') known.covered.add(event.person)
  },
  'cover.joined_in_year': takeJoined,
  'cover.newborn_joins': (event, known) => joins(event, known, event.facts.year),
  'life.gave_birth': (event, { tally }) => tally.add('births', yearOf(event), ''),
  'life.died': (event, { tally }) => tally.add('deaths', yearOf(event), ''),
  'enrolment.registered': takeDecision,
  'enrolment.declined': takeDecision,
  'enrolment.sent_back': (event, { tally }) => tally.add('enrolment_sent_back', event.facts.year, ''),
  'enrolment.partial_caught'(event, { tally }) {
    tally.add('partial_enrolment_caught', event.facts.year, '')
    if (event.facts.outcome === 'refused') tally.add('partial_enrolment_refused', event.facts.year, '')
  },
  'premium.paid': takePremium,
}

function takeYear({ person, household, facts }, known) {
  const { tally } = known
  const { year, cover, residence } = facts
  known.household(household, { quintile: facts.income_quintile, income: Math.fround(facts.income_to_mean) })
  known.year(household, year).size++
  if (cover === 'covered') known.covered.add(person)
  else known.covered.delete(person)
  tally.add('population', year, '')
  tally.addTo('residents', year, [`residence=${residence}`])
  if (facts.eligible !== 'yes') return
  const isEnrolled = ENROLLED.includes(cover)
  const group = `quintile=${facts.income_quintile}`
  const side = `cover=${isEnrolled ? 'member' : 'non_member'}`
  tally.addTo('eligible', year, [group])
  tally.add('eligible_by_cover', year, side)
  if (facts.chronically_ill === 'yes') tally.add('chronic', year, side)
  if (!isEnrolled) tally.addTo('not_covered', year, [`reason=${ELSEWHERE.includes(cover) ? 'chose_not_to_join' : cover}`])
  if (!isEnrolled) return
  tally.addTo('enrolled', year, [group])
  if (cover === 'certificate_later') tally.add('certificate_later', year, '')
  else if (residence === 'home') tally.add('effectively_covered', year, '')
}

function takeJoined(event, known) {
  known.covered.add(event.person)
  known.tally.addTo('joined_in_year', yearOf(event), [`kind=${event.facts.reason}`])
  joins(event, known, yearOf(event))
}

/** A premium outside the campaign, for the year at hand: the household pays it. */
function joins(event, known, year) {
  const premium = amountOf(event, 'premium')
  known.year(event.household, year).premium += premium
  known.cash(event.day, 'joins', premium)
}

function takeDecision({ facts }, { tally }) {
  if (facts.joins_at === undefined) return
  tally.add('campaign_asked', facts.year, '', facts.members)
  const joinsAt = facts.joins_at.split(', ')
  for (const factor of PREMIUM_FACTORS) if (joinsAt.includes(factor)) tally.add('would_join', facts.year, `factor=${factor}`, facts.members)
}

function takePremium(event, known) {
  const { tally, terms } = known
  const { year, members, channel } = event.facts
  const own = amountOf(event, 'by_household')
  tally.addTo('premiums_paid', year, [`channel=${channel}`], amountOf(event, 'premium'))
  for (const [payer, id] of Object.entries({ individual: 'by_household', collective: 'by_collective', assistance: 'by_assistance' })) {
    known.cash(event.day, `payable:premiums_in_advance_${payer}`, amountOf(event, id))
  }
  tally.add('premium_asked', year, '', amountOf(event, 'premium'))
  tally.add('members_asked', year, '', members)
  const household = known.households.get(event.household)
  // the campaign before the first year is held before anybody's year is told; its year is not reported
  if (!household) return
  const income = Math.round(household.income * fenOf(terms.atCampaign(year)['population.income_per_head'])) * members
  const group = `quintile=${household.quintile}`
  tally.addTo('premiums_of_households', year, [group], own)
  tally.addTo('income_of_households', year, [group], income)
  const paying = known.year(event.household, year)
  paying.premium += own
  paying.campaignPremium += own
  paying.campaignIncome += income
}
