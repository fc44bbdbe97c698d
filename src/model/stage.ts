/** 乡镇阶段 The institutions joined: columns, handlers and the watch, laid out once for a worker and filled anew for each replication. */

import { createEnrolment } from '../institutions/enrolment.ts'
import { COVER, PAYERS, SUMS, type Watch, type YearlySums } from '../institutions/events.ts'
import { createPremium } from '../institutions/premium.ts'
import { type Day, yearStart as startOfYear } from '../kernel/calendar.ts'
import { bytesOf } from '../kernel/table.ts'
import { householdColumns } from '../population/household.ts'
import { ALIVE, personColumns } from '../population/person.ts'
import { PLACES } from '../population/places.ts'
import type { Settlement } from '../population/synthesize.ts'
import type { CampaignTerms } from './campaign-terms.ts'
import type { ModelData } from './data.ts'
import { nameOf, rowOf } from './names.ts'
import type { TraceEvent } from './record.ts'
import type { ModelSettings } from './settings.ts'
import type { YearTerms } from './terms.ts'
import { createTownships, type Room } from './township.ts'
import type { Treasury } from './treasury.ts'

export type Stage = ReturnType<typeof createStage>
type Follow = { readonly person: string; tell(event: TraceEvent): void }

export function createStage(settings: ModelSettings, data: ModelData, room: Room) {
  const people = personColumns(room.persons)
  const households = householdColumns(room.households)
  const sums: YearlySums = { values: new Float64Array(SUMS.size) }
  const watch: Watch = { person: -1, household: -1, tell() {} }
  const newborns = new Map<number, string>()
  const premiumsBefore = PAYERS.map(() => 0)
  let follow: Follow | undefined
  let settlement: Settlement
  let treasury: Treasury
  let sumsOf: (year: number) => Float64Array
  let campaignSums = sums.values
  let booksOpen = false
  let newbornsJoined = 0
  let yearStart: Day = 0
  let county = 0

  const townships = createTownships(settings, data, room, people, households, sums, watch, {
    settledAtHospital(day, _place, fen) {
      treasury.hospitalDue[day] += fen
    },
    settledAtClinic(day, _place, fen) {
      treasury.clinicDue[day] += fen
    },
    submitted(p, dischargeDay, submitDay, place, fen, occasion) {
      const h = people.household[p]
      treasury.submit({
        keyA: people.keyA[p],
        keyB: people.keyB[p],
        person: p,
        household: h,
        cell: households.quintile[h] * PLACES.length + place,
        place,
        dischargeDay,
        submitDay,
        fen,
        occasion,
      })
    },
    newbornJoins() {
      newbornsJoined++
    },
    born(newborn, mother) {
      if (!follow) return
      const prefix = `${nameOf(county, mother, people.household[mother], settlement, households, newborns)}-b`
      const before = [...newborns.values()].filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('-')).length
      newborns.set(newborn, `${prefix}${before + 1}`)
      if (newborns.get(newborn) === follow.person) watch.person = newborn
    },
  })
  const premium = createPremium(households, room.villages, data.quantiles.exponential, watch, {
    premiumPaid(day, payer, _channel, fen) {
      if (booksOpen) treasury.premiumPaid(day, payer, fen)
      else premiumsBefore[payer] += fen
    },
  })
  const enrolment = createEnrolment(people, households, room.villages, townships.accounts.experience, townships.cover.next, watch, {
    pays: premium.pays,
    enrolled(h, v, members, year) {
      premium.enrolled(h, v, members, year, campaignSums)
    },
  })

  /** Takes the people of a replication, already drawn into the columns. */
  function begin(
    nextCounty: number,
    next: Settlement,
    nextTreasury: Treasury,
    nextSumsOf: (year: number) => Float64Array,
    nextFollow?: Follow,
  ): void {
    county = nextCounty
    settlement = next
    treasury = nextTreasury
    sumsOf = nextSumsOf
    follow = nextFollow
    booksOpen = false
    premiumsBefore.fill(0)
    newborns.clear()
    townships.begin(next)
    watch.person = follow ? rowOf(follow.person, county, settlement, households) : -1
    const elder = follow ? rowOf(follow.person.replace(/(-b\d+)+$/, ''), county, settlement, households) : -1
    watch.household = elder < 0 ? -1 : people.household[elder]
    watch.tell = (day, kind, detail) => follow?.tell({ day: yearStart + day, kind, person: follow.person, ...detail })
  }

  /** The campaign before the first year rests on the participation published for it, and on no experience. Returns premiums by payer. */
  function firstCampaign(year: number, terms: CampaignTerms): readonly number[] {
    yearStart = startOfYear(year - 1)
    enrolment.begin(settlement.villages, terms.enrolment.referenceParticipation)
    campaign(year, terms)
    booksOpen = true
    return premiumsBefore
  }

  function campaign(year: number, terms: CampaignTerms): void {
    campaignSums = sumsOf(year)
    premium.openCampaign(settlement.villages, terms.premium)
    for (const township of settlement.townships) enrolment.campaign(township, year, terms.enrolment, campaignSums)
  }

  /** 1 January in all townships. */
  function openYear(now: YearTerms): { population: number; enrolled: number; newbornsJoined: number } {
    yearStart = now.start
    sums.values = sumsOf(now.year)
    newbornsJoined = 0
    townships.openYear(now, enrolment.participation)
    if (watch.person >= 0 && people.traits[watch.person] & ALIVE)
      watch.tell(0, 'cover.year', {
        rule: 'institutions/enrolment.ts register',
        facts: { year: now.year, cover: COVER[townships.cover.now[watch.person]] },
      })
    return { population: sums.values[SUMS.population], enrolled: sums.values[SUMS.enrolled], newbornsJoined }
  }

  /** What the county does with a claim of the person followed; absolute day. */
  function tellClaim(p: number, day: Day, kind: string, fen: number, facts: Readonly<Record<string, string | number>>): void {
    if (p === watch.person)
      follow?.tell({ day, kind, person: follow.person, rule: 'procedures/engine.ts', amounts: [{ label: 'benefit', fen }], facts })
  }

  const tables = [people, households, enrolment.census, ...townships.tables]
  const bytes = tables.reduce((sum, table) => sum + bytesOf(table), townships.agendaBytes + premium.payDay.byteLength)
  return { room, people, households, townships, begin, firstCampaign, campaign, openYear, tellClaim, bytes }
}
