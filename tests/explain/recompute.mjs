#!/usr/bin/env node
/**
 * Recomputes every fen that the fund paid from `hezuo explain SCENARIO --all --format ndjson` alone, and holds the sums against the run.
 * With the law's values (terms.ts) every measure of the run is worked out as well (measures/), in a county alone.
 * usage: node tests/explain/recompute.mjs EVENTS.ndjson [ANNUAL.csv [TERMS.json]]
 * Prints a line for each kind of payment; exits 1 when one fen differs.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Measures } from './measures/all.mjs'
import { compareRows, compareTables } from './measures/compare.mjs'
import { assistance, fixedSum, highCost, partOfSurplus, stay, visit } from './recompute-rules.mjs'

const [eventsFile, annualFile, termsFile] = process.argv.slice(2)
if (!eventsFile) {
  console.error('usage: node tests/explain/recompute.mjs EVENTS.ndjson [ANNUAL.csv [TERMS.json]]')
  process.exit(2)
}

/** What each person was paid in a scheme year so far, by `person year`. */
const accounts = new Map()
/** Benefit of each claim, the year of discharge and how it went. */
const claims = new Map()
/** fen in each household's account */
const householdAccounts = new Map()
/** paid by measure and year of discharge */
const sums = new Map()
const counts = new Map()
const differences = []
let differing = 0

/** fen that rounding down leaves of a surplus, still to be given out one by one, by year */
const roundedOff = new Map()

/** How each kind of event moves money; every other kind moves none. */
const TAKE = {
  'benefit.settled': takeStay,
  'benefit.visit': takeVisit,
  'benefit.delivery': (event) => takeFixed(event, 'reimbursed.inpatient'),
  'benefit.check_up': (event) => takeFixed(event, 'reimbursed.outpatient'),
  'benefit.account_allotted': allot,
  'critical_illness.entitled': takeHighCost,
  'critical_illness.never_filed': takeHighCost,
  'assistance.paid': takeAssistance,
  'benefit.second_compensation': takeSecondCompensation,
}

/** The events of one day, in the order in which money moves whatever order they are told in: a surplus is shared when all else is settled. */
function takeDay(events) {
  const stage = ({ kind }) => ({ 'benefit.account_allotted': 0, 'benefit.visit': 2, 'benefit.second_compensation': 3 })[kind] ?? 1
  const held = (event) => amountOf(event, stage(event) === 0 ? 'account_left' : 'account_left_before')
  // members draw on one account of their household: it is filled first and then becomes less
  const byAccount = (one, other) =>
    (one.household < other.household ? -1 : one.household > other.household ? 1 : 0) ||
    Number(stage(one) === 0 ? held(one) - held(other) : held(other) - held(one)) ||
    Number(amountOf(one, 'paid_from_account') - amountOf(other, 'paid_from_account'))
  const at = (number) => events.filter((event) => stage(event) === number)
  for (const event of [...at(0).sort(byAccount), ...at(1), ...at(2).sort(byAccount), ...at(3)]) take(event)
}

function take(event) {
  TAKE[event.kind]?.(event)
  if (/^(claim|second)\./.test(event.kind)) takeStep(event, event.kind.split('.')[1])
}

/** A step of a manual claim or a second reimbursement: nothing is paid until it is approved. */
function takeStep(event, step) {
  const claim = claims.get(claimOf(event))
  if (step === 'never_filed' || step === 'submitted') claim.paid = 0n
  if (step === 'approved') {
    claim.paid = claim.benefit
    count(event.kind.startsWith('second') ? 'second reimbursements' : 'manual claims', claim.benefit)
  }
  if (event.amounts.some(({ id }) => id === 'benefit'))
    check(event, 'benefit', step === 'paid' ? claim.paid : claim.benefit, amountOf(event, 'benefit'))
}

