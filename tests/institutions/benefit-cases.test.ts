import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptySettlement, reimburse, reimburseVisit } from '../../src/institutions/benefit.ts'
import { benefitTerms } from '../../src/institutions/benefit-terms.ts'
import { type Day, parseDay } from '../../src/kernel/calendar.ts'
import { PLACES, type Place } from '../../src/population/places.ts'
import { projectLaw } from '../policy/project-law.ts'

interface Care {
  place: Place
  bill: number
}
type Steps = Partial<
  Record<'outside_catalogue' | 'eligible' | 'deductible' | 'at_rate' | 'ceiling_left' | 'paid' | 'out_of_pocket', number>
>
interface PolicyCase {
  title: string
  given: { day?: string; rules?: Record<string, unknown>; stays?: Care[]; visits?: Care[] }
  expected: Steps[]
}

const law = projectLaw()
const fen = (yuan: number) => Math.round(yuan * 100)

/** The steps of each stay or visit of one member in one year, in yuan. */
function settle({ day = '2013-07-01', rules = {}, stays = [], visits = [] }: PolicyCase['given']): Steps[] {
  const terms = benefitTerms(law.with(rules), parseDay(day) as Day)
  let paidThisYear = 0
  const ofStays = stays.map(({ place, bill }) => {
    const s = reimburse({ place: PLACES.indexOf(place), bill: fen(bill) }, { paidThisYear }, terms, emptySettlement())
    paidThisYear += s.paid
    const steps = [s.outsideCatalogue, s.eligible, s.deductible, s.atRate, s.ceilingLeft, s.paid, s.outOfPocket].map((step) => step / 100)
    const [outside_catalogue, eligible, deductible, at_rate, ceiling_left, paid, out_of_pocket] = steps
    return { outside_catalogue, eligible, deductible, at_rate, ceiling_left, paid, out_of_pocket }
  })
  paidThisYear = 0
  const ofVisits = visits.map(({ place, bill }) => {
    const paid = reimburseVisit(PLACES.indexOf(place), fen(bill), paidThisYear, terms)
    paidThisYear += paid
    return { paid: paid / 100, out_of_pocket: (fen(bill) - paid) / 100 }
  })
  return [...ofStays, ...ofVisits]
}

const folder = new URL('../cases/benefit/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  describe(`cases of benefit/${file}`, () => {
    const cases: PolicyCase[] = parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true })
    test.each(cases)('$title', ({ given, expected }) => {
      expect(expected.length).toBeGreaterThan(0)
      expect(expected.length).toBe((given.stays ?? []).length + (given.visits ?? []).length)
      expect(settle(given)).toMatchObject(expected)
    })
  })
}
