/**
 * 微观数据中的人口 The user's persons and households as the model takes them: members one after the other, incomes relative to the mean
 * income per head, households by quintile, ages on the day the model begins; and what the file says of the population as a whole.
 */
import { quantileGroups } from '../../kernel/quantile-groups.ts'
import { rankBy } from '../../kernel/ranking.ts'
import { agesAt, ILLNESS_BAND_FROM, illnessBand, RATE_CLASSES } from '../ages.ts'
import { QUINTILES } from '../household.ts'
import { CHRONIC, EMPLOYEE_INSURED, FEMALE } from '../person.ts'
import type { GivenHouseholds, GivenPersons, Microdata } from './read.ts'

/** Five-year age bands, 0-4 to 85+, as those of population.age_share. */
export const AGE_BANDS = 18

/** Ages and sexes of people, as shares: what the room for newborns is reckoned from. */
export interface AgesAndSexes {
  readonly ageShare: readonly number[]
  readonly maleShare: number
}

/** Typed columns and plain numbers, since they go to worker threads. Households in the order of the file, persons household by household. */
export interface GivenPeople extends AgesAndSexes {
  readonly persons: number
  readonly households: number
  /** row of the first member of each household, and after the last one the number of persons */
  readonly firstMember: Int32Array
  /** full years on the day the model begins */
  readonly age: Uint8Array
  /** absent where the file gives ages: the day is drawn */
  readonly birthDay?: Int32Array
  /** bits FEMALE, CHRONIC, EMPLOYEE_INSURED */
  readonly traits: Uint8Array
  readonly residence: Uint8Array
  /** relative to the mean income per head */
  readonly income: Float32Array
  /** 0-4: quintiles of the weighted households by income per head; those of one income are in one, as the groups of quantile-groups.ts are */
  readonly quintile: Uint8Array
  readonly poor: Uint8Array
  readonly weight?: Float64Array
  /** from 0, in the order in which they first appear; absent when villages are not given */
  readonly village?: Int32Array
  readonly villages: number
  /** persons times weights */
  readonly weightedPersons: number
  /** yuan a year, weighted by persons */
  readonly meanIncome: number
  /** by illness band, weighted */
  readonly chronicShare: readonly number[]
  /** by class of the rates of need (see ages.ts), weighted */
  readonly classShare: readonly number[]
}

/** `firstYear`: the people stand for its 1 January. The mean income must be above zero. */
export function givenPeople({ persons, households }: Microdata, firstYear: number): GivenPeople {
  const { rows, firstMember } = householdByHousehold(persons, households)
  const weight = households.weight
  const weightOf = (h: number) => (weight ? weight[h] : 1)
  const meanIncome = meanIncomePerHead(households, weightOf)
  const age = Uint8Array.from(rows, agesOf(persons, firstYear))
  const traits = Uint8Array.from(rows, (row) => traitsOf(persons, row))
  const income = Float32Array.from(households.incomePerHead, (yuan) => yuan / meanIncome)
  const whole = compositionOf(age, traits, (member) => weightOf(persons.household[rows[member]]))
  return {
    persons: persons.count,
    households: households.count,
    firstMember,
    age,
    ...(persons.birthDay ? { birthDay: Int32Array.from(rows, (row) => persons.birthDay?.[row] ?? 0) } : {}),
    traits,
    residence: Uint8Array.from(rows, (row) => persons.residence[row]),
    income,
    quintile: Uint8Array.from(quantileGroups(rankBy(income, weight), QUINTILES)),
    poor: households.poor,
    ...(weight ? { weight } : {}),
    ...(households.village ? { village: households.village } : {}),
    villages: households.villages.length,
    meanIncome,
    ...whole,
  }
}

/** Rows of the persons, household by household, in the order of the file within each; and where each household begins. */
function householdByHousehold({ count, household }: GivenPersons, { size }: GivenHouseholds) {
  const firstMember = new Int32Array(size.length + 1)
  for (let h = 0; h < size.length; h++) firstMember[h + 1] = firstMember[h] + size[h]
  const next = firstMember.slice()
  const rows = new Int32Array(count)
  for (let row = 0; row < count; row++) rows[next[household[row]]++] = row
  return { rows, firstMember }
}

/** Mean income per head in yuan, weighted by persons. */
export function meanIncomePerHead({ incomePerHead, size }: GivenHouseholds, weightOf: (h: number) => number): number {
  let income = 0
  let persons = 0
  for (let h = 0; h < size.length; h++) {
    income += weightOf(h) * size[h] * incomePerHead[h]
    persons += weightOf(h) * size[h]
  }
  return income / persons
}

function agesOf({ age, birthDay }: GivenPersons, firstYear: number): (row: number) => number {
  const ageOf = agesAt(firstYear)
  return (row) => (birthDay ? ageOf(birthDay[row]) : (age?.[row] ?? 0))
}

function traitsOf({ female, chronic, employeeInsured }: GivenPersons, row: number): number {
  return (female[row] ? FEMALE : 0) | (chronic[row] ? CHRONIC : 0) | (employeeInsured[row] ? EMPLOYEE_INSURED : 0)
}

function compositionOf(age: Uint8Array, traits: Uint8Array, weightOf: (member: number) => number) {
  const bands = new Array<number>(AGE_BANDS).fill(0)
  const classes = new Array<number>(RATE_CLASSES).fill(0)
  let males = 0
  let all = 0
  for (let member = 0; member < age.length; member++) {
    const weight = weightOf(member)
    const isFemale = (traits[member] & FEMALE) !== 0
    bands[ageBand(age[member])] += weight
    classes[illnessBand(age[member]) * 4 + (isFemale ? 1 : 0) + (traits[member] & CHRONIC ? 2 : 0)] += weight
    if (!isFemale) males += weight
    all += weight
  }
  const chronicShare = ILLNESS_BAND_FROM.map((_, band) => {
    const [well, wellFemale, ill, illFemale] = classes.slice(band * 4, band * 4 + 4)
    const ofBand = well + wellFemale + ill + illFemale
    return ofBand > 0 ? (ill + illFemale) / ofBand : 0
  })
  return {
    weightedPersons: all,
    ageShare: bands.map((weight) => weight / all),
    maleShare: males / all,
    chronicShare,
    classShare: classes.map((weight) => weight / all),
  }
}

/** Five-year band of an age in full years. */
export function ageBand(age: number): number {
  return Math.min(AGE_BANDS - 1, Math.floor(age / 5))
}

/** Do files say the same of the same people, whatever they are called and in whatever form they are? */
export function areSamePeople(one: GivenPeople | undefined, other: GivenPeople | undefined): boolean {
  if (!one || !other || one === other) return one === other
  const others = new Map<string, GivenPeople[keyof GivenPeople]>(Object.entries(other))
  const columns = Object.entries(one)
  return columns.length === others.size && columns.every(([name, column]) => isSameColumn(column, others.get(name)))
}

function isSameColumn(one: GivenPeople[keyof GivenPeople], other: GivenPeople[keyof GivenPeople]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  if (one.length !== other.length) return false
  for (let row = 0; row < one.length; row++) if (one[row] !== other[row]) return false
  return true
}
