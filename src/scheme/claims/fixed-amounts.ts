/**
 * 定额补助 Fixed-amount benefits: a delivery in hospital, a check-up. All that makes such a kind stands here: what the law says of
 * it, who gets it when, where it is counted, and what is told of it.
 */
import { type Day, yearOf, yearStart } from '../../kernel/calendar.ts'
import { fenOf } from '../../kernel/money.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import type { Law } from '../../policy/law.ts'
import type { NumberName } from '../../policy/parameter-names.ts'
import { ALIVE } from '../../population/person.ts'
import { PLACES, type Place } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { fixedSum } from '../benefit/outpatient.ts'
import type { County } from '../county.ts'
import { COVERED, isEnrolled } from '../enrolment/cover-states.ts'
import { STAY, VISIT } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { type CellName, SUMS } from '../totals.ts'
import { happens, type TraceDetail } from '../trace.ts'

/** A check-up falls on any day of the year but the last of a leap year. */
const CHECK_UP_DAYS = 365

interface FixedAmount {
  readonly place: Place
  readonly sum: NumberName
  /** left out: the bill is the sum, as of a voucher */
  readonly bill?: NumberName
  /** whether it is money of stays or of visits */
  readonly of: 'stay' | 'visit'
  readonly counted: CellName
}

const FIXED_AMOUNTS = {
  delivery: { place: 'county_hospital', sum: 'benefit.delivery', bill: 'care.cost.delivery', of: 'stay', counted: 'deliveries' },
  check_up: { place: 'township_centre', sum: 'benefit.check_up', bill: 'care.cost.check_up', of: 'visit', counted: 'checkUps' },
} as const satisfies Readonly<Record<string, FixedAmount>>
type Kind = keyof typeof FIXED_AMOUNTS
export const DELIVERED_AT: Place = FIXED_AMOUNTS.delivery.place
const KINDS: Readonly<Record<Kind, FixedAmount>> = FIXED_AMOUNTS

export interface FixedAmountTerms {
  /** fen */
  readonly fixed: Readonly<Record<Kind, { readonly sum: number; readonly bill: number }>>
  /** share of members who come for a check-up */
  readonly checkUpShare: number
}

export function fixedAmountTerms(law: Law, day: Day): FixedAmountTerms {
  const fen = (name: NumberName) => fenOf(law.number(name, day))
  const of = ({ sum, bill = sum }: FixedAmount) => ({ sum: fen(sum), bill: fen(bill) })
  return {
    fixed: { delivery: of(KINDS.delivery), check_up: of(KINDS.check_up) },
    checkUpShare: law.number('benefit.check_up_share', day),
  }
}

type MoneyMessages = Pick<Messages, 'settledAtHospital' | 'settledAtClinic' | 'billed' | 'receivedBack'>

export class FixedAmounts {
  readonly #county: County
  readonly #announce: MoneyMessages
  #terms!: FixedAmountTerms
  #yearStart: Day = 0

  constructor(county: County, announce: MoneyMessages) {
    this.#county = county
    this.#announce = announce
  }

  openYear(year: number): void {
    this.#yearStart = yearStart(year)
  }

  openPeriod(terms: FixedAmountTerms): void {
    this.#terms = terms
  }

  /** 1 January: what each member from `first` to before `after` will have in the year. */
  openAccounts(first: number, after: number): void {
    const { people, cover } = this.#county
    const { fixed } = this.#terms
    if (fixed.check_up.sum === 0) return
    for (let p = first; p < after; p++) {
      if (!(people.traits[p] & ALIVE) || !isEnrolled(cover.now[p])) continue
      if (fixed.check_up.sum > 0) this.#checkUp(p)
    }
  }

  /** 健康体检 Some members come for a check-up, on any day of the year, at the township. */
  #checkUp(p: number): void {
    const { keyA, keyB } = this.#county.people
    if (share(draw(keyA[p], keyB[p], PURPOSE.checkUp, yearOf(this.#yearStart))) >= this.#terms.checkUpShare) return
    this.#pay(p, Math.floor(share(secondWord()) * CHECK_UP_DAYS), 'check_up')
  }

  /** 住院分娩 A covered mother's delivery at the county hospital is paid a fixed amount there. */
  born(newborn: number): void {
    const { people, cover } = this.#county
    if (this.#terms.fixed.delivery.sum === 0) return
    const mother = this.#motherOf(newborn)
    if (mother < 0 || cover.now[mother] !== COVERED) return
    this.#pay(mother, people.birthDay[newborn] - this.#yearStart, 'delivery')
  }

  /** Whose birth of this year gave the newborn its identity; -1 when she was born during the run herself. */
  #motherOf(newborn: number): number {
    const { people, households } = this.#county
    const { keyA, keyB, household } = people
    const h = household[newborn]
    const year = yearOf(this.#yearStart)
    for (let m = households.firstPerson[h]; m < newborn && household[m] === h; m++)
      if (draw(keyA[m], keyB[m], PURPOSE.newborn, year) === keyA[newborn] && secondWord() === keyB[newborn]) return m
    return -1
  }

  /** Counts, tells and announces it: the place has advanced the sum. */
  #pay(p: number, day: number, kind: Kind): void {
    const { people, households, experience, sums, watch } = this.#county
    const { of, counted, place } = KINDS[kind]
    const { sum, bill } = this.#terms.fixed[kind]
    const paid = fixedSum(bill, sum)
    const h = people.household[p]
    const at = PLACES.indexOf(place)
    const cell = households.quintile[h] * PLACES.length + at
    sums.values[SUMS[`${of}Cost`] + cell] += bill
    sums.values[SUMS[`${of}Paid`] + cell] += paid
    sums.values[SUMS[counted]]++
    experience[h] += paid
    this.#announce.billed(h, bill, of === 'stay' ? STAY : VISIT)
    this.#announce.receivedBack(h, paid)
    if (happens(watch, p, h)) watch.tell(p, day, `benefit.${kind}`, fixedDetail(KINDS[kind], bill, sum))
    if (of === 'stay') this.#announce.settledAtHospital(day, at, paid)
    else this.#announce.settledAtClinic(day, at, paid)
  }
}

function fixedDetail({ place, ...names }: FixedAmount, bill: number, sum: number): TraceDetail {
  const paid = fixedSum(bill, sum)
  const yuan = (fen: number) => String(fen / 100)
  return {
    rule: 'scheme/benefit/outpatient.ts fixedSum',
    parameters: [{ name: names.sum, value: yuan(sum) }, ...(names.bill ? [{ name: names.bill, value: yuan(bill) }] : [])],
    amounts: [
      { id: 'bill', fen: bill },
      { id: 'fixed_amount', fen: sum },
      { id: 'paid_by_fund', fen: paid },
      { id: 'out_of_pocket', fen: bill - paid },
    ],
    facts: { place },
  }
}
