/** The fund's years worked out from what is told of persons and from the law: income, expenditure, reserve, cash evening by evening. */
import { ACCOUNTS, Books } from './books.mjs'
import { fenOf, millionths, partOf } from './tally.mjs'

const DAY = 86_400_000
const PAYERS = ['individual', 'collective', 'assistance']
const LEVELS = ['central', 'province', 'county']
const PAYEES = ['second_compensation', 'insurer', 'hospitals']
const OWED = ['hospitals', 'hospitals_withheld', 'claims', 'insurer', 'second_compensation'].map((whom) => `payable:${whom}`)
const inAdvance = (payer) => `payable:premiums_in_advance_${payer}`

/** Calls `put(measure, '', year, fen or days)` for each year; `tables` hears of each month, and of each account of each year. */
export function fund(known, put, tables) {
  const { first, last } = known.terms
  const state = { books: new Books(), due: nothing(0), month: nothing(0), withheld: new Map(), subsidies: [], insured: 0, received: 0 }
  state.toPay = { second_compensation: 0, insurer: 0, hospitals: 0 }
  state.books.openYear(first)
  openBooks(state, known)
  for (let year = first; year <= last; year++) {
    state.books.openYear(year)
    runYear(state, known, year, tables)
    putYear(state, known, year, put)
    for (const [account, debits, credits] of state.books.ofYear(year)) tables.account(year, account, debits, credits)
    state.books.close()
  }
}

const nothing = (year) => ({ stays: 0, visits: 0, year })

/** Premiums of the campaign before the first year, and a share of what the county counts on in it. */
function openBooks({ books }, known) {
  const { tally, terms } = known
  const { first } = terms
  const law = terms.of(first)
  for (const payer of PAYERS) books.post('cash', inAdvance(payer), known.cashBefore(`${first}-01-01`, inAdvance(payer)))
  const split = splitOf(law, law['subsidy.standard'], terms.region)
  // 分组 where premiums differ by group, the mean of those paid for
  const mean = tally.of('premium_asked', first) / tally.of('members_asked', first)
  const premium = terms.premiumByGroup && Number.isFinite(mean) ? fenOf(mean / 100) : fenOf(law['premium.individual'])
  const income = premium + split.central + split.province + split.county
  books.post('cash', 'reserve:accumulated', Math.round(tally.of('enrolled', first) * income * law['fund.opening_reserve_share']))
}

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
  const add = (day, kind, level, fen) => coming.push({ day, kind, level, fen })
  for (const level of LEVELS) {
    add(`${year}-01-01`, 'due', level, old[level] * enrolled)
    add(announced, 'due', level, (full[level] - old[level]) * enrolled)
  }
  for (const level of ['county', 'province']) {
    const share = announced <= on(level) ? full[level] : old[level]
    add(on(level), 'received', level, share * enrolled)
    add(announced, 'received', level, (full[level] - share) * enrolled)
  }
  const known = announced <= on('central_advance') ? full.central : old.central
  const advance = Math.min(full.central * enrolled, Math.round(known * before * law['subsidy.central_advance_share']))
  add(on('central_advance'), 'received', 'central', advance)
  add(on('central_settlement'), 'received', 'central', full.central * enrolled - advance)
  return coming
}

function runYear(state, known, year, tables) {
  const { books } = state
  const { tally, terms } = known
  const law = terms.of(year)
  state.subsidies.push(...subsidiesOf(known, year))
  for (const payer of PAYERS) books.post(inAdvance(payer), `income:${payer}`, books.owed(inAdvance(payer)))
  const insured = law['critical_illness.in_force'] === 'on' ? fenOf(law['critical_illness.premium']) * tally.of('enrolled', year) : 0
  books.post('expenditure:critical_illness', 'payable:insurer', insured)
  state.insured += insured
  books.post('reserve:household_accounts', 'payable:household_accounts', tally.of('household_account_allotted', year))
  state.shortDays = 0
  let cashDays = 0
  const days = daysOf(year)
  for (const day of days) {
    runDay(state, known, day)
    cashDays += Math.max(0, books.cash)
    if (day.endsWith('-12-31')) books.post('cash', 'income:interest', Math.floor((cashDays / days.length) * law['fund.interest_rate']))
    if (dayAfter(day).slice(0, 7) !== day.slice(0, 7)) endMonth(state, known, day, tables)
  }
  closeYear(state, known, year)
}

function closeYear(state, known, year) {
  const { books } = state
  const { tally } = known
  const { refund, loss } = settlement(known, year - 1)
  books.post('cash', 'income:critical_illness_refund', refund)
  books.post('expenditure:critical_illness_loss', 'payable:insurer', loss)
  state.insured += loss
  books.post('payable:household_accounts', 'reserve:household_accounts', tally.of('household_account_spent', year))
  const compensation = tally.of('second_compensation', year)
  books.post('expenditure:inpatient', 'payable:second_compensation', compensation)
  state.toPay.second_compensation += compensation
}

