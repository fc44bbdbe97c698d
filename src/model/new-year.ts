/** 元旦 1 January in a township: a sweep over its people opens everybody's year of life, work and needs. */

import type { Day } from '../kernel/calendar.ts'
import { secondWord } from '../kernel/random.ts'
import { agesAt } from '../population/ages.ts'
import { drawYearOfLife, type LifeTables, lifeTables, type YearOfLife } from '../population/demography.ts'
import type { Township } from '../population/household.ts'
import { drawWorkAndSpending, moveForWork, workTurn } from '../population/livelihood.ts'
import { ALIVE, CHRONIC } from '../population/person.ts'
import type { Care } from '../scheme/care/care.ts'
import { firstNeeds, type Illness } from '../scheme/care/illness.ts'
import type { County } from '../scheme/county.ts'
import { follows, followsNobody } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'
import type { Ahead } from './ahead.ts'
import { certifiedFrom, changesTold, tellTurnOfYear } from './new-year-told.ts'

/** Whose year it opens. */
export interface NewYear {
  readonly county: County
  readonly care: Care
  readonly illness: Illness
  readonly ahead: Ahead
  /** what a year of life is drawn into */
  readonly life: YearOfLife
}

export function newYearFor(county: County, chapters: Pick<NewYear, 'care' | 'illness' | 'ahead'>): NewYear {
  const { care, illness, ahead } = chapters
  const life = { deathDay: -1, birthDay: -1 }
  return { county, care, illness, ahead, life }
}

/** The year that people are as old in as their birthdays say; without demography always the first. */
export function agesIn({ settings, mechanisms }: County, year: number): number {
  return mechanisms.demography ? year : settings.years[0] - settings.burnInYears
}

/** The year of everybody's life in a township: what comes with age, death and birth, work, spending outside the scheme, first needs. */
export function openLives(newYear: NewYear, t: Township, terms: YearTerms): void {
  const { county, care, illness } = newYear
  const { traits, household, residence, birthDay } = county.people
  const { mechanisms, watch } = county
  const { demography, livelihood } = mechanisms
  const ageOf: (birth: Day) => number = agesAt(agesIn(county, terms.year))
  const turn = workTurn(terms.year, terms.livelihood, demography)
  const tables = lifeTables(terms.year, terms.vital)
  const isTold = !followsNobody(watch)
  const certifies = terms.periods.some(({ benefit }) => benefit.specialShare > 0)
  for (let p = t.firstPerson; p < t.endPerson; p++) {
    if (!(traits[p] & ALIVE)) continue
    const age = ageOf(birthDay[p])
    const before = traits[p]
    const livedAt = residence[p]
    if (demography) liveOn(newYear, p, age, tables)
    const work = drawWorkAndSpending(county.people, p, terms.year)
    const spending = secondWord()
    if (livelihood) moveForWork(county.people, p, age, work, turn)
    if (isTold && follows(watch, p, household[p])) tellTurnOfYear(county, p, age, { traits: before, residence: livedAt }, terms)
    if (traits[p] !== before || residence[p] !== livedAt) watch.events += changesTold(before, traits[p], residence[p] !== livedAt)
    if (certifies && traits[p] & CHRONIC && certifiedFrom(county, p, terms.periods)) watch.events++
    care.spendOutside(p, terms.year, spending)
    firstNeeds(illness, p, age, 0, demography)
  }
}

function liveOn({ county, ahead, life }: NewYear, p: number, age: number, tables: LifeTables): void {
  drawYearOfLife(county.people, p, age, tables, life)
  if (life.deathDay >= 0) ahead.expectDeath(p, life.deathDay)
  if (life.birthDay >= 0) ahead.expectBirth(p, life.birthDay)
}
