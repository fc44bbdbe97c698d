/**
 * 参合登记点 Where a household's registration is walked through: from the day on which it registers and pays to the seal of its certificate.
 * What happened on the way is told step by step, with office, papers and day.
 */
import { followsHousehold, SUMS, type Watch } from '../institutions/events.ts'
import { type Registration, sealedOn, WAYS, wayOf } from '../institutions/registration.ts'
import { coverFrom } from '../institutions/scheme-year.ts'
import { yearStart } from '../kernel/calendar.ts'
import { draw, share } from '../kernel/random.ts'
import type { Households } from '../population/household.ts'
import { CHANNELS } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import type { Walk } from '../procedures/walk.ts'
import type { CampaignTerms } from './campaign-terms.ts'
import { createCampaignWork, type Work } from './campaign-work.ts'

const STREET = CHANNELS.indexOf('street_community')

export function createEnrolmentDesk(
  registration: Registration,
  households: Households,
  payDay: Int16Array,
  channelOf: (village: number) => number,
  watch: Watch,
) {
  const work = createCampaignWork(registration)
  let terms: CampaignTerms
  let values: Float64Array

  function openCampaign(next: CampaignTerms, nextValues: Float64Array): void {
    terms = next
    values = nextValues
  }

  /** Day of the scheme year `year` from which the household's certificates give cover, -1 when its papers came too late. */
  function registers(h: number, village: number, year: number): number {
    if (!terms.procedure) return 0
    const heldIn = yearStart(year - 1)
    const way = wayFor(h, village, year)
    const paid = heldIn + payDay[h]
    const start = registration.setsOut(way, paid, heldIn + terms.premium.opens)
    const walk = registration.register(way, households.keyA[h], households.keyB[h], year, start, heldIn + terms.premium.deadline)
    work.count(way, walk)
    const paidOn = registration.paidOn(way, walk)
    if (paidOn >= 0) payDay[h] = paidOn - heldIn
    if (walk.returned > 0) values[SUMS.householdsSentBack]++
    const sealed = sealedOn(walk)
    const day = sealed === undefined ? -1 : coverFrom(sealed - yearStart(year))
    const inTime = day >= 0 && day <= terms.papersUntil
    if (followsHousehold(watch, h)) tell(h, way, walk, year, inTime)
    return inTime ? day : -1
  }

  /** The procedure of the law, and where the household goes through it. */
  function wayFor(h: number, village: number, year: number): number {
    const channel = channelOf(village)
    const { registration: rule, countyCentreShare } = terms
    const atCounty =
      rule === 'resident_application' &&
      share(draw(households.keyA[h], households.keyB[h], PURPOSE.applicationPlace, year)) < countyCentreShare
    return wayOf(rule, channel === STREET, channel, atCounty)
  }

  function tell(h: number, way: number, walk: Walk, year: number, inTime: boolean): void {
    const heldIn = yearStart(year - 1)
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
  const closeCampaign = (members: number, announce: Work): void => work.handOver(members, announce)

  return { openCampaign, registers, closeCampaign }
}