function takeStay(event) {
  const account = accountOf(event)
  check(event, 'admission', BigInt(account.admissions + 1), BigInt(event.facts.admission))
  const steps = stay(event, { paid: account.stays, deductible: account.deductible })
  checkAll(event, steps)
  const paid = steps.paid_by_fund
  // a bill for which nothing is ever settled leaves no trace in the year; settleClaims compares this with what becomes of the claim
  const counts = event.facts.counts_in_the_year === 'yes'
  if (counts) account.stays += paid
  if (event.facts.designated === 'yes') {
    account.admissions++
    if (counts) account.deductible += steps.deductible
    if (counts && steps.eligible > paid) account.borne += steps.eligible - paid
    if (counts && steps.eligible > paid + steps.deductible) account.above += steps.eligible - steps.deductible - paid
  }
  // with the card, unless a later event says that it was submitted by hand or never filed
  claims.set(claimOf(event), { measure: 'reimbursed.inpatient', year: yearOf(event), benefit: paid, paid, counts, event })
  count('stays', paid)
}

function takeVisit(event) {
  const account = accountOf(event)
  const balance = householdAccounts.get(event.household) ?? 0n
  const steps = visit(event, { pool: account.visits, special: account.special, balance })
  checkAll(event, steps)
  if (event.facts.regime === 'special_disease') account.special += steps.paid_from_pool
  else account.visits += steps.paid_from_pool
  householdAccounts.set(event.household, balance - steps.paid_from_account)
  add('reimbursed.outpatient', yearOf(event), steps.paid_by_fund)
  count('visits', steps.paid_by_fund)
}

function takeFixed(event, measure) {
  const steps = fixedSum(event)
  checkAll(event, steps)
  add(measure, yearOf(event), steps.paid_by_fund)
  count('fixed-amount benefits', steps.paid_by_fund)
}

function allot(event) {
  const balance = (householdAccounts.get(event.household) ?? 0n) + amountOf(event, 'allotted_to_account')
  check(event, 'account_left', balance, amountOf(event, 'account_left'))
  householdAccounts.set(event.household, balance)
}

/** 31 December: what the insurer owes. The claim of the following year is the last numbered need of the year of illness. */
function takeHighCost(event) {
  const account = accountOf(event)
  const steps = highCost(event, account.borne)
  checkAll(event, steps)
  account.owed = steps.owed_by_insurer
  const claim = { measure: 'reimbursed.critical_illness', year: yearOf(event), benefit: account.owed, paid: 0n }
  claims.set(`${event.person}/${event.facts.year}-4096`, claim)
}

function takeAssistance(event) {
  const { borne, owed } = accountOf(event)
  const steps = assistance(event, borne - owed)
  checkAll(event, steps)
  accountOf(event).assisted = steps.paid_by_assistance
  add('reimbursed.assistance', yearOf(event), steps.paid_by_assistance)
  count('medical assistance', steps.paid_by_assistance)
}

/** What second compensation may still pay of a person's year. */
const leftToBear = ({ above, owed, assisted }) => (above > owed + assisted ? above - owed - assisted : 0n)

/** 31 December: a surplus, in proportion to what everybody who was in hospital in the year has left to bear; what rounding leaves goes out fen by fen, at most one to a person. */
function takeSecondCompensation(event) {
  const year = yearOf(event)
  const borne = [...accounts].filter(([key]) => key.endsWith(` ${year}`)).map(([, account]) => leftToBear(account))
  const all = borne.reduce((sum, one) => sum + one, 0n)
  const surplus = amountOf(event, 'surplus_shared_out')
  const left = roundedOff.get(year) ?? borne.reduce((sum, one) => sum - partOfSurplus(surplus, one, all), surplus)
  const own = leftToBear(accountOf(event))
  const share = partOfSurplus(surplus, own, all)
  const extra = left > 0n && amountOf(event, 'second_compensation') === share + 1n ? 1n : 0n
  const paid = share + extra
  checkAll(event, { borne_above_deductible: own, borne_above_deductible_of_all: all, second_compensation: paid })
  roundedOff.set(year, left - extra)
  add('reimbursed.inpatient', year, paid)
  add('second_compensation', year, paid)
  count('second_compensation', paid)
}

function settleClaims() {
  for (const [year, left] of roundedOff) {
    if (left === 0n) continue
    differing++
    differences.push(`${left} fen of the surplus of ${year} went to nobody`)
  }
  for (const { measure, year, benefit, paid, counts, event } of claims.values()) {
    add(measure, year, paid)
    // what counts in the member's year is paid, and nothing else is
    if (event) check(event, 'paid in the end', counts ? benefit : 0n, paid)
  }
}

