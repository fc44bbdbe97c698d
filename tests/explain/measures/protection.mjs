/**
 * Protection and equity, from one object a household, by the definitions of docs/protection.md. Written without the model's code: resources
 * by trying who stands at the floor, everything else household by household and group by group.
 */
import { QUINTILES } from './tally.mjs'

const SUBSISTENCE_AT_MOST = 0.85
const SIZE_ELASTICITY = 0.56
const GROUPS = ['', ...QUINTILES.map((q) => `quintile=${q}`), ...Array.from({ length: 10 }, (_, i) => `decile=${i + 1}`)]

const sum = (rows, of) => rows.reduce((all, row) => all + of(row), 0)

/** Calls `put(measure, group, value)`; money in yuan, NaN where there is nothing to divide by. */
export function protection(known, year, put) {
  const law = known.terms.of(year)
  const all = householdsOf(known, year, law)
  const alive = all.filter(({ size }) => size > 0)
  addResources(alive, law)
  for (const group of GROUPS) {
    put('households', group, sumOf(alive, group, households))
    put('household_members', group, sumOf(alive, group, persons))
    for (const [measure, [of, per]] of Object.entries(sumsOf(law))) put(measure, group, sumOf(alive, group, of) / sumOf(alive, group, per))
    if (!group.startsWith('decile')) continue
    put(
      'premium_burden',
      group,
      sumOf(all, group, ({ campaignPremium }) => campaignPremium) / sumOf(all, group, ({ campaignIncome }) => campaignIncome),
    )
  }
  indices(
    alive.toSorted((one, other) => one.income - other.income),
    put,
  )
}

/** Deciles are added up to quintiles and these to the whole: a mean that lies on half a fen is rounded as the last bit of its sum has it. */
function sumOf(rows, group, of) {
  if (group === '') return QUINTILES.reduce((all, q) => all + sumOf(rows, `quintile=${q}`, of), 0)
  const [kind, number] = group.split('=')
  if (kind === 'quintile') return sumOf(rows, `decile=${2 * number - 1}`, of) + sumOf(rows, `decile=${2 * number}`, of)
  return sum(
    rows.filter(({ decile }) => decile === Number(number)),
    of,
  )
}

/** In the order in which they are told; two deciles make a quintile, households of one income stand together in the upper. */
function householdsOf(known, year, law) {
  const rows = [...known.households].map(([name, { quintile, income }]) => ({
    ...known.year(name, year),
    ...{ income, quintile, perHead: income * law['population.income_per_head'] },
  }))
  const ascending = rows.toSorted((one, other) => one.income - other.income)
  const middles = QUINTILES.map((q) => {
    const own = ascending.filter(({ quintile }) => quintile === q)
    return own[own.length >> 1]?.income
  })
  for (const row of rows) {
    row.decile = 2 * row.quintile - (row.income >= middles[row.quintile - 1] ? 0 : 1)
    row.gross = row.billed / 100
    row.net = Math.max(0, row.billed - row.received) / 100
  }
  return rows
}

/** R = n × max(g, a + b × y), a such that its mean over the people is consumption less health; f = s × n^0.56, at most 0.85 R. */
function addResources(rows, law) {
  const [floor, slope] = [law['protection.minimum_income'], law['protection.resource_slope']]
  const mean = Math.max(floor, law['protection.consumption_per_head'] - law['protection.health_consumption_per_head'])
  const all = sum(rows, ({ size }) => size)
  let above = rows
  let intercept = 0
  for (let before = -1; above.length !== before; ) {
    before = above.length
    const [people, income] = [sum(above, ({ size }) => size), sum(above, ({ size, perHead }) => size * perHead)]
    intercept = (mean * all - floor * (all - people) - slope * income) / people
    above = above.filter(({ perHead }) => intercept + slope * perHead >= floor)
  }
  for (const row of rows) {
    row.resources = row.size * Math.max(floor, intercept + slope * row.perHead)
    row.adults = row.size ** SIZE_ELASTICITY
  }
  const perAdult = rows.map(({ resources, adults }) => resources / adults).sort((a, b) => a - b)
  const need = law['protection.food_share'] * perAdult[Math.ceil(perAdult.length / 2) - 1]
  for (const row of rows) row.subsistence = Math.min(need * row.adults, SUBSISTENCE_AT_MOST * row.resources)
}

