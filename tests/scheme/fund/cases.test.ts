import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fenOf } from '../../../src/kernel/money.ts'
import { Fund } from '../../../src/scheme/fund/ledger.ts'
import { Payments } from '../../../src/scheme/fund/payments.ts'

interface PolicyCase<Given, Expected> {
  title: string
  given: Given
  expected: Expected
}

function cases<Given, Expected>(file: string): PolicyCase<Given, Expected>[] {
  return parse(readFileSync(new URL(`../../cases/fund/${file}.yaml`, import.meta.url), 'utf8'))
}

const PAYEES = ['second_compensation', 'insurer', 'hospitals'] as const
type Owed = Partial<Record<(typeof PAYEES)[number], number>>
interface PaymentsCase extends Owed {
  cash: number
  claims?: number[]
  comes_in?: number
  cash_limit?: boolean
}

describe('cases of fund/payments.yaml', () => {
  test.each(cases<PaymentsCase, Owed & { claims: number; waits: boolean }>('payments'))('$title', ({ given, expected }) => {
    const fund = new Fund()
    const payments = new Payments(fund)
    const comesIn = fund.entry('opening reserve', 'cash', 'reserve:accumulated')
    const paid: number[] = []
    const settle = () => payments.settle(given.cash_limit ?? true, (claim) => paid.push(claim))
    comesIn(fenOf(given.cash))
    // the insurer and hospitals have stood in the books for longer than the members
    for (const payee of [...PAYEES].reverse()) payments.pay(payee, fenOf(given[payee] ?? 0))
    for (const [claim, yuan] of (given.claims ?? []).entries()) payments.payClaim(claim, fenOf(yuan))
    let waits = settle()
    if (given.comes_in !== undefined) {
      comesIn(fenOf(given.comes_in))
      waits = settle()
    }
    const yuanPaid = (payee: 'claims' | (typeof PAYEES)[number]) => fund.balance(`payable:${payee}`) / 100
    const [second_compensation, insurer, hospitals] = PAYEES.map(yuanPaid)
    expect({ claims: yuanPaid('claims'), second_compensation, insurer, hospitals, waits }).toEqual(expected)
    // in the order of their approval, each once
    expect(paid).toEqual(paid.map((_, at) => at))
  })
})
