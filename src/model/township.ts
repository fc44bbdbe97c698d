/**
 * 乡镇 The first stage: one event loop for each township. On 1 January a sweep opens everybody's year; then, day by day and phase by phase,
 * births, deaths, discharges and needs for admission. Visits to the doctor, by far the most frequent, depend on nothing but the person's own
 * state: they are had person by person, as people lie in memory, up to the day before that state or the rules change.
 * Townships share nothing within a year but what they send to the county.
 */

import { createAgenda } from '../kernel/agenda.ts'
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { secondWord } from '../kernel/random.ts'
import { agesAt } from '../population/ages.ts'
import { bear, createYearOfLife, type YearOfLife } from '../population/demography.ts'
import type { Households, Township } from '../population/household.ts'
import { createMovesForWork, drawWorkAndSpending } from '../population/livelihood.ts'
import { CHRONIC, ALIVE as LIVES, type People } from '../population/person.ts'
import type { Settlement } from '../population/synthesize.ts'
import { emptySettlement, reimburse } from '../scheme/benefit/inpatient.ts'
import { reimburseVisit } from '../scheme/benefit/outpatient.ts'
import { createCare } from '../scheme/care/care.ts'
import { createIllness } from '../scheme/care/illness.ts'
import { createHospitalWindow } from '../scheme/claims/hospital-window.ts'
import { createClaimOutlook } from '../scheme/claims/outcome.ts'
import { accountColumns, createClaims } from '../scheme/claims/stays.ts'
import { createOrdinaryVisits } from '../scheme/claims/visits-fast.ts'
import type { Room } from '../scheme/county.ts'
import type { ModelData } from '../scheme/data.ts'
import { createCover } from '../scheme/enrolment/cover.ts'
import { COVERED, isEnrolled } from '../scheme/enrolment/cover-states.ts'
import { PHASE, PHASES } from '../scheme/episodes.ts'
import type { ToCounty } from '../scheme/messages.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { SUMS as OFFSETS, type YearlySums } from '../scheme/totals.ts'
import { follows, followsNobody, happens, type Watch } from '../scheme/trace.ts'
import type { YearTerms } from '../scheme/year-terms.ts'
import { changesTold, createTurnOfYear } from './new-year.ts'
import { createSlots, SLOT } from './slots.ts'

// bound here, V8 takes them for constants
const SUMS = OFFSETS
const ALIVE = LIVES
const ILL = CHRONIC
/** A day that lies beyond every stay. */
const FAR = 10_000

/**
 * The loop and its columns, made once and used for every replication: handlers that close over one set of arrays run
 * markedly faster than handlers made anew. `begin` takes the people of the next replication, who must fit into `room`.
 */
