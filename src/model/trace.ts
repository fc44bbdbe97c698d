/** 追踪 Who is followed for `hezuo explain`, and what is told of them: events with names instead of rows, absolute days instead of days of the year. */

import type { Day } from '../kernel/calendar.ts'
import type { Households } from '../population/household.ts'
import type { People } from '../population/person.ts'
import type { Settlement } from '../population/synthesize.ts'
import { claimNumber } from '../scheme/episodes.ts'
import type { TraceEvent } from '../scheme/record.ts'
import { happens, type Watch } from '../scheme/trace.ts'
import { householdNameOf, householdRowOf, type Newborns, nameOf, nearestNameTo, rowOf } from './names.ts'

/** One person, all members of a household, or everybody; told in no particular order within a day. */
export interface Follow {
  readonly person?: string
  readonly household?: string
  readonly everyone?: boolean
  tell(event: TraceEvent): void
  /** nobody is called so, nor can anybody come to be: `nearest` is somebody there, or a household */
  unknown?(nearest: string): void
}

export function createFollowing(people: People, households: Households) {
  const watch: Watch = { person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0, tell() {}, tellHousehold() {} }
  const newborns: Newborns = new Map()
  let follow: Follow | undefined
  let settlement: Settlement
  let county = 0
  let yearStart: Day = 0

  const name = (p: number) => nameOf(county, p, people.household[p], settlement, households, newborns)
  const householdName = (h: number) => householdNameOf(county, h, settlement, households)

  /** Begins a replication: looks up the row of whoever is followed. */
  function begin(nextCounty: number, next: Settlement, nextFollow: Follow | undefined): void {
    county = nextCounty
    settlement = next
    follow = nextFollow
    newborns.clear()
    watch.events = 0
    const elder = follow?.person ? rowOf(follow.person.replace(/(-b\d+)+$/, ''), county, next, households) : -1
    watch.person = follow?.person ? rowOf(follow.person, county, next, households) : -1
    watch.household = follow?.household ? householdRowOf(follow.household, county, next) : elder < 0 ? -1 : people.household[elder]
    const asked = follow?.household ?? follow?.person
    // a newborn may still come, when its mother is there
    if (asked !== undefined && (follow?.household ? watch.household : elder) < 0) follow?.unknown?.(nearestNameTo(asked, county, next))
    watch.wholeHousehold = follow?.household !== undefined
    watch.everyone = follow?.everyone === true
    watch.tell = (p, day, kind, detail) =>
      follow?.tell({ day: yearStart + day, kind, person: name(p), household: householdName(people.household[p]), ...detail })
    watch.tellHousehold = (h, day, kind, detail) =>
      follow?.tell({ day: yearStart + day, kind, person: follow.person ?? '', household: householdName(h), ...detail })
  }

  function openYear(start: Day): void {
    yearStart = start
  }

  /** A newborn's name is its mother's and the number of the birth. */
  function born(newborn: number, mother: number): void {
    if (!follow) return
    const prefix = `${name(mother)}-b`
    const before = [...newborns.values()].filter((other) => other.startsWith(prefix) && !other.slice(prefix.length).includes('-')).length
    newborns.set(newborn, `${prefix}${before + 1}`)
    if (newborns.get(newborn) === follow.person) watch.person = newborn
  }

  /** Something happens to a claim of this person. Is it told? */
  const happensToClaim = (p: number): boolean => happens(watch, p, people.household[p])

  /** What the county does with a claim; absolute day. */
  function tellClaim(
    p: number,
    day: Day,
    kind: string,
    fen: number,
    occasion: number,
    facts: Readonly<Record<string, string | number>>,
  ): void {
    if (!follow) return
    const amounts = [{ id: 'benefit' as const, fen }]
    follow.tell({
      day,
      kind,
      person: name(p),
      household: householdName(people.household[p]),
      rule: 'procedures/engine.ts',
      amounts,
      facts: { claim: claimNumber(occasion), ...facts },
    })
  }

  return { watch, begin, openYear, born, happensToClaim, tellClaim }
}
