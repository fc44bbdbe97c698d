/** The books of a small county, for tests and cases of what is claimed, spent and closed. */
import { parseDay } from '../../../src/kernel/calendar.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import type { Overrides } from '../../../src/policy/law.ts'
import { peopleToWrite } from '../../../src/population/person.ts'
import { PLACES } from '../../../src/population/places.ts'
import { CLAIM_DAYS } from '../../../src/scheme/claims/claims-office.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { Treasury } from '../../../src/scheme/fund/treasury.ts'
import type { YearClose } from '../../../src/scheme/fund/year-close.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { Terms } from '../../../src/scheme/year-terms.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'
import { THE_ORDINARY_WAY } from '../claims/ordinary-way.ts'

const day = (text: string) => parseDay(text) as number

interface Books {
  /** parameters of the law that the case sets */
  readonly rules?: Overrides
  /** yuan in reserve, and premiums paid in advance, on the day on which the books are opened: 1 January of `from` */
  readonly reserve?: number
  readonly premiums?: number
  readonly from?: number
}

/** The treasury of a county without offices, where nobody waits for cash. */
export function treasury({ rules = {}, reserve = 0, premiums = 0, from = 2012 }: Books = {}) {
  const { settings, data } = smallCounty({ mechanisms: { offices: false, cash_limit: false }, procedures: THE_ORDINARY_WAY })
  const sums = new Map<number, Float64Array>()
  const waits = new Map<number, Float64Array>()
  const of = (map: Map<number, Float64Array>, size: number) => (year: number) => {
    const found = map.get(year) ?? new Float64Array(size)
    map.set(year, found)
    return found
  }
  const told: string[] = []
  const received: number[] = []
  const sumsOf = of(sums, SUMS.size)
  const claimDaysOf = of(waits, CLAIM_DAYS)
  const none = () => undefined
  const watch: Watch = {
    person: 0,
    household: 0,
    wholeHousehold: true,
    everyone: true,
    events: 0,
    tell: none,
    tellOn: none,
    tellHousehold: none,
  }
  watch.tellOn = (_, __, kind) => told.push(kind)
  const county = layOutCounty(settings, data, { persons: 8, households: 1, villages: 1, townships: 1, slots: 1 }, watch)
  const { keyA, keyB } = peopleToWrite(county.people)
  keyA.forEach((_, person, keys) => {
    keys[person] = person
  })
  keyB.fill(11)
  const office = new Treasury(county, {
    insured: 4000,
    sumsOf,
    claimDaysOf,
    received: (_, fen) => received.push(fen),
    shareSurplus: () => new Float64Array(0),
  })
  const terms = new Terms(settings, projectLaw().with(rules), data)
  office.openBooks(day(`${from}-01-01`), fenOf(reserve), [fenOf(premiums), 0, 0])
  const year = (y: number, enrolled = 0) => {
    office.openYear({ year: y, enrolled, enrolledLastYear: enrolled, newbornPremiums: 0 }, terms.of(y).fund)
    office.runUntil(day(`${y}-01-01`), day(`${y}-12-31`))
    return office.closeYear()
  }
  const submit = (dischargeDay: string, submitDay: string, fen: number, person = 7) =>
    office.submit({
      person,
      place: PLACES.indexOf('county_hospital'),
      dischargeDay: day(dischargeDay),
      submitDay: day(submitDay),
      fen,
      occasion: 1,
    })
  return { office, year, submit, sumsOf, claimDaysOf, told, received }
}

/** fen of an account of expenditure in a year that was closed */
export const spent = ({ turnover }: Pick<YearClose, 'turnover'>, use: 'inpatient' | 'critical_illness' = 'inpatient') => {
  const row = turnover.find(({ account }) => account === `expenditure:${use}`)
  return (row?.debitFen ?? 0) - (row?.creditFen ?? 0)
}
