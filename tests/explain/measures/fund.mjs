/** The fund's years worked out from what is told of persons and from the law: income, expenditure, reserve, cash evening by evening. */
import { fenOf, millionths, partOf } from './tally.mjs'

const DAY = 86_400_000
const PAYEES = ['compensation', 'insurer', 'hospitals']

/** Calls `put(measure, '', year, fen or days)` for each year. */
export function fund(known, put) {
  const { first, last } = known.terms
  const book = {
    cash: known.premiumsBefore(`${first}-01-01`),
    reserve: 0,
    risk: 0,
    accounts: 0,
    payable: { insurer: 0 },
    withheld: new Map(),
  }
  Object.assign(book, { owed: { compensation: 0, insurer: 0, hospitals: 0 }, due: nothing(0), month: nothing(0), subsidies: [] })
  for (let year = first; year <= last; year++) {
    const law = known.terms.of(year)
    const split = splitOf(law, law['subsidy.standard'], known.terms.region)
    const enrolled = known.tally.of('enrolled', year)
    if (year === first) {
      const income = fenOf(law['premium.individual']) + split.central + split.province + split.county
      book.reserve = Math.round(enrolled * income * law['fund.opening_reserve_share'])
      book.cash += book.reserve
    }
    runYear(book, known, year, put)
  }
}

const nothing = (year) => ({ stays: 0, visits: 0, year })

/** Fen a head by level; the parts add up to the standard and the top-up. */
function splitOf(law, standard, region) {
  const total = fenOf(standard)
  const beyond = Math.max(0, standard - law['subsidy.central_threshold'])
  const central = Math.min(total, fenOf(Math.min(standard, law['subsidy.central_base']) + law[`subsidy.central_share.${region}`] * beyond))
  const province = Math.round((total - central) * law[`subsidy.province_share.${region}`])
  return { central, province, county: total - central - province + fenOf(law['subsidy.local_top_up']) }
}

/** What comes when: local money leads, the centre pays an advance on last year's roster; nobody pays what is not announced. */
function subsidiesOf({ tally, terms }, year) {
  const law = terms.of(year)
  const enrolled = tally.of('enrolled', year)
  const before = year === terms.first ? enrolled : tally.of('enrolled', year - 1)
  const full = splitOf(law, law['subsidy.standard'], terms.region)
  const announced = law['subsidy.announced']
  const old = announced <= `${year}-01-01` ? full : splitOf(law, terms.of(year - 1)['subsidy.standard'], terms.region)
  const on = (level) => `${level === 'central_settlement' ? year + 1 : year}-${law[`subsidy.arrival.${level}`]}`
  const coming = []
  for (const level of ['county', 'province']) {
    const share = announced <= on(level) ? full[level] : old[level]
    coming.push({ day: on(level), fen: share * enrolled }, { day: announced, fen: (full[level] - share) * enrolled })
  }
  const known = announced <= on('central_advance') ? full.central : old.central
  const advance = Math.min(full.central * enrolled, Math.round(known * before * law['subsidy.central_advance_share']))
  coming.push({ day: on('central_advance'), fen: advance }, { day: on('central_settlement'), fen: full.central * enrolled - advance })
  return { coming, full, enrolled }
}

function runYear(book, known, year, put) {
  const { tally, terms } = known
  const law = terms.of(year)
  const { coming, full, enrolled } = subsidiesOf(known, year)
  book.subsidies.push(...coming)
  const insured = law['critical_illness.in_force'] === 'on' ? fenOf(law['critical_illness.premium']) * enrolled : 0
  book.payable.insurer += insured
  const seen = { stays: 0, visits: 0, shortDays: 0, cashDays: 0, deducted: 0 }
  const days = daysOf(year)
  for (const day of days) runDay(book, known, day, seen)
  const interest = Math.floor((seen.cashDays / days.length) * law['fund.interest_rate'])
  book.cash += interest
  const { refund, loss } = settlement(known, year - 1)
  book.cash += refund
  book.payable.insurer += loss
  const compensation = tally.of('second_compensation', year)
  book.owed.compensation += compensation
  const income = {
    ...Object.fromEntries(['individual', 'collective', 'assistance'].map((payer) => [payer, tally.of(`fund_income.${payer}`, year)])),
    ...Object.fromEntries(['central', 'province', 'county'].map((level) => [level, full[level] * enrolled])),
    ...{ interest, critical_illness_refund: refund },
  }
  const expenditure = {
    inpatient: seen.stays + tally.of('approved_by_hand', year) + compensation - seen.deducted,
    outpatient: seen.visits,
    ...{ critical_illness: insured, critical_illness_loss: loss },
  }
  putYear(book, known, { year, income, expenditure, shortDays: seen.shortDays }, put)
}

