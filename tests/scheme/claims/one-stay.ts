/** One member's stay at the county hospital, for cases of the settlement window there and of the claim by hand later. */
import { type Day, parseDay } from '../../../src/kernel/calendar.ts'
import { readDataFiles } from '../../../src/node/files.ts'
import { CERTIFIED, peopleToWrite } from '../../../src/population/person.ts'
import { PLACES } from '../../../src/population/places.ts'
import { modelData } from '../../../src/scenario/materials.ts'
import { HospitalWindow } from '../../../src/scheme/claims/hospital-window.ts'
import { ClaimOutlook } from '../../../src/scheme/claims/outcome.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'
import { THE_ORDINARY_WAY } from './ordinary-way.ts'

const nothing = () => undefined
const watch: Watch = {
  ...{ person: -1, household: -1, wholeHousehold: false, everyone: false, events: 0 },
  ...{ tell: nothing, tellOn: nothing, tellHousehold: nothing },
}
const { settings, data } = smallCounty()
const files = readDataFiles()

/** A county of one member; of the papers of a procedure that one is missing at first, and at this step it is brought or not. */
function countyOfOne(id: string, step: string, lacks: string | undefined, brings: boolean) {
  const papers = data.procedures.procedures.get(id)?.papers ?? []
  const missing = papers.map((paper) => [`${id}.papers.${paper.id}.missing`, paper.id === lacks ? 1 : 0])
  const figures = {
    ...Object.fromEntries([...missing, ...Object.entries(THE_ORDINARY_WAY)]),
    [`${id}.steps.${step}.on_fault.give_up`]: brings ? 0 : 1,
  }
  const sizes = { persons: 1, households: 1, villages: 1, townships: 1, slots: 0 }
  return layOutCounty(settings, modelData(files, figures), sizes, watch)
}

export interface WindowCase {
  certificate: boolean
  forgets?: 'card' | 'identity'
  fetches?: boolean
}

/** Whether the hospital settles the bill, or the patient pays all of it and claims by hand. */
export function settledAtHospital({ certificate, forgets, fetches = false }: WindowCase): boolean {
  const county = countyOfOne('claim_at_hospital', 'settlement', forgets, fetches)
  if (certificate) peopleToWrite(county.people).traits[0] |= CERTIFIED
  else peopleToWrite(county.people).traits[0] &= ~CERTIFIED
  return new HospitalWindow(county).showsCard(0, 60, 1, false)
}

export interface ByHandCase {
  discharged: string
  handed_in: string
  lacks?: string
  brings?: boolean
}

/** Whether the claim will be paid in the end. */
export function paidInTheEnd({ discharged, handed_in, lacks, brings = false }: ByHandCase): boolean {
  const [dischargeDay, submitDay] = [discharged, handed_in].map((text) => parseDay(text) as Day)
  const outlook = new ClaimOutlook(countyOfOne('claim_by_hand', 'submission', lacks, brings))
  return outlook.isApproved({ person: 0, place: PLACES.indexOf('county_hospital'), occasion: 1, dischargeDay, submitDay, fen: 100_000 })
}
