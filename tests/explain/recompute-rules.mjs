/**
 * The benefit worked out again from what `hezuo explain` tells, with whole numbers of any size. Shares no code with the model: it is
 * written from the words of the rules, and reads nothing but the event and what the same person was told before.
 */
const MILLION = 1_000_000n
// biome-ignore lint/complexity/useMathMinMax: Math.min knows no BigInt
const min = (...values) => values.reduce((least, value) => (value < least ? value : least))
// biome-ignore lint/complexity/useMathMinMax: Math.max knows no BigInt
const max = (...values) => values.reduce((most, value) => (value > most ? value : most))

/** A decimal number as text, times a power of ten, exactly: ('0.82', 6) is 820000n. */
export function scaled(text, places) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? fail(`'${text}' is no decimal number`)
  if (part.length > places) fail(`'${text}' has more than ${places} decimals`)
  return BigInt(sign + whole + part.padEnd(places, '0'))
}

const fen = (yuan) => scaled(yuan, 2)
const millionths = (share) => scaled(share, 6)
/** A share of an amount, half a fen up. */
const part = (amount, share) => (amount * share + MILLION / 2n) / MILLION
/** What lies between two amounts at each band's rate, each part rounded for itself. */
const marginal = (from, to, bands) =>
  bands.reduce((sum, band, at) => {
    const first = max(band.from, from)
    const last = min(to, bands[at + 1]?.from ?? to)
    return last > first ? sum + part(last - first, band.rate) : sum
  }, 0n)

/** '0: 0.45, 1000: 0.55': from which yuan on which rate. */
const bandsOf = (text) =>
  text
    .split(', ')
    .map((band) => band.split(': '))
    .map(([from, rate]) => ({ from: fen(from), rate: millionths(rate) }))

function fail(message) {
  throw new Error(message)
}

/** What an event says: amounts by id (0 when not told), parameters by name, facts. */
function reading(event) {
  const amounts = new Map(event.amounts.map(({ id, fen: value }) => [id, BigInt(value)]))
  const parameters = new Map(event.parameters.map(({ name, value }) => [name, value]))
  return {
    amount: (label) => amounts.get(label) ?? 0n,
    parameter: (name) => parameters.get(name) ?? fail(`${event.kind} does not tell ${name}`),
    has: (name) => parameters.has(name),
    facts: event.facts,
  }
}

/** A stay; `before` is what the same person was settled earlier in the scheme year. Returns every step by its id. */
export function stay(event, before) {
  const { amount, parameter, has, facts } = reading(event)
  const of = (name) => parameter(`benefit.${name}`)
  const { place } = facts
  const bill = amount('bill')
  const covered = part(bill, millionths(facts.covered_share))
  const eligible = part(covered, millionths(of(`catalogue_share.${place}`)))
  const due = deductibleDue(of, place, facts.admission, before.deductible)
  const deductible = min(eligible, due)
  const atRate = has('benefit.bands')
    ? byBands(of, place, eligible, deductible)
    : part(eligible - deductible, millionths(of(`rate.${place}`)))
  const designated = facts.designated === 'yes'
  const floor = designated ? min(eligible - deductible, part(max(0n, covered - deductible), millionths(of('floor')))) : 0n
  const isListed = designated && facts.listed === 'yes'
  const listed = isListed ? part(min(covered, fen(of('listed_disease_limit'))), millionths(of('listed_disease_rate'))) : 0n
  const ceiling = fen(of('ceiling')) + (facts.poor === 'yes' ? fen(of('ceiling_bonus_poor')) : 0n)
  const ceilingLeft = of('ceiling_per') === 'admission' ? ceiling : max(0n, ceiling - before.paid)
  const earned = designated ? max(atRate, floor, listed) : part(atRate, millionths(of('undesignated_rate_factor')))
  const paid = min(earned, ceilingLeft)
  return {
    before_cover: bill - covered,
    outside_catalogue: covered - eligible,
    eligible,
    deductible_due: due,
    deductible,
    at_rate: atRate,
    guaranteed_minimum: floor,
    as_listed_disease: listed,
    paid_for_stays_before: before.paid,
    ceiling_left: ceilingLeft,
    paid_by_fund: paid,
    out_of_pocket: bill - paid,
  }
}

