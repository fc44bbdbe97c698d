/**
 * 年初变动 What 1 January changes for a person besides cover, told for `explain`: chronic illness that has come with age, who is certified
 * for special diseases, who leaves for work or comes home, who takes up or leaves a job with employee insurance.
 */

import { draw, share } from '../kernel/random.ts'
import { createYearOfLife, type YearOfLife } from '../population/demography.ts'
import { createMovesForWork, drawWorkAndSpending } from '../population/livelihood.ts'
import { CHRONIC, EMPLOYEE_INSURED, type People } from '../population/person.ts'
import { RESIDENCES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Watch } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'

export function createTurnOfYear(people: People, { demography, livelihood }: ModelSettings['mechanisms'], watch: Watch) {
  const { traits, residence, keyA, keyB } = people
  const drawYearOfLife = createYearOfLife(people)
  const moveForWork = createMovesForWork(people)
  const life: YearOfLife = { deathDay: -1, birthDay: -1 }

  /**
   * For somebody followed, aged `age`, before the year begins for him: all draws are fixed, so the year is entered on trial, what it changes
   * is told, and everything is put back as it was.
   */
  function tell(p: number, age: number, terms: YearTerms): void {
    const [traitsBefore, residenceBefore] = [traits[p], residence[p]]
    if (demography) drawYearOfLife(p, terms.year, age, terms.vital, life)
    const work = drawWorkAndSpending(people, p, terms.year)
    if (livelihood) moveForWork(p, terms.year, age, demography ? age + 1 : age, terms.livelihood, work)
    const [traitsNow, residenceNow] = [traits[p], residence[p]]
    traits[p] = traitsBefore
    residence[p] = residenceBefore
    if (traitsNow & ~traitsBefore & CHRONIC) tellChronic(p, age, terms)
    if (traitsNow & CHRONIC) tellCertified(p, terms)
    if (residenceNow !== residenceBefore) tellMoved(p, residenceBefore, residenceNow, terms)
    if ((traitsNow ^ traitsBefore) & EMPLOYEE_INSURED) tellJob(p, (traitsNow & EMPLOYEE_INSURED) !== 0, terms)
  }

  function tellChronic(p: number, age: number, { year, vital }: YearTerms): void {
    watch.tell(p, 0, 'illness.chronic', {
      rule: 'population/demography.ts drawYearOfLife',
      parameters: [{ name: 'illness.chronic_share', value: JSON.stringify(vital.chronicShare) }],
      facts: { year, age },
    })
  }

  /** The first period of the year in which a chronically ill person is certified; undefined when there is none. */
  function certifiedFrom(p: number, { periods }: Pick<YearTerms, 'periods'>) {
    const word = share(draw(keyA[p], keyB[p], PURPOSE.certified, 0))
    return periods.find(({ benefit }) => word < benefit.specialShare)
  }

  /** 慢性病鉴定 Certified from the first day of the year on which special diseases have a cover that takes this person in. */
  function tellCertified(p: number, { year, periods }: YearTerms): void {
    const first = certifiedFrom(p, { periods })
    if (!first) return
    watch.tell(p, first.from, 'illness.certified', {
      rule: 'scheme/claims/visits.ts certified',
      parameters: [{ name: 'benefit.special.share_certified', value: String(first.benefit.specialShare) }],
      facts: { year },
    })
  }

  function tellMoved(p: number, from: number, to: number, { year, livelihood: rates }: YearTerms): void {
    watch.tell(p, 0, to === 0 ? 'life.came_home' : 'life.left_for_work', {
      rule: 'population/livelihood.ts moveForWork',
      parameters:
        to === 0
          ? [{ name: 'livelihood.return_rate', value: String(rates.returnRate) }]
          : [
              { name: 'livelihood.away_share', value: JSON.stringify(rates.awayShare) },
              { name: 'livelihood.away_other_province_share', value: String(rates.awayOtherProvinceShare) },
            ],
      facts: { year, from: RESIDENCES[from], to: RESIDENCES[to] },
    })
  }

  function tellJob(p: number, insured: boolean, { year, livelihood: rates }: YearTerms): void {
    watch.tell(p, 0, insured ? 'life.employee_insured' : 'life.employee_insurance_ended', {
      rule: 'population/livelihood.ts moveForWork',
      parameters: [{ name: 'livelihood.employee_insured_share', value: String(rates.employeeInsuredShare) }],
      facts: { year },
    })
  }

  return { tell, certifiedFrom }
}

/** How many events the turn of the year is to a person whose traits and residence it changed. */
export function changesTold(before: number, now: number, moved: boolean): number {
  return (now & ~before & CHRONIC ? 1 : 0) + (moved ? 1 : 0) + ((now ^ before) & EMPLOYEE_INSURED ? 1 : 0)
}
