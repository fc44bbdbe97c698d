#!/usr/bin/env node
/**
 * Recomputes every fen that the fund paid from `hezuo explain SCENARIO --all --format ndjson` alone, and holds the sums against the run.
 * usage: node tests/explain/recompute.mjs EVENTS.ndjson [ANNUAL.csv]
 * Prints a line for each kind of payment; exits 1 when one fen differs.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { stay, visit } from './recompute-rules.mjs'

const [eventsFile, annualFile] = process.argv.slice(2)
if (!eventsFile) {
  console.error('usage: node tests/explain/recompute.mjs EVENTS.ndjson [ANNUAL.csv]')
  process.exit(2)
}

/** What each person was paid in a scheme year so far, by `person year`. */
const accounts = new Map()
/** Benefit of each claim, the year of discharge and how it went. */
const claims = new Map()
/** paid by measure and year of discharge */
const sums = new Map()
const counts = new Map()
const differences = []
let differing = 0

for await (const line of createInterface({ input: createReadStream(eventsFile) })) if (line) take(JSON.parse(line))
settleClaims()
if (annualFile) compareWithRun(readFileSync(annualFile, 'utf8'))
report()

function take(event) {
  const claim = event.facts.claim === undefined ? undefined : `${event.person}/${event.facts.claim}`
  const known = claims.get(claim)
  if (event.kind === 'benefit.settled') takeStay(event, claim)
  else if (event.kind === 'benefit.visit') takeVisit(event)
  else if (event.kind === 'claim.never_filed') known.paid = 0n
  else if (event.kind === 'claim.submitted') known.paid = 0n
  else if (event.kind === 'claim.approved') {
    known.paid = known.benefit
    check(event, 'benefit', known.benefit, amountOf(event, 'benefit'))
    count('claims by hand', known.benefit)
  } else if (event.kind === 'claim.paid') check(event, 'benefit', known.paid, amountOf(event, 'benefit'))
}

function takeStay(event, claim) {
  const account = accountOf(event)
  account.admissions++
  check(event, 'admission', BigInt(account.admissions), BigInt(event.facts.admission))
  const steps = stay(event, { paid: account.stays, deductible: account.deductible })
  checkAll(event, steps)
  account.stays += steps['paid by the fund']
  account.deductible += steps.deductible
  // with the card, unless a later event says that it was submitted by hand or never filed
  claims.set(claim, { year: event.day.slice(0, 4), benefit: steps['paid by the fund'], paid: steps['paid by the fund'] })
  count('stays', steps['paid by the fund'])
}

function takeVisit(event) {
  const account = accountOf(event)
  const steps = visit(event, { pool: account.visits, special: account.special })
  checkAll(event, steps)
  if (event.facts.regime === 'special_disease') account.special += steps['paid from the pool']
  else account.visits += steps['paid from the pool']
  add('reimbursed.outpatient', event.day.slice(0, 4), steps['paid by the fund'])
  count('visits', steps['paid by the fund'])
}

function settleClaims() {
  for (const { year, paid } of claims.values()) add('reimbursed.inpatient', year, paid)
}

function accountOf({ person, day }) {
  const key = `${person} ${day.slice(0, 4)}`
  const found = accounts.get(key) ?? { admissions: 0, stays: 0n, deductible: 0n, visits: 0n, special: 0n }
  accounts.set(key, found)
  return found
}

function amountOf({ amounts }, label) {
  return BigInt(amounts.find((amount) => amount.label === label)?.fen ?? 0)
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

function report() {
  for (const [kind, { events, fen }] of counts) console.log(`${kind}: ${events} worked out, ${fen} fen`)
  for (const line of differences) console.log(line)
  console.log(differing === 0 ? 'all equal' : `${differing} differ`)
  if (counts.size === 0) console.log('nothing was paid')
  process.exit(differing === 0 && counts.size > 0 ? 0 : 1)
}