function deductibleDue(of, place, admission, borneBefore) {
  const whole = fen(of(`deductible.${place}`))
  const rule = of('deductible_rule')
  if (rule === 'yearly') return max(0n, whole - borneBefore)
  if (rule === 'each_admission' || admission === 1) return whole
  return part(whole, millionths(of(admission === 2 ? 'deductible_second_share' : 'deductible_third_share')))
}

function byBands(of, place, eligible, deductible) {
  const multiplier = millionths(of(`band_multiplier.${place}`))
  const bands = bandsOf(of('bands')).map(({ from, rate }) => ({ from, rate: min(MILLION, part(rate, multiplier)) }))
  if (of('bands_mode') === 'whole') {
    const band = bands.findLast(({ from }) => from <= eligible)
    return band ? part(eligible - deductible, band.rate) : 0n
  }
  return marginal(deductible, eligible, bands)
}

/** A visit; `before`: what pool and special cover paid the person this year, and what the household's account holds. */
export function visit(event, before) {
  const { amount, parameter, facts } = reading(event)
  const of = (name) => parameter(`benefit.${name}`)
  const bill = amount('bill')
  const eligible = part(bill, millionths(of('outpatient.catalogue_share')))
  const steps = {
    eligible,
    deductible: 0n,
    at_rate: 0n,
    ceiling_left: 0n,
    paid_from_pool: 0n,
    paid_for_visits_before: before.pool,
    account_left_before: before.balance,
  }
  if (facts.regime === 'special_disease') paySpecial(steps, of, facts, eligible, before)
  else if (facts.regime === 'pooled') payFromPool(steps, of, facts.place, eligible, before)
  const usesAccount = facts.place === 'village_clinic' || facts.place === 'township_centre'
  const account = usesAccount ? min(before.balance, bill - steps.paid_from_pool) : 0n
  const paid = steps.paid_from_pool + account
  return { ...steps, paid_from_account: account, paid_by_fund: paid, out_of_pocket: bill - paid }
}

function payFromPool(steps, of, place, eligible, before) {
  const atRate = part(eligible, millionths(of(`outpatient.rate.${place}`)))
  const each = fen(of('outpatient.cap_per_visit'))
  const left = max(0n, fen(of('outpatient.cap')) - before.pool)
  steps.at_rate = atRate
  steps.ceiling_left = left
  steps.paid_from_pool = min(each > 0n ? min(atRate, each) : atRate, left)
}

function paySpecial(steps, of, facts, eligible, before) {
  steps.paid_for_visits_before = before.special
  const most = Number(of('special.visits'))
  if (most > 0 && facts.special_visits_before >= most) return
  steps.deductible = min(eligible, max(0n, fen(of('special.deductible')) - BigInt(facts.special_eligible_before_fen)))
  steps.at_rate = part(eligible - steps.deductible, millionths(of('special.rate')))
  steps.ceiling_left = max(0n, fen(of('special.ceiling')) - before.special)
  steps.paid_from_pool = min(steps.at_rate, steps.ceiling_left)
}

/** A delivery or a check-up: a sum fixed beforehand, no more than the bill. */
export function fixedSum(event) {
  const { amount, parameter } = reading(event)
  const sum = fen(parameter(event.kind))
  const paid = min(amount('bill'), sum)
  return { fixed_amount: sum, paid_by_fund: paid, out_of_pocket: amount('bill') - paid }
}

/** Critical-illness cover; `borne`: eligible cost of the year that the base benefit left to the person. */
export function highCost(event, borne) {
  const { parameter } = reading(event)
  const of = (name) => parameter(`critical_illness.${name}`)
  const threshold = part(fen(of('threshold')), millionths(of('poor_threshold_factor')))
  const bands = bandsOf(of('bands'))
  const owed = borne > threshold ? min(marginal(threshold, borne, bands), fen(of('ceiling'))) : 0n
  return { eligible_cost_borne: borne, threshold, owed_by_insurer: owed }
}

/** Medical assistance for what base benefit and critical-illness cover left. */
export function assistance(event, remaining) {
  const { parameter } = reading(event)
  const paid = min(fen(parameter('assistance.ceiling')), part(remaining, millionths(parameter('assistance.rate'))))
  return { remaining_eligible_cost: remaining, paid_by_assistance: paid }
}

/** Second compensation, before what rounding leaves is given out. */
export function partOfSurplus(surplus, borne, all) {
  return (surplus * borne) / all
}
