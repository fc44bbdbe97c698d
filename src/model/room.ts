/** How many rows the columns of a county must hold, for any replication. */

import { mortalityBand } from '../population/ages.ts'
import { crudeBirthBound } from '../population/demography.ts'
import type { AgesAndSexes } from '../population/microdata/people.ts'
import type { Settlement } from '../population/settlement.ts'
import type { Room } from '../scheme/county.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Terms } from '../scheme/year-terms.ts'

/** Replications differ by chance in households, villages and townships: so much more room than the first one needs. */
const SPARE = 1.02

/** Room for newborns over the run, as a share of a township's people (of these ages and sexes): a tenth more than the rates expect. */
export function newbornRoom(
  settings: ModelSettings,
  terms: Terms,
  first: number,
  last: number,
  { ageShare, maleShare }: AgesAndSexes = terms.marginals,
): number {
  if (!settings.mechanisms.demography) return 0
  let births = 0
  for (let year = first; year <= last; year++) births += crudeBirthBound(terms.of(year).vital, ageShare, maleShare, year - first)
  return births * 1.1
}

export function roomFor(settlement: Settlement, settings: ModelSettings, terms: Terms, first: number, last: number): Room {
  const more = (rows: number) => Math.ceil(rows * SPARE) + 16
  return {
    // the number of persons is given, only the rounding of townships differs
    persons: settlement.capacity + 1000,
    households: more(settlement.sizes.length),
    villages: more(settlement.villages.length),
    townships: settlement.townships.length + 2,
    slots: slotRoom(settings, terms, first, last, settlement.capacity),
  }
}

export function fits(settlement: Settlement, room: Room): boolean {
  return (
    settlement.capacity <= room.persons &&
    settlement.sizes.length <= room.households &&
    settlement.villages.length <= room.villages &&
    settlement.townships.length <= room.townships
  )
}

/** Room for stays, births and deaths that lie ahead at once: half as much again as the rates expect. */
function slotRoom(settings: ModelSettings, terms: Terms, first: number, last: number, persons: number): number {
  let most = 0
  for (let year = first; year <= last; year++) {
    const { meanInpatientNeed, vital, periods } = terms.of(year)
    const days = periods.reduce((longest, { care }) => Math.max(longest, ...care.stayDays), 0) + 1
    for (const people of terms.compositions) {
      const deaths = people.ageShare.reduce(
        (sum, share, band) =>
          sum + share * Math.max(vital.deathRateMale[mortalityBand(band * 5)], vital.deathRateFemale[mortalityBand(band * 5)]),
        0,
      )
      const vitalEvents = settings.mechanisms.demography ? deaths + newbornRoom(settings, terms, year, year, people) : 0
      most = Math.max(most, (meanInpatientNeed * days) / 365 + vitalEvents)
    }
  }
  return Math.ceil(persons * most * 1.5) + 1000
}
