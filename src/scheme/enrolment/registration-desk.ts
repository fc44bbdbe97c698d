/**
 * 参合登记点 Where a household's registration is walked through: from the day on which it registers and pays to the seal of its certificate.
 * What happened on the way is told step by step, with office, papers and day.
 */

import { yearStart } from '../../kernel/calendar.ts'
import { draw, share } from '../../kernel/random.ts'
import { CHANNELS } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { Walk } from '../../procedures/walk.ts'
import type { County } from '../county.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { followsHousehold } from '../trace.ts'
import type { Collection } from './collection.ts'
import { coverFrom } from './cover-rules.ts'
import { papersLateDetail, sentBackDetail, stepDetail } from './explanation.ts'
import { Registration, sealedOn, WAYS, wayOf } from './registration.ts'
import { CampaignWork } from './registration-workload.ts'
import type { Held } from './terms.ts'

const STREET = CHANNELS.indexOf('street_community')
/** Days of the year in which a campaign is held. */
const DAYS = 366

/** Households whose papers are in order and who pay on the same day go the same way: a cell for each day and way. */
interface Together {
  readonly walks: Walk[]
  /** day of cover, -1 when it comes too late; day of payment; how many go it */
  readonly leadsTo: Int16Array
  readonly paidOn: Int16Array
  readonly households: Int32Array
}

export class EnrolmentDesk {
  readonly #county: DeskCounty
  readonly #collection: Pick<Collection, 'payDay' | 'channelOf'>
  readonly #registration: Registration
  readonly #work: CampaignWork
  #now!: Held
  #together = nobodyYet()

  constructor(county: DeskCounty, collection: Pick<Collection, 'payDay' | 'channelOf'>) {
    this.#county = county
    this.#collection = collection
    this.#registration = new Registration(county.data.procedures.procedures, county.calendar)
    this.#work = new CampaignWork(this.#registration)
  }

  open(held: Held): void {
    this.#now = held
    this.#together = nobodyYet()
    this.#work.open(held.terms.heldIn)
  }

  /**
   * Day of the scheme year from which the household's certificates give cover (0: from 1 January), -1 when its papers came too late.
   * The first of those who go a way together goes it for all.
   */
  registers(h: number, village: number): number {
    const held = this.#now
    if (!held.terms.procedure) return 0
    const { keyA, keyB } = this.#county.households
    const way = this.#wayFor(h, village)
    if (!this.#registration.inOrder(way, keyA[h], keyB[h], held.year)) {
      const walk = this.#register(h, way)
      this.#work.count(way, walk, 1)
      return this.#coverAfter(h, way, walk)
    }
    const { payDay } = this.#collection
    const { walks, leadsTo, paidOn, households } = this.#together
    const cell = payDay[h] * WAYS.length + way
    if (households[cell]++ === 0) {
      walks[cell] = this.#register(h, way)
      leadsTo[cell] = this.#coverAfter(h, way, walks[cell])
      paidOn[cell] = payDay[h]
    } else {
      payDay[h] = paidOn[cell]
      if (followsHousehold(this.#county.watch, h)) this.#tell(h, way, walks[cell], leadsTo[cell] >= 0)
    }
    return leadsTo[cell]
  }

  /** The staff time of the campaign, household by household of so many members, goes to the offices. */
  close(members: number, announce: Messages['work']): void {
    const { walks, leadsTo, households } = this.#together
    for (let cell = 0; cell < households.length; cell++) {
      if (households[cell] === 0) continue
      this.#work.count(cell % WAYS.length, walks[cell], households[cell])
      // the first who went this way was counted when it went
      this.#county.watch.events += (households[cell] - 1) * eventsOf(walks[cell], leadsTo[cell] >= 0)
    }
    this.#work.handOver(members, announce)
  }

  #register(h: number, way: number): Walk {
    const { households } = this.#county
    const { year, terms } = this.#now
    const { heldIn, premium } = terms
    const start = this.#registration.setsOut(way, heldIn + this.#collection.payDay[h], heldIn + premium.opens)
    const [keyA, keyB] = [households.keyA[h], households.keyB[h]]
    return this.#registration.register(way, { keyA, keyB, occasion: year, start, deadline: heldIn + premium.deadline })
  }

  /** What the household's way leads to: the day of its cover, -1 when it comes too late. */
  #coverAfter(h: number, way: number, walk: Walk): number {
    const { watch } = this.#county
    const { year, terms, values } = this.#now
    const paid = this.#registration.paidOn(way, walk)
    if (paid >= 0) this.#collection.payDay[h] = paid - terms.heldIn
    if (walk.returned > 0) values[SUMS.householdsSentBack]++
    const sealed = sealedOn(walk)
    const day = sealed === undefined ? -1 : coverFrom(sealed - yearStart(year))
    const inTime = day >= 0 && day <= terms.papersUntil
    watch.events += eventsOf(walk, inTime)
    if (followsHousehold(watch, h)) this.#tell(h, way, walk, inTime)
    return inTime ? day : -1
  }

  /** The procedure of the law, and where the household goes through it. */
  #wayFor(h: number, village: number): number {
    const { keyA, keyB } = this.#county.households
    const { year, terms } = this.#now
    const channel = this.#collection.channelOf(village)
    const rule = terms.registration
    const atCounty =
      rule === 'resident_application' && share(draw(keyA[h], keyB[h], PURPOSE.applicationPlace, year)) < terms.countyCentreShare
    return wayOf(rule, channel === STREET, channel, atCounty)
  }

  #tell(h: number, way: number, walk: Walk, inTime: boolean): void {
    const { watch } = this.#county
    const held = this.#now
    const { heldIn } = held.terms
    const { returned, returnedOn, stepDays, day, outcome } = walk
    if (returned > 0) {
      const detail = sentBackDetail(this.#registration, way, walk, held.year)
      watch.tellHousehold(h, returnedOn - heldIn, 'enrolment.sent_back', detail)
    }
    stepDays.forEach((done, at) => {
      if (done >= 0) watch.tellHousehold(h, done - heldIn, 'enrolment.step', stepDetail(this.#registration, way, at, held))
    })
    if (inTime) return
    const detail = papersLateDetail(outcome, held)
    if (outcome === 'given_up') watch.tellHousehold(h, day - heldIn, 'enrolment.given_up', detail)
    else watch.tellHousehold(h, day - heldIn, 'enrolment.papers_late', detail)
  }
}

type DeskCounty = Pick<County, 'households' | 'watch' | 'calendar' | 'data'>

function nobodyYet(): Together {
  const cells = DAYS * WAYS.length
  return { walks: [], leadsTo: new Int16Array(cells), paidOn: new Int16Array(cells), households: new Int32Array(cells) }
}

/** What is told of a way: that it was sent back, each step reached, and that it came too late. */
function eventsOf({ returned, stepDays }: Walk, inTime: boolean): number {
  let events = (returned > 0 ? 1 : 0) + (inTime ? 0 : 1)
  for (const day of stepDays) if (day >= 0) events++
  return events
}
