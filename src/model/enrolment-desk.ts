/**
 * 参合登记点 Where a household's registration is walked through: from the day on which it registers and pays to the seal of its certificate.
 * What happened on the way is told step by step, with office, papers and day.
 */
import { followsHousehold, SUMS, type Watch } from '../institutions/events.ts'
import { type Registration, sealedOn } from '../institutions/registration.ts'
import { coverFrom } from '../institutions/scheme-year.ts'
import { yearStart } from '../kernel/calendar.ts'
import type { Households } from '../population/household.ts'
import type { Procedure } from '../procedures/schema.ts'
import type { Walk } from '../procedures/walk.ts'
import type { CampaignTerms } from './campaign-terms.ts'
import { createCampaignWork, type Work } from './campaign-work.ts'

/** Days of the year in which a campaign is held. */
const DAYS = 366

export function createEnrolmentDesk(
  registration: Registration,
  households: Households,
  payDay: Int16Array,
  inStreet: (village: number) => boolean,
  watch: Watch,
) {
  const work = createCampaignWork(registration.procedureOf)
  const { keyA, keyB } = households
  /** by day of payment, out of a street and in it: the way of households whose papers are in order, to which day it leads, how many go it */
  const ways: Walk[] = []
  const leadsTo = new Int16Array(2 * DAYS)
  const together = new Int32Array(2 * DAYS)
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
    const street = inStreet(village)
    if (!registration.inOrder(street, keyA[h], keyB[h], year)) {
      const walk = register(h, street, year)
      work.count(street, walk, 1)
      return coverAfter(h, street, walk, year)
    }
    const way = 2 * payDay[h] + (street ? 1 : 0)
    if (together[way]++ === 0) {
      ways[way] = register(h, street, year)
      leadsTo[way] = coverAfter(h, street, ways[way], year)
    } else if (followsHousehold(watch, h)) coverAfter(h, street, ways[way], year)
    return leadsTo[way]
  }

  function register(h: number, street: boolean, year: number): Walk {
    const { heldIn, premium } = terms
    return registration.register(street, keyA[h], keyB[h], year, heldIn + payDay[h], heldIn + premium.deadline)
  }

  /** What the household's way leads to: the day of its cover, -1 when it comes too late. */
  function coverAfter(h: number, street: boolean, walk: Walk, year: number): number {
    if (walk.returned > 0) values[SUMS.householdsSentBack]++
    const sealed = sealedOn(walk)
    const day = sealed === undefined ? -1 : coverFrom(sealed - yearStart(year))
    const inTime = day >= 0 && day <= terms.papersUntil
    if (followsHousehold(watch, h)) tell(h, registration.procedureOf(street), walk, year, inTime)
    return inTime ? day : -1
  }

  function tell(h: number, procedure: Procedure, walk: Walk, year: number, inTime: boolean): void {
    const { heldIn } = terms
    const rule = 'procedures/walk.ts walkThrough'
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
        facts: {
          year,
          procedure: procedure.id,
          step: step.en,
          step_zh: step.zh,
          office: step.office,
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
    for (let way = 0; way < together.length; way++) if (together[way] > 0) work.count(way % 2 === 1, ways[way], together[way])
    together.fill(0)
    work.handOver(members, announce)
  }

  return { openCampaign, registers, closeCampaign }
}
