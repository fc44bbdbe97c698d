import { describe, expect, it } from 'vitest'
import { MEASURES } from '../../src/measures/definitions.ts'
import { ACCOUNTS as BOOKS } from '../../src/scheme/fund/ledger.ts'
import { type AccountWords, ACCOUNTS as NAMES } from '../../src/words/accounts.ts'

const LANGS = ['en', 'zh'] as const
const parts = BOOKS.filter((account) => /^(income|expenditure):/.test(account))

describe('the accounts of the books', () => {
  it('have a name in both languages, different from the others, and no name is of an account that is in no book', () => {
    expect(Object.keys(NAMES).sort()).toEqual([...BOOKS].sort())
    for (const lang of LANGS) {
      const names = Object.values(NAMES).map((one) => one[lang])
      expect(names).not.toContain('')
      expect(new Set(names).size).toBe(BOOKS.length)
    }
  })

  it('of income and expenditure have a label for pictures in both languages', () => {
    for (const account of parts) {
      const { label }: AccountWords = NAMES[account]
      for (const lang of LANGS) expect(label?.[lang], account).toMatch(/./)
    }
  })

  it('of income and expenditure are measures under the same names', () => {
    const measured = Object.keys(MEASURES).filter((name) => /^fund_(income|expenditure)\./.test(name))
    expect(measured.sort()).toEqual(parts.map((account) => `fund_${account.replace(':', '.')}`).sort())
    for (const account of parts) {
      const { en, zh } = MEASURES[`fund_${account.replace(':', '.')}`]
      expect({ en, zh }, account).toEqual({ en: NAMES[account].en, zh: NAMES[account].zh })
    }
  })
})