function accountOf({ person, day }) {
  const key = `${person} ${day.slice(0, 4)}`
  const found = accounts.get(key) ?? {
    admissions: 0,
    stays: 0n,
    deductible: 0n,
    borne: 0n,
    above: 0n,
    owed: 0n,
    assisted: 0n,
    visits: 0n,
    special: 0n,
  }
  accounts.set(key, found)
  return found
}

const yearOf = ({ day }) => day.slice(0, 4)
const claimOf = ({ person, facts }) => `${person}/${facts.claim}`

function amountOf({ amounts }, label) {
  return BigInt(amounts.find((amount) => amount.id === label)?.fen ?? 0)
}

function checkAll(event, steps) {
  for (const [label, expected] of Object.entries(steps)) check(event, label, expected, amountOf(event, label))
}

function check(event, what, expected, told) {
  if (expected === told) return
  differing++
  if (differences.length < 20)
    differences.push(`${event.day} ${event.person} ${event.facts.claim ?? ''} ${event.kind}: ${what} is ${told}, worked out ${expected}`)
}

function add(measure, year, fen) {
  const key = `${measure} ${year}`
  sums.set(key, (sums.get(key) ?? 0n) + fen)
}

function count(kind, fen) {
  const found = counts.get(kind) ?? { events: 0, fen: 0n }
  found.events++
  found.fen += fen
  counts.set(kind, found)
}

/** The totals of replication 1 in annual.csv, in yuan with two decimals. */
function compareWithRun(csv) {
  const [head, ...lines] = csv.trim().split(/\r?\n/)
  const columns = head.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
  const measures = new Set([...sums.keys()].map((key) => key.split(' ')[0]))
  const several = rows.some(({ area }) => area === 'all')
  let compared = 0
  for (const { replication, year, area, measure, group, value } of rows) {
    if (replication !== '1' || group !== '' || !measures.has(measure) || (several && area !== 'all')) continue
    compared++
    const told = BigInt(value.replace('.', ''))
    const expected = sums.get(`${measure} ${year}`) ?? 0n
    if (expected === told) continue
    differing++
    differences.push(`${measure} of ${year} is ${told} fen in the run, worked out ${expected}`)
  }
  if (compared === 0) {
    differing++
    differences.push('the run has none of the measures worked out')
  }
  console.log(`${compared} totals of the run compared`)
}

/** Every row of the run. */
function compareMeasures() {
  measures.close()
  const years = [terms.reported, terms.last]
  const { rows, differences: ofYears } = compareRows(measures, annualFile, years)
  console.log(`${rows} rows of the run worked out`)
  const tables = compareTables(measures, dirname(annualFile), years)
  console.log(`${tables.rows} rows of its months, books, solvency and summaries worked out`)
  const found = [...ofYears, ...tables.differences]
  differing += found.length
  differences.push(...found.slice(0, 40))
}

function report() {
  for (const [kind, { events, fen }] of counts) console.log(`${kind}: ${events} worked out, ${fen} fen`)
  for (const line of differences) console.log(line)
  console.log(differing === 0 ? 'all equal' : `${differing} differ`)
  if (counts.size === 0) console.log('nothing was paid')
  process.exit(differing === 0 && counts.size > 0 ? 0 : 1)
}

const terms = termsFile && JSON.parse(readFileSync(termsFile, 'utf8'))
const measures = terms && new Measures(terms)
let today = []
let last = ''
for await (const line of createInterface({ input: createReadStream(eventsFile) })) {
  if (!line) continue
  const event = JSON.parse(line)
  measures?.take(event)
  if (event.day < last) {
    differing++
    differences.push(`${event.day} is told after ${last}`)
  }
  if (event.day !== last) {
    takeDay(today)
    today = []
  }
  last = event.day
  today.push(event)
}
takeDay(today)
settleClaims()
if (measures) compareMeasures()
else if (annualFile) compareWithRun(readFileSync(annualFile, 'utf8'))
report()