function runDay(book, known, day, seen) {
  const year = Number(day.slice(0, 4))
  const { terms } = known
  const law = terms.of(year)
  for (const { fen } of book.subsidies.filter((one) => one.day <= day)) book.cash += fen
  book.subsidies = book.subsidies.filter((one) => one.day > day)
  book.cash += known.cashOf(day, 'premiums')
  const [stays, visits] = [known.cashOf(day, 'stays'), known.cashOf(day, 'visits')]
  seen.stays += stays
  seen.visits += visits
  book.month.stays += stays
  book.month.visits += visits
  if (Number(day.slice(8)) === law['fund.hospital_payment_day']) payMonth(book, law)
  if (day === `${year}-${law['fund.check_day']}`) check(book, law, year - 1, seen)
  if (day === `${year}-${law['critical_illness.premium_paid']}`) {
    book.owed.insurer += book.payable.insurer
    book.payable.insurer = 0
  }
  book.cash -= known.cashOf(day, 'claims')
  if (known.isShort(day) || payOut(book, terms.cashLimit)) seen.shortDays++
  seen.cashDays += Math.max(0, book.cash)
  if (dayAfter(day).slice(0, 7) === day.slice(0, 7)) return
  book.due = { stays: book.due.stays + book.month.stays, visits: book.due.visits + book.month.visits, year }
  book.month = nothing(year)
}

/** What fell due at the end of the month before is paid, less the part withheld. */
function payMonth(book, law) {
  const { stays, visits, year } = book.due
  const part = partOf(stays, millionths(law['fund.withheld_share']))
  book.withheld.set(year, (book.withheld.get(year) ?? 0) + part)
  book.owed.hospitals += stays - part + visits
  book.due = nothing(year)
}

function check(book, law, year, seen) {
  const held = book.withheld.get(year) ?? 0
  book.withheld.delete(year)
  const deducted = partOf(held, millionths(law['fund.check_deduction_share']))
  seen.deducted += deducted
  book.owed.hospitals += held - deducted
}

/** Pays what cash allows; has somebody to wait? Claims of families come first: while one waits nobody else is paid. */
function payOut(book, isLimited) {
  let short = false
  for (const payee of PAYEES) {
    const part = isLimited ? Math.max(0, Math.min(book.owed[payee], book.cash)) : book.owed[payee]
    book.cash -= part
    book.owed[payee] -= part
    short ||= book.owed[payee] > 0
  }
  return short
}

/** The corridor: what goes back to the fund or is borne by it for a year of cover, when the year after is closed. */
function settlement({ tally, terms }, year) {
  const law = terms.of(Math.min(year + 1, terms.last))
  const { premium, paid } = coverOf({ tally, terms }, year, year + 1)
  const profit = premium - paid
  const refund = Math.max(0, profit - partOf(premium, millionths(law['critical_illness.profit_share'])))
  const beyond = Math.max(0, -profit - partOf(premium, millionths(law['critical_illness.loss_share'])))
  return { refund, loss: partOf(beyond, millionths(law['critical_illness.fund_loss_share'])) }
}

/** The insurer's premium of a year, and what it paid for it by the end of another. */
function coverOf({ tally, terms }, year, until) {
  const law = terms.of(year)
  const isCovered = year >= terms.first && law['critical_illness.in_force'] === 'on'
  let paid = 0
  for (let one = year; one <= until; one++) paid += tally.of('insurer_paid', year, `in=${one}`)
  return { premium: isCovered ? fenOf(law['critical_illness.premium']) * tally.of('enrolled', year) : 0, paid }
}

const total = (parts) => Object.values(parts).reduce((sum, fen) => sum + fen, 0)

function putYear(book, known, { year, income, expenditure, shortDays }, put) {
  const { tally, terms } = known
  for (const [name, fen] of Object.entries(income)) put(`fund_income.${name}`, '', year, fen)
  for (const [name, fen] of Object.entries(expenditure)) put(`fund_expenditure.${name}`, '', year, fen)
  const balance = total(income) - total(expenditure)
  book.reserve += balance
  book.risk += riskTransfer(book, total(income), millionths(terms.of(year)['fund.risk_fund_share']))
  book.accounts += tally.of('household_account_allotted', year) - tally.of('household_account_spent', year)
  const { refund, loss } = settlement(known, year)
  const { premium, paid } = coverOf(known, year, year + 100)
  const standing = {
    ...{ fund_income: total(income), fund_expenditure: total(expenditure), current_balance: balance, cumulative_balance: book.reserve },
    ...{ risk_reserve: book.risk, household_account_balance: book.accounts, cash_short_days: shortDays },
    ...{ deficit: balance < 0 ? 1 : 0, insolvent: book.reserve < 0 ? 1 : 0 },
    ...openClaims(known, `${year}-12-31`),
    critical_illness_insurer_result: premium - paid - refund + loss,
  }
  for (const [name, value] of Object.entries(standing)) put(name, '', year, value)
}

/** The risk fund is filled up to its share of the income as far as the rest of the reserve allows, and drawn on when that is overdrawn. */
function riskTransfer({ reserve, risk }, income, share) {
  const rest = reserve - risk
  if (rest < 0) return -Math.min(risk, -rest)
  return Math.min(rest, Math.max(0, partOf(income, share) - risk))
}

/** Of manual claims: approved and not paid on a day, discharged and not decided. */
function openClaims({ claims }, day) {
  const open = { unpaid_approved: 0, incurred_unreported: 0 }
  for (const { isByHand, discharged, decided, approved, paid, benefit } of claims.values()) {
    if (!isByHand || discharged > day) continue
    if (decided === undefined || decided > day) open.incurred_unreported += benefit
    else if (approved !== undefined && (paid === undefined || paid > day)) open.unpaid_approved += benefit
  }
  return open
}

const text = (time) => new Date(time).toISOString().slice(0, 10)
const dayAfter = (day) => text(Date.parse(day) + DAY)

function daysOf(year) {
  const days = []
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += DAY) days.push(text(time))
  return days
}
