import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { fenOf, perMillion } from '../../../src/kernel/money.ts'
import { Insurer } from '../../../src/scheme/critical-illness/insurer.ts'
import { assist, coverHighCost, settleInsurer } from '../../../src/scheme/critical-illness/rules.ts'
import { assistanceTerms, criticalIllnessTerms } from '../../../src/scheme/critical-illness/terms.ts'
import { riskFundTransfer, shareOut, surplusAboveGuidance } from '../../../src/scheme/fund/reserve.ts'
import { surplusGuidance } from '../../../src/scheme/fund/terms.ts'
import { projectLaw } from '../../policy/project-law.ts'

interface PolicyCase {
  title: string
  given: Record<string, number> & { poor?: boolean; rules?: Record<string, unknown> }
  expected: Record<string, number>
}

const law = projectLaw()
const cases = (file: string) => parse(readFileSync(new URL(`../../cases/${file}`, import.meta.url), 'utf8')) as PolicyCase[]
const day = (year = 2015) => yearStart(year)

describe('cases of protection/critical-illness.yaml', () => {
  test.each(cases('protection/critical-illness.yaml'))('$title', ({ given, expected }) => {
    const terms = criticalIllnessTerms(law.with(given.rules ?? {}), day(given.year))
    expect({ owed: coverHighCost(fenOf(given.borne), given.poor === true, terms) / 100 }).toEqual(expected)
  })
})

describe('cases of protection/corridor.yaml', () => {
  test.each(cases('protection/corridor.yaml'))('$title', ({ given, expected }) => {
    const { refund, lossShared } = settleInsurer(fenOf(given.premium), fenOf(given.paid), criticalIllnessTerms(law, day()))
    expect({ refund: refund / 100, loss_shared: lossShared / 100 }).toEqual(expected)
  })
})

describe('cases of protection/insurer.yaml', () => {
  test.each(cases('protection/insurer.yaml'))('$title', ({ given, expected }) => {
    const insurer = new Insurer()
    const terms = criticalIllnessTerms(law, day())
    insurer.insure(2015, fenOf(given.premium))
    insurer.pay(2015, fenOf(given.paid))
    insurer.pay(2016, fenOf(given.paid_for_next_year ?? 0))
    if (given.settled_before) insurer.settle(2015, terms)
    const { refund } = insurer.settle(2015, terms)
    expect({ refund: refund / 100, result: insurer.result(2015) / 100 }).toEqual(expected)
  })
})

describe('cases of protection/assistance.yaml', () => {
  test.each(cases('protection/assistance.yaml'))('$title', ({ given, expected }) => {
    expect({ paid: assist(fenOf(given.remaining), assistanceTerms(law, day())) / 100 }).toEqual(expected)
  })
})

describe('cases of fund/risk-fund.yaml', () => {
  test.each(cases('fund/risk-fund.yaml'))('$title', ({ given, expected }) => {
    const share = perMillion(law.number('fund.risk_fund_share', day()))
    const fen = riskFundTransfer(fenOf(given.accumulated), fenOf(given.risk_fund), fenOf(given.income), share)
    expect({ set_aside: fen / 100 }).toEqual(expected)
  })
})

describe('cases of fund/surplus.yaml', () => {
  test.each(cases('fund/surplus.yaml'))('$title', ({ given, expected }) => {
    const fen = surplusAboveGuidance(fenOf(given.balance), fenOf(given.reserve), fenOf(given.income), surplusGuidance(law, day()))
    expect({ paid_out: fen / 100 }).toEqual(expected)
  })
})

describe('Critical-illness cover, whatever the cost', () => {
  const terms = criticalIllnessTerms(law, day())
  const cost = fc.integer({ min: 0, max: 200_000_000 })

  test('never pays more than what lies above the threshold, nor less for a higher cost', () => {
    fc.assert(
      fc.property(cost, cost, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((borne) => coverHighCost(borne, false, terms))
        expect(low).toBeLessThanOrEqual(high)
        expect(high).toBeLessThanOrEqual(Math.max(0, Math.max(one, other) - terms.threshold))
      }),
    )
  })

  test('leaves the insurer a profit and a loss within the corridor when the fund bears all of the rest', () => {
    const fundBearsAll = { ...terms, fundLossShare: 1_000_000 }
    fc.assert(
      fc.property(cost, cost, (premium, paid) => {
        const { refund, lossShared } = settleInsurer(premium, paid, fundBearsAll)
        const result = premium - paid - refund + lossShared
        expect(Math.abs(result)).toBeLessThanOrEqual(premium * 0.05 + 1)
      }),
    )
  })
})

interface SharedSurplus {
  title: string
  given: { surplus: number; borne: number[] }
  expected: { paid: number[] }
}

describe('cases of fund/second-compensation.yaml', () => {
  const shared: SharedSurplus[] = parse(readFileSync(new URL('../../cases/fund/second-compensation.yaml', import.meta.url), 'utf8'))
  test.each(shared)('$title', ({ given, expected }) => {
    expect({ paid: [...shareOut(given.surplus, given.borne)] }).toEqual(expected)
  })
})

describe('An amount shared out', () => {
  test('is given out to the last fen, and nothing to those without a weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (fen, weights) => {
        const parts = [...shareOut(fen, weights)]
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total > 0 ? fen : 0)
        parts.forEach((part, i) => {
          expect(part).toBeGreaterThanOrEqual(0)
          if (weights[i] === 0) expect(part).toBe(0)
        })
      }),
    )
  })
})
