/** 会计分录 The entries by which the county's days are booked, and the accounts that are read together. */
import { PAYERS } from '../messages.ts'
import type { Account, Fund } from './ledger.ts'

/** Premiums paid in advance, by payer. */
export const ADVANCES = PAYERS.map((payer): Account => `payable:premiums_in_advance_${payer}`)
/** What is owed for care and cover. */
export const PAYABLES: readonly Account[] = [
  'payable:hospitals',
  'payable:hospitals_withheld',
  'payable:claims',
  'payable:insurer',
  'payable:second_compensation',
]
export const RECEIVABLES: readonly Account[] = ['receivable:central', 'receivable:province', 'receivable:county']

/** Entries by payer are in the order of PAYERS. */
export function premiumEntries(fund: Fund) {
  return {
    paidBefore: ADVANCES.map((advance) => fund.entry('premiums of the campaign before', 'cash', advance)),
    paidInAdvance: ADVANCES.map((advance) => fund.entry('premiums paid in advance', 'cash', advance)),
    ofYear: PAYERS.map((payer, i) => fund.entry('premiums of the year', ADVANCES[i], `income:${payer}`)),
    newborns: fund.entry('premiums of newborns', 'cash', 'income:individual'),
    joinedInYear: fund.entry('premiums of those who join within the year', 'cash', 'income:individual'),
  }
}

export function subsidyEntries(fund: Fund) {
  const of = (level: 'central' | 'province' | 'county') => ({
    received: fund.entry(`${level} subsidy received`, 'cash', `receivable:${level}`),
    due: fund.entry(`${level} subsidy due`, `receivable:${level}`, `income:${level}`),
    /** a standard announced below the one that was booked */
    less: fund.entry(`${level} subsidy due`, `income:${level}`, `receivable:${level}`),
  })
  return { central: of('central'), province: of('province'), county: of('county') }
}

export function countyEntries(fund: Fund) {
  return {
    openingReserve: fund.entry('opening reserve', 'cash', 'reserve:accumulated'),
    insured: fund.entry('premium for critical-illness cover', 'expenditure:critical_illness', 'payable:insurer'),
    claimApproved: fund.entry('manual claim approved', 'expenditure:inpatient', 'payable:claims'),
    interest: fund.entry('interest', 'cash', 'income:interest'),
  }
}

/** What the county owes on these accounts. */
export function owedOn(fund: Fund, accounts: readonly Account[]): number {
  let sum = 0
  for (const account of accounts) sum += fund.balance(account)
  // 0 - sum, because -0 is another number than 0 to whoever compares
  return 0 - sum
}
