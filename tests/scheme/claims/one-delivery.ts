/** One delivery at the county hospital or one check-up at the township, for cases of fixed amounts: a household of a mother and her newborn. Yuan. */
import { yearStart } from '../../../src/kernel/calendar.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import { draw, secondWord } from '../../../src/kernel/random.ts'
import { ALIVE, peopleToWrite } from '../../../src/population/person.ts'
import { PURPOSE } from '../../../src/population/purposes.ts'
import { FixedAmounts, type FixedAmountTerms, fixedAmountTerms } from '../../../src/scheme/claims/fixed-amounts.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { COVERED, NOT_JOINED } from '../../../src/scheme/enrolment/cover-states.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

export interface DeliveryCase {
  bill: number
  mother_covered: boolean
}

const YEAR = 2013
const [MOTHER, NEWBORN] = [0, 1]
/** yuan that the law gives */
const GIVEN = 400
const CHECK_UP = 40
const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}
const { settings, data } = smallCounty()
/** The law pays nothing else by fixed amounts. */
const OTHERS = fixedAmountTerms(projectLaw(), yearStart(YEAR))

/** What the fund pays, and what the household is billed within the scheme. */
interface Told {
  paid: number
  billed: number
}

/** Fixed amounts of a county, and what is told of their money. */
function fixedAmounts(county: ReturnType<typeof layOutCounty>, terms: FixedAmountTerms) {
  const told: Told = { paid: 0, billed: 0 }
  const settled = (_day: number, _place: number, fen: number) => {
    told.paid += fen / 100
  }
  const billed = (_household: number, fen: number) => {
    told.billed += fen / 100
  }
  const fixed = new FixedAmounts(county, { settledAtHospital: settled, settledAtClinic: settled, billed, receivedBack: nothing })
  fixed.openYear(YEAR)
  fixed.openPeriod(terms)
  return { fixed, told }
}

const NO_AMOUNT = { sum: 0, bill: 0 }

export interface CheckUpCase {
  bill: number
  member: boolean
  comes: boolean
}

export function checkUp({ bill, member, comes }: CheckUpCase): Told {
  const county = layOutCounty(settings, data, { persons: 1, households: 1, villages: 1, townships: 1, slots: 0 }, watch)
  peopleToWrite(county.people).traits.fill(ALIVE)
  county.cover.now.fill(member ? COVERED : NOT_JOINED)
  const amounts = { delivery: NO_AMOUNT, check_up: { sum: fenOf(CHECK_UP), bill: fenOf(bill) } }
  const { fixed, told } = fixedAmounts(county, { ...OTHERS, fixed: { ...OTHERS.fixed, ...amounts }, checkUpShare: comes ? 1 : 0 })
  fixed.openAccounts(0, 1)
  return told
}

export function deliver({ bill, mother_covered }: DeliveryCase): Told {
  const county = layOutCounty(settings, data, { persons: 2, households: 1, villages: 1, townships: 1, slots: 0 }, watch)
  const { keyA, keyB, birthDay } = peopleToWrite(county.people)
  keyA[NEWBORN] = draw(keyA[MOTHER], keyB[MOTHER], PURPOSE.newborn, YEAR)
  keyB[NEWBORN] = secondWord()
  birthDay[NEWBORN] = yearStart(YEAR) + 60
  county.cover.now.fill(mother_covered ? COVERED : NOT_JOINED)
  const amounts = { delivery: { sum: fenOf(GIVEN), bill: fenOf(bill) }, check_up: NO_AMOUNT }
  const { fixed, told } = fixedAmounts(county, { ...OTHERS, fixed: { ...OTHERS.fixed, ...amounts }, checkUpShare: 0 })
  fixed.born(NEWBORN)
  return told
}
