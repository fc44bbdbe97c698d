import { describe, expect, test } from 'vitest'
import { DERIVED, MEASURES } from '../../src/measures/definitions.ts'
import { addDerived, ratio } from '../../src/measures/derived/declare.ts'
import { Classes } from '../../src/measures/protection/income-classes.ts'
import { INDICES, PROTECTION_MEASURES } from '../../src/measures/protection-definitions.ts'
import { FLOWS } from '../../src/scheme/counted/books.ts'
import { by, byQuintileAndPlace, one } from '../../src/scheme/counted/declare.ts'
import { ACCOUNTS } from '../../src/scheme/fund/ledger.ts'
import { namedSums, TOLD_SUMS } from '../../src/scheme/named-totals.ts'
import { DECLARED, SUMS } from '../../src/scheme/totals.ts'
import { measure } from '../../src/words/measure.ts'

const CLOSE = {
  ...{ turnover: [], reserve: 7, riskReserve: 2, householdAccounts: 3, unpaidApproved: 4, payables: 6, incurredUnreported: 5 },
}
/** The sums of a year in which nothing was counted but this. */
const sumsWith = (count: (cells: Float64Array) => void): Record<string, number> => {
  const cells = new Float64Array(SUMS.size)
  count(cells)
  return namedSums(cells, CLOSE, 0)
}

describe('The declarations of measures', () => {
  test('name every measure once', () => {
    const names = [TOLD_SUMS, ...DERIVED, PROTECTION_MEASURES].flatMap((declared) => Object.keys(declared))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const counted = Object.values(DECLARED).flatMap(({ name }) => name ?? [])
    expect(counted.filter((name, at) => counted.indexOf(name) !== at)).toEqual([])
  })

  test('say in Chinese and in English what each is and how it is worked out', () => {
    const wordless = Object.entries(MEASURES).filter(
      ([, { zh, en, definition, definitionZh }]) =>
        ![zh, definitionZh].every((text) => /[\u4e00-\u9fff]/.test(text)) ||
        ![en, definition].every((text) => /[a-z]/.test(text) && !/[\u4e00-\u9fff]/.test(text)),
    )
    expect(wordless.map(([name]) => name)).toEqual([])
  })

  test('name every part of income and of expenditure that the books have, and no other', () => {
    const accounts = ACCOUNTS.filter((account) => /^(income|expenditure):/.test(account))
    expect(Object.keys(FLOWS)).toEqual(accounts)
    for (const account of accounts) {
      const told = MEASURES[`fund_${account.replace(':', '.')}`]
      expect(told?.unit, account).toBe('yuan')
      expect(told.zh, account).toMatch(/[\u4e00-\u9fff]/)
      expect(told.en, account).toMatch(/[a-z]/)
    }
  })

  test('name the indices that are worked out', () => {
    expect(Object.keys(new Classes().indices()).toSorted()).toEqual(Object.keys(INDICES).toSorted())
  })
})

describe('What is counted', () => {
  test('becomes sums whose groups add up to the whole', () => {
    const sums = sumsWith((cells) => {
      cells.forEach((_, at) => {
        cells[at] = at + 1
      })
    })
    const wholes = Object.keys(sums).filter((name) => Object.keys(sums).some((other) => other.startsWith(`${name}|`)))
    expect(wholes.length).toBeGreaterThan(20)
    for (const name of wholes) {
      const groups = Object.keys(sums).filter((other) => other.startsWith(`${name}|`))
      for (const kind of new Set(groups.map((group) => group.slice(name.length + 1).split('=')[0]))) {
        const parts = groups.filter((group) => group.startsWith(`${name}|${kind}=`)).reduce((sum, group) => sum + sums[group], 0)
        expect([name, kind, parts]).toEqual([name, kind, sums[name]])
      }
    }
  })

  test.each([
    [
      'a stay of the second quintile in a county hospital',
      SUMS.stays + 1 * 5 + 2,
      ['admissions', 'admissions|place=county_hospital', 'admissions|quintile=2'],
    ],
    ['a need that cost kept from the hospital', SUMS.forgone, ['forgone_admissions', 'forgone_admissions|reason=cost']],
    ['one who left the papers too late', SUMS.notCovered + 6, ['not_covered', 'not_covered|reason=papers_late']],
    ['a soldier, who is not eligible', SUMS.notCovered + 8, []],
    ['a visit that the fund paid for', SUMS.visitsPaid + 24, ['benefit_episodes', 'benefit_episodes|kind=outpatient']],
    ['a delivery', SUMS.deliveries, ['benefit_episodes', 'benefit_episodes|kind=delivery']],
    ['who would join at twice the premium', SUMS.wouldJoin + 2, ['would_join|factor=2']],
    ['an eligible chronically ill person', SUMS.chronicEligible, ['chronic|cover=non_member']],
  ])('%s is counted where it belongs', (_, cell, expected) => {
    const nothing = sumsWith(() => undefined)
    const sums = sumsWith((cells) => {
      cells[cell]++
    })
    expect(Object.keys(sums).filter((name) => sums[name] !== nothing[name])).toEqual(expected)
  })

  test('a new measure is a declaration, and has its sums by itself', () => {
    const told = measure('yuan', '镶牙补助', 'dental vouchers', '当年', 'in the year')
    const found: Record<string, number> = {}
    const add = (group: string, sum: number) => {
      found[group] = sum
    }
    one('dental', told).sums?.(Float64Array.of(9, 4), 1, add)
    expect(found).toEqual({ '': 4 })
    by('quintile', [1, 2], 'dental', told).sums?.(Float64Array.of(0, 3, 4), 1, add)
    expect(found).toEqual({ '': 7, 'quintile=1': 3, 'quintile=2': 4 })
    expect(byQuintileAndPlace('dental', told).cells).toBe(25)
  })
})

describe('A ratio of sums', () => {
  const rate = ratio({ of: ['paid', 'insurer'], to: ['cost', '-own'], by: ['place'] }, measure('share', '比例', 'rate', '甲 ÷ 乙', 'a ÷ b'))
  const values = (sums: Record<string, number>) => {
    const found: Record<string, number> = {}
    addDerived({ rate }, sums, [], (name, value) => {
      found[name] = value
    })
    return found
  }

  test('is of the whole and of each group; what has no such group adds nothing to it', () => {
    expect(values({ paid: 6, insurer: 2, cost: 20, own: 4, 'paid|place=a': 3, 'cost|place=a': 8, 'own|place=a': 2 })).toEqual({
      rate: 0.5,
      'rate|place=a': 0.5,
    })
  })

  test('has no value without what it is a ratio of', () => {
    expect(values({ paid: 6, cost: 20, own: 4 }).rate).toBeNaN()
  })
})