export function createTownships(
  settings: ModelSettings,
  data: ModelData,
  calendar: WorkCalendar,
  room: Room,
  people: People,
  households: Households,
  sums: YearlySums,
  watch: Watch,
  toCounty: ToCounty,
) {
  const { mechanisms } = settings
  const capacity = room.persons
  const exponential = data.quantiles.exponential
  const announce = { ...toCounty, beforeChange }
  const cover = createCover(room, people, households, exponential, mechanisms.enrolment_procedure, sums, watch, announce)
  const coverNow = cover.state.now
  const accounts = accountColumns(capacity, households.keyA.length)
  const agenda = createAgenda({ sections: room.townships, phases: PHASES, entries: capacity + room.slots })
  const slots = createSlots(room.slots, room.townships)
  const firstSlot = capacity
  const rules = { reimburse, reimburseVisit, emptySettlement }
  const asked = [createHospitalWindow(people, data, mechanisms.offices, watch), createClaimOutlook(people, data, calendar)] as const
  const claims = createClaims(people, households, coverNow, accounts, exponential, rules, sums, watch, toCounty, ...asked)
  const care = createCare(people, households, coverNow, exponential, sums, watch, {
    visited: claims.visited,
    admitted,
    daysToLive: (p, day) => (dies.get(p) ?? FAR) - day,
    billed: toCounty.billed,
  })
  const illness = createIllness(people, capacity, agenda, exponential, care)
  const ordinaryVisits = createOrdinaryVisits({
    ...{ people, households, cover: coverNow, accounts, illness, exponential, sums },
    settledAtClinic: toCounty.settledAtClinic,
    billed: toCounty.billed,
    receivedBack: toCounty.receivedBack,
  })
  const turnOfYear = createTurnOfYear(people, mechanisms, watch)
  const drawYearOfLife = createYearOfLife(people)
  const moveForWork = createMovesForWork(people)
  const life: YearOfLife = { deathDay: -1, birthDay: -1 }
  /** 1 January on: the day of death of those who die in the year */
  const dies = new Map<number, number>()
  let townships: readonly Township[] = []
  let terms: YearTerms
  let open = 0
  let lastPeriod = -1
  let agesIn = 0

  function begin(settlement: Settlement): void {
    townships = settlement.townships
    agenda.clear()
    slots.begin()
    cover.begin()
    accounts.experience.fill(0)
  }

  function admitted(p: number, day: number, length: number, place: number, bill: number, occasion: number): void {
    const slot = slots.take(coverNow[p] === COVERED ? SLOT.stay : SLOT.uncoveredStay, p)
    slots.rows.place[slot] = place
    slots.rows.bill[slot] = bill
    slots.rows.occasion[slot] = occasion
    slots.rows.length[slot] = length
    const discharge = day + length
    if (discharge < terms.days) agenda.add(firstSlot + slot, discharge, PHASE.discharge)
    else slots.keepOverNewYear(open, slot, discharge - terms.days)
  }

  /** 1 January: everybody's accounts, cover, needs and year of life. `enrolledIn`: participation of each village. */
  function openYear(next: YearTerms, participation: Float64Array): void {
    terms = next
    illness.openYear(next.year, next.needs)
    cover.openYear(next)
    dies.clear()
    lastPeriod = -1
    usePeriod(0)
    agesIn = mechanisms.demography ? next.year : settings.years[0] - settings.burnInYears
    const ageOf = agesAt(agesIn)
    for (open = 0; open < townships.length; open++) {
      agenda.open(open)
      openTownshipYear(townships[open], ageOf, participation)
      slots.openYear(open, (slot, day) => {
        const end = Math.min(day, dies.get(slots.rows.person[slot]) ?? FAR)
        slots.rows.length[slot] -= day - end
        agenda.add(firstSlot + slot, end, PHASE.discharge)
      })
    }
  }

  function openTownshipYear(t: Township, ageOf: (birth: Day) => number, participation: Float64Array): void {
    const { traits, household, birthDay, residence } = people
    const values = sums.values
    const villageOf = households.village
    const told = !followsNobody(watch)
    const certifies = terms.periods.some(({ benefit }) => benefit.specialShare > 0)
    const eligible = new Float64Array(t.endVillage - t.firstVillage)
    const enrolled = new Float64Array(t.endVillage - t.firstVillage)
    cover.beginnings.openTownship(open, t.endPerson)
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      if (!(traits[p] & ALIVE)) continue
      values[SUMS.population]++
      values[SUMS.away + residence[p]]++
      if (cover.open(open, p)) {
        const v = villageOf[household[p]] - t.firstVillage
        eligible[v]++
        if (isEnrolled(coverNow[p])) enrolled[v]++
      }
    }
    claims.openYear(t.firstPerson, t.endPerson)
    toCounty.yearBegins(coverNow, agesIn, t.firstPerson, t.endPerson)
    for (let p = t.firstPerson; p < t.endPerson; p++) {
      if (!(traits[p] & ALIVE)) continue
      const age = ageOf(birthDay[p])
      if (told && follows(watch, p, household[p])) turnOfYear.tell(p, age, terms)
      const before = traits[p]
      const livedAt = residence[p]
      if (mechanisms.demography) liveOn(p, age)
      const work = drawWorkAndSpending(people, p, terms.year)
      const spending = secondWord()
      if (mechanisms.livelihood) moveForWork(p, terms.year, age, mechanisms.demography ? age + 1 : age, terms.livelihood, work)
      if (traits[p] !== before || residence[p] !== livedAt) watch.events += changesTold(before, traits[p], residence[p] !== livedAt)
      if (certifies && traits[p] & ILL && turnOfYear.certifiedFrom(p, terms)) watch.events++
      care.spendOutside(p, terms.year, spending)
      illness.firstNeeds(p, age, 0, mechanisms.demography)
    }
    cover.beginnings.sort(open)
    for (let v = 0; v < eligible.length; v++) participation[t.firstVillage + v] = eligible[v] > 0 ? enrolled[v] / eligible[v] : 1
  }

  function liveOn(p: number, age: number): void {
    drawYearOfLife(p, terms.year, age, terms.vital, life)
    if (life.deathDay >= 0) dies.set(p, life.deathDay)
    if (life.deathDay >= 0) agenda.add(firstSlot + slots.take(SLOT.death, p), life.deathDay, PHASE.status)
    if (life.birthDay >= 0) agenda.add(firstSlot + slots.take(SLOT.birth, p), life.birthDay, PHASE.status)
  }

  /** Runs all townships over the days of the year from `from` up to but not including `to`. */
  function run(from: number, to: number): void {
    for (open = 0; open < townships.length; open++) {
      agenda.open(open)
      lastPeriod = -1
      for (let day = from; day < to; ) {
        usePeriod(day)
        // members who draw on one account come in the order of days; all others one after the other, as they lie in memory
        const until = claims.membersShareAccount() ? day + 1 : Math.min(to, endOfPeriod())
        for (; day < until; day++) runDay(day)
        visitsBefore(until)
      }
    }
  }

  function runDay(day: number): void {
    cover.beginToday(open, day)
    let entry: number
    while ((entry = agenda.take(day, PHASE.status)) >= 0) lifeEvent(entry - firstSlot, day)
    while ((entry = agenda.take(day, PHASE.discharge)) >= 0) discharge(entry - firstSlot, day)
    while ((entry = agenda.take(day, PHASE.admission)) >= 0) illness.inpatientNeed(entry, day)
  }

  /** Visits to the doctor of everybody in the township that come before `day` and have not been had yet. */
  function visitsBefore(day: number): void {
    const { firstPerson, endPerson } = townships[open]
    if (claims.poolOnly() && followsNobody(watch)) watch.events += ordinaryVisits.hadBefore(day, firstPerson, endPerson)
    else for (let p = firstPerson; p < endPerson; p++) illness.outpatientNeedsBefore(p, day)
  }

  /** Today something changes for `p` that its visits depend on: those before today are had as it was. */
  function beforeChange(p: number, day: number): void {
    illness.outpatientNeedsBefore(p, day)
  }

  function usePeriod(day: number): void {
    const { periods } = terms
    let at = periods.length - 1
    while (periods[at].from > day) at--
    if (at === lastPeriod) return
    lastPeriod = at
    care.openPeriod(periods[at].care)
    claims.openPeriod(terms.start, periods[at].benefit, periods[at].claims)
    ordinaryVisits.openPeriod(periods[at].care, periods[at].benefit)
  }

  /** Day after the last of the period in use. */
  function endOfPeriod(): number {
    const next = lastPeriod + 1
    return next < terms.periods.length ? terms.periods[next].from : terms.days
  }

  function discharge(slot: number, day: number): void {
    const { kind, person, place, bill, occasion, length } = slots.rows
    slots.release(slot)
    const p = person[slot]
    const share = cover.coveredShareOf(p, day, length[slot], kind[slot] === SLOT.stay, occasion[slot])
    claims.discharged(p, day, place[slot], bill[slot], occasion[slot], share)
  }

  function lifeEvent(slot: number, day: number): void {
    const p = slots.rows.person[slot]
    const kind = slots.rows.kind[slot]
    slots.release(slot)
    if (!(people.traits[p] & ALIVE)) return
    if (kind === SLOT.death) {
      beforeChange(p, day)
      people.traits[p] &= ~ALIVE
      sums.values[SUMS.deaths]++
      if (happens(watch, p, people.household[p])) watch.tell(p, day, 'life.died', { rule: 'population/demography.ts drawYearOfLife' })
    } else giveBirth(p, day)
  }

  function giveBirth(mother: number, day: number): void {
    const t = townships[open]
    if (t.endPerson >= t.capacityEnd)
      throw new InvariantBroken('life.born', terms.start + day, 'more births than the rates let expect: no room in the township')
    const p = t.endPerson++
    bear(people, mother, p, terms.year, terms.start + day, terms.vital)
    claims.openAccounts(p)
    sums.values[SUMS.births]++
    toCounty.born(p, mother)
    cover.newborn(mother, p, day)
    if (happens(watch, mother, people.household[mother]))
      watch.tell(mother, day, 'life.gave_birth', { rule: 'population/demography.ts bear' })
    illness.firstNeeds(p, 0, day, true)
  }

  return {
    coverNext: cover.state.next,
    sealedLater: cover.beginnings.sealedLater,
    accounts,
    begin,
    openYear,
    run,
    received: claims.received,
    tables: [cover.state, accounts, illness.state, slots.rows],
    agendaBytes: agenda.bytes,
  }
}
