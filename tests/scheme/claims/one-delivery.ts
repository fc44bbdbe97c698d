/** One delivery at the county hospital, for cases of fixed amounts: a household of a mother and her newborn. Yuan. */
import { yearStart } from '../../../src/kernel/calendar.ts'
import { fenOf } from '../../../src/kernel/money.ts'
import { draw, secondWord } from '../../../src/kernel/random.ts'
import { peopleToWrite } from '../../../src/population/person.ts'
import { PURPOSE } from '../../../src/population/purposes.ts'
import { FixedAmounts } from '../../../src/scheme/claims/fixed-amounts.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { COVERED, NOT_JOINED } from '../../../src/scheme/enrolment/cover-states.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'

export interface DeliveryCase {
  bill: number
  mother_covered: boolean
}

const YEAR = 2013
const [MOTHER, NEWBORN] = [0, 1]
/** yuan that the law gives */
const GIVEN = 400
const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}
const { settings, data } = smallCounty()

/** What the fund pays for it, and what the household is billed for it within the scheme. */
export function deliver({ bill, mother_covered }: DeliveryCase): { paid: number; billed: number } {
  const county = layOutCounty(settings, data, { persons: 2, households: 1, villages: 1, townships: 1, slots: 0 }, watch)
  const { keyA, keyB, birthDay } = peopleToWrite(county.people)
  keyA[NEWBORN] = draw(keyA[MOTHER], keyB[MOTHER], PURPOSE.newborn, YEAR)
  keyB[NEWBORN] = secondWord()
  birthDay[NEWBORN] = yearStart(YEAR) + 60
  county.cover.now.fill(mother_covered ? COVERED : NOT_JOINED)
  const told = { paid: 0, billed: 0 }
  const fixed = new FixedAmounts(county, {
    settledAtHospital(_day, _place, fen) {
      told.paid += fen / 100
    },
    settledAtClinic: nothing,
    billed(_household, fen) {
      told.billed += fen / 100
    },
    receivedBack: nothing,
  })
  fixed.openYear(YEAR)
  fixed.openPeriod({
    fixed: { delivery: { sum: fenOf(GIVEN), bill: fenOf(bill) }, check_up: { sum: 0, bill: 0 } },
    checkUpShare: 0,
  })
  fixed.born(NEWBORN)
  return told
}
