/**
 * 参合登记点 Where a household's registration is walked through: from the day on which it registers and pays to the seal of its certificate.
 * What happened on the way is told step by step, with office, papers and day.
 */

import { yearStart } from '../../kernel/calendar.ts'
import { draw, share } from '../../kernel/random.ts'
import type { Households } from '../../population/household.ts'
import { CHANNELS } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { Walk } from '../../procedures/walk.ts'
import { SUMS } from '../totals.ts'
import { followsHousehold, type Watch } from '../trace.ts'
import { coverFrom } from './cover-rules.ts'
import { type Registration, sealedOn, WAYS, wayOf } from './registration.ts'
import { createCampaignWork, type Work } from './registration-workload.ts'
import type { CampaignTerms } from './terms.ts'

const STREET = CHANNELS.indexOf('street_community')
/** Days of the year in which a campaign is held. */
const DAYS = 366

export function createEnrolmentDesk(
  registration: Registration,
  households: Households,
  payDay: Int16Array,
  channelOf: (village: number) => number,
  watch: Watch,
) {
  const work = createCampaignWork(registration)
  const { keyA, keyB } = households
  /** by day of payment and way: the walk of households whose papers are in order, to which day of cover it leads, on which they pay, how many go it */
  const walks: Walk[] = []
  const leadsTo = new Int16Array(DAYS * WAYS.length)
  const paidOn = new Int16Array(DAYS * WAYS.length)
  const together = new Int32Array(DAYS * WAYS.length)
  let terms: CampaignTerms
  let values: Float64Array

  function openCampaign(next: CampaignTerms, nextValues: Float64Array): void {
    terms = next
    values = nextValues
    work.open(next.heldIn)
  }

  /**
   * Day of the scheme year `year` from which the household's certificates give cover, -1 when its papers came too late.
   * Households whose papers are in order and who pay on the same day go the same way: the first of them goes it for all.
   */
  function registers(h: number, village: number, year: number): number {
    if (!terms.procedure) return 0
    const way = wayFor(h, village, year)
    if (!registration.inOrder(way, keyA[h], keyB[h], year)) {
      const walk = register(h, way, year)
      work.count(way, walk, 1)
      return coverAfter(h, way, walk, year)
    }
    const cell = payDay[h] * WAYS.length + way
    if (together[cell]++ === 0) {
      walks[cell] = register(h, way, year)
      leadsTo[cell] = coverAfter(h, way, walks[cell], year)
      paidOn[cell] = payDay[h]
    } else {
      payDay[h] = paidOn[cell]
      if (followsHousehold(watch, h)) tell(h, way, walks[cell], year, leadsTo[cell] >= 0)
    }
    return leadsTo[cell]
  }

  function register(h: number, way: number, year: number): Walk {
    const { heldIn, premium } = terms
    const start = registration.setsOut(way, heldIn + payDay[h], heldIn + premium.opens)
    return registration.register(way, keyA[h], keyB[h], year, start, heldIn + premium.deadline)
  }

  /** What the household's way leads to: the day of its cover, -1 when it comes too late. */
  function coverAfter(h: number, way: number, walk: Walk, year: number): number {
    const paid = registration.paidOn(way, walk)
    if (paid >= 0) payDay[h] = paid - terms.heldIn
    if (walk.returned > 0) values[SUMS.householdsSentBack]++
    const sealed = sealedOn(walk)
    const day = sealed === undefined ? -1 : coverFrom(sealed - yearStart(year))
    const inTime = day >= 0 && day <= terms.papersUntil
    watch.events += eventsOf(walk, inTime)
    if (followsHousehold(watch, h)) tell(h, way, walk, year, inTime)
    return inTime ? day : -1
  }

  /** The procedure of the law, and where the household goes through it. */
  function wayFor(h: number, village: number, year: number): number {
    const channel = channelOf(village)
    const { registration: rule, countyCentreShare } = terms
    const atCounty = rule === 'resident_application' && share(draw(keyA[h], keyB[h], PURPOSE.applicationPlace, year)) < countyCentreShare
    return wayOf(rule, channel === STREET, channel, atCounty)
  }

  /** What is told of a way: what was lacking first, each step reached, and that it came too late. */
  function eventsOf({ firstPaper, stepDays }: Walk, inTime: boolean): number {
    let events = (firstPaper === undefined ? 0 : 1) + (inTime ? 0 : 1)
    for (const day of stepDays) if (day >= 0) events++
    return events
  }

  function tell(h: number, way: number, walk: Walk, year: number, inTime: boolean): void {
    const { heldIn } = terms
    const rule = 'procedures/walk.ts walkThrough'
    const procedure = registration.procedureOf(way)
    if (walk.firstPaper !== undefined) {
      const paper = procedure.papers[walk.firstPaper]
      watch.tellHousehold(h, payDay[h], 'enrolment.sent_back', {
        rule,
        facts: { year, procedure: procedure.id, missing: paper.en, missing_zh: paper.zh, times: walk.returned },
      })
    }
    procedure.steps.forEach((step, i) => {
      if (walk.stepDays[i] < 0) return
      const papers = (step.checks ?? []).map((id) => procedure.papers.find((paper) => paper.id === id)?.en ?? id)
      watch.tellHousehold(h, walk.stepDays[i] - heldIn, 'enrolment.step', {
        rule,
        ...(i === 0 ? { parameters: [{ name: 'enrolment.registration', value: terms.registration }] } : {}),
        facts: {
          year,
          procedure: procedure.id,
          step: step.en,
          step_zh: step.zh,
          office: registration.officeOf(way, step),
          ...(WAYS[way][1] ? { way: WAYS[way][1] } : {}),
          ...(papers.length > 0 ? { papers: papers.join(', ') } : {}),
        },
      })
    })
    if (!inTime)
      watch.tellHousehold(h, walk.day - heldIn, 'enrolment.papers_late', {
        rule,
        parameters: [{ name: 'enrolment.papers_until', value: String(terms.papersUntil) }],
        facts: { year, reason: walk.outcome },
      })
  }

  /** The staff time of the campaign, household by household of so many members, goes to the offices. */
  function closeCampaign(members: number, announce: Work): void {
    for (let cell = 0; cell < together.length; cell++) {
      if (together[cell] === 0) continue
      work.count(cell % WAYS.length, walks[cell], together[cell])
      // the first who went this way was counted when it went
      watch.events += (together[cell] - 1) * eventsOf(walks[cell], leadsTo[cell] >= 0)
    }
    together.fill(0)
    work.handOver(members, announce)
  }

  return { openCampaign, registers, closeCampaign }
}
