/** 追踪 Who is followed for `hezuo explain`, and what is told of them: events with names instead of rows, absolute days instead of days of the year. */

import type { Day } from '../kernel/calendar.ts'
import type { Settlement } from '../population/settlement.ts'
import type { County } from '../scheme/county.ts'
import type { TraceEvent } from '../scheme/record.ts'
import type { Watch } from '../scheme/trace.ts'
import { Names } from './names.ts'

/** One person, all members of a household, or everybody; told in no particular order within a day. */
export interface Follow {
  readonly person?: string
  readonly household?: string
  readonly everyone?: boolean
  tell(event: TraceEvent): void
  /** nobody is called so, nor can anybody come to be: `nearest` is somebody there, or a household */
  unknown?(nearest: string): void
}

/** The replication that is followed. */
interface Followed {
  /** of the county */
  readonly number: number
  readonly settlement: Settlement
  readonly follow?: Follow
}

export class Following {
  /** Handlers compare with it and tell it. */
  readonly watch: Watch = {
    person: -1,
    household: -1,
    wholeHousehold: false,
    everyone: false,
    events: 0,
    tell() {},
    tellOn() {},
    tellHousehold() {},
  }
  #follow?: Follow
  #names?: Names
  #yearStart: Day = 0

  /** Begins a replication: looks up the row of whoever is followed. */
  begin({ people, households }: County, { number, settlement, follow }: Followed): void {
    const names = new Names(people, households, settlement, number)
    const { watch } = this
    this.#follow = follow
    this.#names = names
    watch.events = 0
    const elder = follow?.person ? names.rowOf(follow.person.replace(/(-b\d+)+$/, '')) : -1
    watch.person = follow?.person ? names.rowOf(follow.person) : -1
    watch.household = follow?.household ? names.householdRowOf(follow.household) : elder < 0 ? -1 : people.household[elder]
    const asked = follow?.household ?? follow?.person
    // a newborn may still come, when its mother is there
    if (asked !== undefined && (follow?.household ? watch.household : elder) < 0) follow?.unknown?.(names.nearestTo(asked))
    watch.wholeHousehold = follow?.household !== undefined
    watch.everyone = follow?.everyone === true
    watch.tell = (p, day, kind, detail) => watch.tellOn(p, this.#yearStart + day, kind, detail)
    watch.tellOn = (p, day, kind, detail) =>
      follow?.tell({ day, kind, person: names.of(p), household: names.ofHousehold(names.householdOf(p)), ...detail })
    watch.tellHousehold = (h, day, kind, detail) =>
      follow?.tell({ day: this.#yearStart + day, kind, person: follow.person ?? '', household: names.ofHousehold(h), ...detail })
  }

  openYear(start: Day): void {
    this.#yearStart = start
  }

  /** A newborn is named. */
  born(newborn: number, mother: number): void {
    if (this.#follow && this.#names?.born(newborn, mother) === this.#follow.person) this.watch.person = newborn
  }
}