function runDay(state, known, day) {
  const { books } = state
  const year = Number(day.slice(0, 4))
  const { terms } = known
  const law = terms.of(year)
  for (const { kind, level, fen } of state.subsidies.filter((one) => one.day <= day)) {
    if (kind === 'due') books.post(`receivable:${level}`, `income:${level}`, fen)
    else books.post('cash', `receivable:${level}`, fen)
    if (kind === 'received') state.received += fen
  }
  state.subsidies = state.subsidies.filter((one) => one.day > day)
  books.post('cash', 'income:individual', known.cashOf(day, 'joins'))
  for (const payer of PAYERS) books.post('cash', inAdvance(payer), known.cashOf(day, inAdvance(payer)))
  const [stays, visits] = [known.cashOf(day, 'stays'), known.cashOf(day, 'visits')]
  books.post('expenditure:inpatient', 'payable:hospitals', stays)
  books.post('expenditure:outpatient', 'payable:hospitals', visits)
  state.month.stays += stays
  state.month.visits += visits
  books.post('expenditure:inpatient', 'payable:claims', known.cashOf(day, 'approved'))
  if (Number(day.slice(8)) === law['fund.hospital_payment_day']) payMonth(state, law)
  if (day === `${year}-${law['fund.check_day']}`) check(state, law, year - 1)
  if (day === `${year}-${law['critical_illness.premium_paid']}`) {
    state.toPay.insurer += state.insured
    state.insured = 0
  }
  books.post('payable:claims', 'cash', known.cashOf(day, 'claims'))
  if (known.isShort(day) || payOut(state, terms.cashLimit)) state.shortDays++
}

/** How fund and desks stand when the month ends, and what falls due with it. */
function endMonth(state, known, day, tables) {
  const { books, due, month } = state
  const [year, number] = day.split('-').map(Number)
  const days = known.daysPaidIn(day.slice(0, 7))
  const told = {
    ...{ cash: books.cash, payables: books.owed(...OWED), receivables: -books.owed(...LEVELS.map((level) => `receivable:${level}`)) },
    ...{ premiums_in_advance: books.owed(...PAYERS.map(inAdvance)), subsidies_received: state.received },
    ...{ claims_waiting: known.waitingOn(day), claims_paid: days.length },
    ...(days.length > 0 ? { days_to_payment: days.reduce((sum, one) => sum + one, 0) / days.length } : {}),
  }
  for (const [measure, value] of Object.entries(told)) tables.month(measure, year, number, value)
  state.due = { stays: due.stays + month.stays, visits: due.visits + month.visits, year }
  state.month = nothing(year)
  state.received = 0
}

/** What fell due at the end of the month before is paid, less the part withheld. */
function payMonth(state, law) {
  const { stays, visits, year } = state.due
  const part = partOf(stays, millionths(law['fund.withheld_share']))
  state.withheld.set(year, (state.withheld.get(year) ?? 0) + part)
  state.books.post('payable:hospitals', 'payable:hospitals_withheld', part)
  state.toPay.hospitals += stays - part + visits
  state.due = nothing(year)
}

function check(state, law, year) {
  const held = state.withheld.get(year) ?? 0
  state.withheld.delete(year)
  const deducted = partOf(held, millionths(law['fund.check_deduction_share']))
  state.books.post('receivable:recoveries', 'expenditure:inpatient', deducted)
  state.books.post('payable:hospitals_withheld', 'receivable:recoveries', deducted)
  state.books.post('payable:hospitals_withheld', 'payable:hospitals', held - deducted)
  state.toPay.hospitals += held - deducted
}

/** Pays what cash allows; has somebody to wait? Claims of families come first: while one waits nobody else is paid. */
function payOut({ books, toPay }, isLimited) {
  let short = false
  for (const payee of PAYEES) {
    const part = isLimited ? Math.max(0, Math.min(toPay[payee], books.cash)) : toPay[payee]
    books.post(`payable:${payee}`, 'cash', part)
    toPay[payee] -= part
    short ||= toPay[payee] > 0
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

function putYear({ books, shortDays }, known, year, put) {
  const income = sumOf('income:', (name) => books.owed(name))
  const expenditure = sumOf('expenditure:', (name) => -books.owed(name))
  for (const [name, fen] of [...income.parts, ...expenditure.parts]) put(`fund_${name.replace(':', '.')}`, '', year, fen)
  const balance = income.total - expenditure.total
  const rest = books.owed('reserve:accumulated') + balance
  const risk = books.owed('reserve:risk_fund')
  books.post(
    'reserve:accumulated',
    'reserve:risk_fund',
    riskTransfer(rest, risk, partOf(income.total, millionths(known.terms.of(year)['fund.risk_fund_share']))),
  )
  const reserve = rest + risk
  const { refund, loss } = settlement(known, year)
  const { premium, paid } = coverOf(known, year, year + 100)
  const standing = {
    ...{ fund_income: income.total, fund_expenditure: expenditure.total, current_balance: balance, cumulative_balance: reserve },
    ...{ risk_reserve: books.owed('reserve:risk_fund'), household_account_balance: books.owed('payable:household_accounts') },
    payables_year_end: books.owed(...OWED),
    ...{ cash_short_days: shortDays, deficit: balance < 0 ? 1 : 0, insolvent: reserve < 0 ? 1 : 0 },
    ...openClaims(known, `${year}-12-31`),
    critical_illness_insurer_result: premium - paid - refund + loss,
  }
  for (const [name, value] of Object.entries(standing)) put(name, '', year, value)
}

function sumOf(kind, of) {
  const parts = ACCOUNTS.filter((name) => name.startsWith(kind)).map((name) => [name, of(name)])
  return { parts, total: parts.reduce((sum, [, fen]) => sum + fen, 0) }
}

/** The risk fund is filled up to its share of the income as far as the rest of the reserve allows, and drawn on when that is overdrawn. */
function riskTransfer(rest, risk, wanted) {
  if (rest < 0) return -Math.min(risk, -rest)
  return Math.min(rest, Math.max(0, wanted - risk))
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
