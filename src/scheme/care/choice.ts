/**
 * 就医选择 Whether to seek care and where: chances for every kind of patient, worked out once for a period of unchanged rules.
 * Whether: a reference share, bent by the arc elasticity of the expected out-of-pocket share (the price can be zero) and by income.
 * Where: a multinomial logit over the five places: attraction, severity, net price against income, nearness to where one lives.
 */
import type { Day } from '../../kernel/calendar.ts'
import { exp, log } from '../../kernel/distributions.ts'
import type { Law } from '../../policy/law.ts'
import { QUINTILES } from '../../population/household.ts'
import { hasBeds, PLACES, type Place, RESIDENCES } from '../../population/places.ts'
import { CHANCE_UNIT, EXPECTATIONS, rowOf, SEVERITIES } from '../episodes.ts'

/** Rows by severity, residence, what the scheme is expected to pay, quintile: see `rowOf`. */
export interface CareChoice {
  /** chance × 65536 that care is sought */
  readonly seek: Int32Array
  /** the same if care cost nothing: who stays away between the two stays away for the cost */
  readonly seekFree: Int32Array
  /** running chances × 65536 of the five places */
  readonly place: Int32Array
  /** by row and upper byte of a 16-bit chance: the first place that any of these chances can mean; one looks on from there */
  readonly guide: Uint8Array
}

export const GUIDE_CELLS = 256

interface ChoiceInput {
  readonly kind: 'inpatient' | 'outpatient'
  /** expected share of the bill the scheme pays, by EXPECTS and place */
  readonly coverage: readonly (readonly number[])[]
  /** mean bill by place, yuan */
  readonly meanBill: readonly number[]
  /** mean income per head by quintile, yuan */
  readonly income: readonly number[]
  readonly demandResponds: boolean
  /** the choice of place answers to what the scheme pays there; else every place has the reference price */
  readonly placesRespond: boolean
  /** nobody will choose: it is enough that the law is read */
  readonly onlyRead?: boolean
  /** everybody goes there, when the choice is replaced by a constant */
  readonly onlyPlace?: Place
}

export function careChoice(law: Law, day: Day, input: ChoiceInput): CareChoice {
  const rows = input.onlyRead ? 0 : SEVERITIES * RESIDENCES.length * EXPECTATIONS * QUINTILES
  const choice = {
    seek: new Int32Array(rows),
    seekFree: new Int32Array(rows),
    place: new Int32Array(rows * PLACES.length),
    guide: new Uint8Array(rows * GUIDE_CELLS),
  }
  const behaviour = readBehaviour(law, day, input)
  if (input.onlyRead) return choice
  for (let severity = 0; severity < SEVERITIES; severity++)
    for (let residence = 0; residence < RESIDENCES.length; residence++)
      for (let expects = 0; expects < EXPECTATIONS; expects++)
        for (let quintile = 0; quintile < QUINTILES; quintile++)
          writeChances(choice, { severity, residence, expects, quintile }, behaviour, input)
  return choice
}

/** A kind of patient: a row of the tables. */
interface Patient {
  readonly severity: number
  readonly residence: number
  readonly expects: number
  readonly quintile: number
}

function writeChances(choice: CareChoice, patient: Patient, behaviour: Behaviour, input: ChoiceInput): void {
  const { severity, residence, expects, quintile } = patient
  const row = rowOf(severity, residence, expects, quintile)
  const price = PLACES.map((_, place) => 1 - input.coverage[expects][place])
  const chances = placeChances(behaviour, input, patient, input.placesRespond ? price : PLACES.map(() => behaviour.referencePrice))
  const expected = chances.reduce((sum, chance, place) => sum + chance * price[place], 0)
  choice.seek[row] = Math.round(seekChance(behaviour, input, expected, quintile) * CHANCE_UNIT)
  choice.seekFree[row] = Math.round((input.demandResponds ? behaviour.seekIfFree : 1) * CHANCE_UNIT)
  let sum = 0
  chances.forEach((chance, place) => {
    sum += chance
    choice.place[row * PLACES.length + place] = place === PLACES.length - 1 ? CHANCE_UNIT : Math.round(sum * CHANCE_UNIT)
  })
  for (let cell = 0, place = 0; cell < GUIDE_CELLS; cell++) {
    while ((cell * CHANCE_UNIT) / GUIDE_CELLS >= choice.place[row * PLACES.length + place]) place++
    choice.guide[row * GUIDE_CELLS + cell] = place
  }
}

type Behaviour = ReturnType<typeof readBehaviour>

function readBehaviour(law: Law, day: Day, input: ChoiceInput) {
  const { kind } = input
  const utilityOf = (place: Place) => {
    if (kind === 'outpatient') return law.number(`care.choice.outpatient.${place}`, day)
    return hasBeds(place) ? law.number(`care.choice.inpatient.${place}`, day) : undefined
  }
  return {
    utility: PLACES.map(utilityOf),
    severity: PLACES.map((place) => (kind === 'inpatient' && hasBeds(place) ? law.number(`care.choice.severity.${place}`, day) : 0)),
    priceResponse: law.number('care.choice.price_response', day),
    nearAway: [0, law.number('care.choice.away_in_province', day), law.number('care.choice.away_other_province', day)],
    seek: law.number(`care.seek.${kind}`, day),
    seekIfFree: law.number(`care.seek_if_free.${kind}`, day),
    referencePrice: law.number(`care.reference_price.${kind}`, day),
    elasticity: law.number(`care.elasticity.${kind}`, day),
    incomeElasticity: law.number(`care.income_elasticity.${kind}`, day),
  }
}

function placeChances(b: Behaviour, input: ChoiceInput, { severity, residence, quintile }: Patient, price: readonly number[]): number[] {
  if (input.onlyPlace) return PLACES.map((place) => (place === input.onlyPlace ? 1 : 0))
  const utilities = PLACES.map((place, i) => {
    const utility = b.utility[i]
    if (utility === undefined) return undefined
    // those away in the province find city hospitals near, those in another province the hospitals there
    const near =
      (residence === 1 && place === 'city_hospital') || (residence === 2 && place === 'out_of_province') ? b.nearAway[residence] : 0
    return utility + severity * b.severity[i] + near - (b.priceResponse * price[i] * input.meanBill[i]) / input.income[quintile]
  })
  const best = Math.max(...utilities.map((utility) => utility ?? Number.NEGATIVE_INFINITY))
  const weights = utilities.map((utility) => (utility === undefined ? 0 : exp(utility - best)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/**
 * Arc elasticity e between the reference price p0 and p: q/q0 = (1 + e·r) ÷ (1 − e·r) with r = (p − p0) ÷ (p + p0).
 * Some would not go even if it were free: that share is the most. */
function seekChance(b: Behaviour, input: ChoiceInput, price: number, quintile: number): number {
  if (!input.demandResponds) return 1
  const r = price + b.referencePrice > 0 ? (price - b.referencePrice) / (price + b.referencePrice) : 0
  const byPrice = (1 + b.elasticity * r) / (1 - b.elasticity * r)
  const middle = input.income[2]
  const byIncome = exp(b.incomeElasticity * log(input.income[quintile] / middle))
  return Math.min(b.seekIfFree, Math.max(0, b.seek * byPrice * byIncome))
}