const households = () => 1
const persons = ({ size }) => size

/** What is added up over households, and what it is divided by. */
function sumsOf(law) {
  const isSurvey = law['protection.consumption'] !== 'resources'
  const line = law[law['protection.poverty_line'] === 'official' ? 'protection.line_official' : 'protection.line_2010_standard']
  const share = (row, paid) => paid / (isSurvey ? row.resources + paid : row.resources)
  const ofCapacity = (row, paid) => {
    const capacity = row.resources - row.subsistence
    return paid / (isSurvey ? capacity + paid : capacity)
  }
  const exceeds = (of, limit) => (row) => (share(row, row[of]) > limit ? 1 : 0)
  const beyond = (of) => (row) => Math.max(0, share(row, row[of]) - 0.1)
  const poor = (paidOf) => (row) => (row.resources - paidOf(row) < row.size * line ? row.size : 0)
  const gap = (paidOf) => (row) => Math.max(0, row.size * line - Math.max(0, row.resources - paidOf(row)))
  const paid = { before_payment: () => 0, after_payment: ({ gross }) => gross, after_reimbursement: ({ net }) => net }
  return {
    che10_before: [exceeds('gross', 0.1), households],
    che10: [exceeds('net', 0.1), households],
    che25_before: [exceeds('gross', 0.25), households],
    che25: [exceeds('net', 0.25), households],
    che40_before: [(row) => (ofCapacity(row, row.gross) >= 0.4 ? 1 : 0), households],
    che40: [(row) => (ofCapacity(row, row.net) >= 0.4 ? 1 : 0), households],
    overshoot10_before: [beyond('gross'), households],
    overshoot10: [beyond('net'), households],
    positive_overshoot10: [beyond('net'), exceeds('net', 0.1)],
    ...Object.fromEntries(Object.entries(paid).map(([when, of]) => [`poverty_${when}`, [poor(of), persons]])),
    ...Object.fromEntries(Object.entries(paid).map(([when, of]) => [`poverty_gap_${when}`, [gap(of), persons]])),
    health_payments_per_head_before: [({ gross }) => gross, persons],
    health_payments_per_head: [({ net }) => net, persons],
    reimbursed_per_head: [({ received }) => received / 100, persons],
    premium_per_head: [({ premium }) => premium / 100, persons],
    income_per_head: [({ size, income }) => size * income * law['population.income_per_head'], persons],
    resources_per_head: [({ resources }) => resources, persons],
  }
}

/** 2 cov(amount a head, rank by income a head) ÷ mean, people of one income at the middle of their ranks. `rows` ascend by income. */
function indices(rows, put) {
  const all = sum(rows, persons)
  let below = 0
  for (let first = 0, end = 0; first < rows.length; first = end) {
    while (end < rows.length && rows[end].income === rows[first].income) end++
    const here = sum(rows.slice(first, end), persons)
    for (const row of rows.slice(first, end)) row.rank = (below + here / 2) / all
    below += here
  }
  const index = (of) => (2 * sum(rows, (row) => of(row) * row.rank)) / sum(rows, of) - 1
  const [income, resources] = [index(({ size, perHead }) => size * perHead), index((row) => row.resources)]
  const outOfPocket = index(({ net }) => net)
  put('gini.income', '', income)
  put('gini.resources', '', resources)
  put(
    'concentration_index.reimbursed',
    '',
    index(({ received }) => received),
  )
  put('concentration_index.out_of_pocket', '', outOfPocket)
  put('kakwani.out_of_pocket', '', outOfPocket - resources)
}
