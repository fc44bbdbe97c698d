/** Every measure of annual.csv worked out from events and the law, and held against the run, row by row, to the last printed digit. */
import { closeCare } from './care.mjs'
import { fund } from './fund.mjs'
import { Known } from './known.mjs'
import { protection } from './protection.mjs'
import { RATIOS } from './ratios.mjs'
import { fenOf } from './tally.mjs'

/** Sums that stand in the table as they are counted. */
const COUNTS = [
  ...['population', 'residents', 'eligible', 'enrolled', 'not_covered', 'certificate_later', 'joined_in_year', 'births', 'deaths'],
  ...['enrolment_sent_back', 'partial_enrolment_caught', 'partial_enrolment_refused', 'premiums_paid'],
  ...['outpatient_visits', 'cost.outpatient', 'reimbursed.outpatient', 'admissions', 'cost.inpatient', 'reimbursed.inpatient'],
  ...['admissions_uninsured', 'outpatient_visits_uninsured', 'cost.uninsured', 'outside_spending', 'forgone_admissions'],
  ...['admissions_undesignated', 'admissions_listed', 'admissions_at_ceiling', 'special_visits', 'stays_begun_before_cover'],
  ...['benefit_episodes', 'household_account_allotted', 'household_account_spent', 'second_compensation', 'second_compensation_persons'],
  ...['claims_submitted', 'claims_at_county', 'reimbursed.critical_illness', 'reimbursed.assistance', 'assisted_patients'],
  ...['critical_illness_patients', 'critical_illness_entitled', 'critical_illness_unfiled'],
  ...['submitted', 'returned', 'refused', 'given_up', 'approved'].map((step) => `second_claims_${step}`),
]

/** Terms as they are written by the test: values of the law by year. */
function readable({ first, last, region, cashLimit, premiumByGroup, years, campaigns }) {
  return { first, last, region, cashLimit, premiumByGroup, of: (year) => years[year] ?? {}, atCampaign: (year) => campaigns[year] ?? {} }
}

export class Measures {
  #known
  #values = new Map()
  /** measures that are worked out in yuan; all other money is in fen */
  #inYuan = new Set()
  /** of monthly.csv, and of ledger.csv: fen, claims, days */
  months = []
  accounts = []

  constructor(terms) {
    this.#known = new Known(readable(terms))
  }

  take(event) {
    this.#known.take(event)
  }

  /** All is told: what is made of it. */
  close() {
    const known = this.#known
    const { first, last } = known.terms
    const put = (measure, group, year, value) => this.#values.set(`${measure}|${group}|${year}`, value)
    fund(known, put, {
      month: (measure, year, month, value) => this.months.push({ measure, year, month, value }),
      account: (year, account, debits, credits) => this.accounts.push({ year, account, debits, credits }),
    })
    for (let year = first; year <= last; year++) {
      closeCare(known, year)
      const law = known.terms.of(year)
      put('premium_standard', '', year, fenOf(law['premium.individual']))
      put('subsidy_standard', '', year, fenOf(law['subsidy.standard']))
      protection(known, year, (measure, group, value) => {
        this.#inYuan.add(measure)
        put(measure, group, year, value)
      })
      const of = (measure, group) => this.#values.get(`${measure}|${group}|${year}`) ?? known.tally.of(measure, year, group)
      for (const [measure, ratio] of Object.entries(RATIOS))
        for (const [group, value] of ratio(of, known, year)) put(measure, group, year, value)
    }
  }

  /** Of a row of annual.csv; undefined where no measure of that name is worked out here. */
  of(measure, group, year) {
    if (COUNTS.includes(measure)) return this.#known.tally.of(measure, year, group)
    return this.#values.get(`${measure}|${group}|${year}`)
  }

  isInYuan(measure) {
    return this.#inYuan.has(measure)
  }

  /** What should stand in the table: all that has a value other than nothing, as `measure|group|year`. */
  *rows() {
    for (const [key, value] of this.#values) if (Number.isFinite(value) && value !== 0) yield key
    for (const [key, value] of this.#known.tally.all()) if (COUNTS.includes(key.split('|')[0]) && value !== 0) yield key
  }

  /** What `burden.year` says of a household, and what the events add up to. */
  *burdens() {
    for (const { household, facts, amounts } of this.#known.burdens) {
      const own = this.#known.year(household, facts.year)
      const told = Object.fromEntries(amounts.map(({ id, fen }) => [id, fen]))
      for (const [what, one, other] of [
        ['members', facts.members, own.size],
        ['billed', told.billed_in_year, own.billed],
        ['received', told.received_in_year, own.received],
        ['premium', told.premiums_of_household, own.premium],
      ])
        if (one !== other) yield `${household} in ${facts.year}: ${what} is ${one}, worked out ${other}`
    }
  }
}
