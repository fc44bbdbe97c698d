/** 人口变动 Births, deaths and the coming of chronic illness. Drawn once a year for the day they happen on. */
import { type Day, daysInYear, yearOf } from '../kernel/calendar.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { AGES, fertilityBand, mortalityBand } from './ages.ts'
import { ALIVE, CHRONIC, FEMALE, type People, peopleToWrite } from './person.ts'
import { PURPOSE } from './purposes.ts'
import { chronicNow } from './synthesize.ts'

/** Rates of one year; lists by the bands of ages.ts. */
export interface VitalRates {
  readonly birthRate: readonly number[]
  readonly maleBirthShare: number
  readonly deathRateMale: readonly number[]
  readonly deathRateFemale: readonly number[]
  readonly chronicShare: readonly number[]
}

/** What the year holds for one person: day of the year, or -1. */
export interface YearOfLife {
  deathDay: number
  birthDay: number
}

/** The rates of one year by age, those of women after those of men: what a life in that year is drawn from. */
export interface LifeTables {
  readonly year: number
  readonly days: number
  readonly death: Float64Array
  readonly birth: Float64Array
  readonly chronicShare: readonly number[]
}

export function lifeTables(year: number, rates: VitalRates): LifeTables {
  const death = new Float64Array(2 * AGES)
  const birth = new Float64Array(2 * AGES)
  for (let age = 0; age < AGES; age++) {
    death[age] = rates.deathRateMale[mortalityBand(age)]
    death[AGES + age] = rates.deathRateFemale[mortalityBand(age)]
    const fertile = fertilityBand(age)
    birth[AGES + age] = fertile < 0 ? 0 : rates.birthRate[fertile]
  }
  return { year, days: daysInYear(year), death, birth, chronicShare: rates.chronicShare }
}

/**
 * Fills `out` with the day of death and of giving birth in the year of person `p` aged `age` on 1 January, and lets chronic illness come with age.
 * One draw decides whether and when: given that it happens, the day is uniform over the year.
 */
export function drawYearOfLife(people: People, p: number, age: number, tables: LifeTables, out: YearOfLife): void {
  const { traits: traitsOf, keyA, keyB } = peopleToWrite(people)
  const { year, days } = tables
  const traits = traitsOf[p]
  const row = (traits & FEMALE) * AGES + age
  const word = share(draw(keyA[p], keyB[p], PURPOSE.lifeOfYear, year))
  const second = share(secondWord())
  const death = tables.death[row]
  out.deathDay = word < death ? Math.floor((word / death) * days) : -1
  const birth = tables.birth[row]
  out.birthDay = second < birth ? Math.floor((second / birth) * days) : -1
  // prevalence changes with the age band only, and a band begins at a birthday: look again in the year after it
  if (!(traits & CHRONIC) && age % 5 === 0 && chronicNow(keyA[p], keyB[p], age, tables.chronicShare)) traitsOf[p] = traits | CHRONIC
}

/** 新生儿 Writes the newborn of `mother` at `p`; its identity is the mother's and the year of birth: nobody bears twice in a year here. */
export function bear(living: People, mother: number, p: number, day: Day, rates: VitalRates): void {
  const people = peopleToWrite(living)
  people.keyA[p] = draw(people.keyA[mother], people.keyB[mother], PURPOSE.newborn, yearOf(day))
  people.keyB[p] = secondWord()
  people.birthDay[p] = day
  people.household[p] = people.household[mother]
  people.residence[p] = people.residence[mother]
  people.resilience[p] = people.resilience[mother]
  const male = share(draw(people.keyA[p], people.keyB[p], PURPOSE.sexAndEmployment, 0)) < rates.maleBirthShare
  people.traits[p] = male ? ALIVE : ALIVE | FEMALE
}

/**
 * Births per person at most, `yearsOn` years after the population had these age shares: each fertile band may by then hold the largest
 * of the bands that can have grown into it. The room that columns must keep.
 */
export function crudeBirthBound(rates: VitalRates, ageShare: readonly number[], maleShare: number, yearsOn: number): number {
  const total = ageShare.reduce((sum, value) => sum + value, 0)
  const steps = Math.ceil(yearsOn / 5)
  const largest = (band: number) => Math.max(...ageShare.slice(Math.max(0, band - steps), band + 1))
  return rates.birthRate.reduce((sum, rate, i) => sum + rate * (largest(i + 3) / total), 0) * (1 - maleShare)
}
