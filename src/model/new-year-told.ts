/**
 * 年初变动 What 1 January changes for a person besides cover, told for `explain`: chronic illness that has come with age, who is certified
 * for special diseases, who leaves for work or comes home, who takes up or leaves a job with employee insurance.
 */

import { draw, share } from '../kernel/random.ts'
import { CHRONIC, EMPLOYEE_INSURED } from '../population/person.ts'
import { RESIDENCES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { isCertified } from '../scheme/claims/visits.ts'
import type { County } from '../scheme/county.ts'
import type { TraceDetail } from '../scheme/trace.ts'
import type { Period, YearTerms } from '../scheme/year-terms.ts'

/** What 1 January changes of a person. */
interface Turned {
  readonly traits: number
  readonly residence: number
}

/** Tells what of `p`, aged `age`, was before and is now. */
export function tellTurnOfYear({ people, watch }: County, p: number, age: number, before: Turned, terms: YearTerms): void {
  const now = { traits: people.traits[p], residence: people.residence[p] }
  if (now.traits & ~before.traits & CHRONIC) watch.tell(p, 0, 'illness.chronic', chronicDetail(age, terms))
  const certified = certifiedFrom({ people }, p, terms.periods)
  if (certified) watch.tell(p, certified.from, 'illness.certified', certifiedDetail(certified, terms))
  if (now.residence !== before.residence)
    watch.tell(p, 0, now.residence === 0 ? 'life.came_home' : 'life.left_for_work', movedDetail(before.residence, now.residence, terms))
  if ((now.traits ^ before.traits) & EMPLOYEE_INSURED) {
    const insured = (now.traits & EMPLOYEE_INSURED) !== 0
    watch.tell(p, 0, insured ? 'life.employee_insured' : 'life.employee_insurance_ended', jobDetail(terms))
  }
}

/** How many events the turn of the year is to a person whose traits and residence it changed. */
export function changesTold(before: number, now: number, moved: boolean): number {
  return (now & ~before & CHRONIC ? 1 : 0) + (moved ? 1 : 0) + ((now ^ before) & EMPLOYEE_INSURED ? 1 : 0)
}

/** The first period of the year in which a chronically ill person is certified; undefined when there is none. */
export function certifiedFrom({ people }: Pick<County, 'people'>, p: number, periods: readonly Period[]): Period | undefined {
  const { traits, keyA, keyB } = people
  const rank = share(draw(keyA[p], keyB[p], PURPOSE.certified, 0))
  return periods.find(({ benefit }) => isCertified(traits[p], rank, benefit))
}

function chronicDetail(age: number, { year, vital }: YearTerms): TraceDetail {
  return {
    rule: 'population/demography.ts drawYearOfLife',
    parameters: [{ name: 'illness.chronic_share', value: JSON.stringify(vital.chronicShare) }],
    facts: { year, age },
  }
}

/** Certified from the first day of the year on which special diseases have a cover that takes this person in. */
function certifiedDetail({ benefit }: Period, { year }: YearTerms): TraceDetail {
  return {
    rule: 'scheme/claims/visits.ts isCertified',
    parameters: [{ name: 'benefit.special.share_certified', value: String(benefit.specialShare) }],
    facts: { year },
  }
}

function movedDetail(from: number, to: number, { year, livelihood: rates }: YearTerms): TraceDetail {
  const away = [
    { name: 'livelihood.away_share', value: JSON.stringify(rates.awayShare) },
    { name: 'livelihood.away_other_province_share', value: String(rates.awayOtherProvinceShare) },
  ]
  return {
    rule: 'population/livelihood.ts moveForWork',
    parameters: to === 0 ? [{ name: 'livelihood.return_rate', value: String(rates.returnRate) }] : away,
    facts: { year, from: RESIDENCES[from], to: RESIDENCES[to] },
  }
}

function jobDetail({ year, livelihood: rates }: YearTerms): TraceDetail {
  return {
    rule: 'population/livelihood.ts moveForWork',
    parameters: [{ name: 'livelihood.employee_insured_share', value: String(rates.employeeInsuredShare) }],
    facts: { year },
  }
}
