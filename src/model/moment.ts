/** Where a replication stands, besides what stands in columns: replaced as a whole when another begins. */
import type { Soldiers } from '../population/service.ts'
import type { Settlement } from '../population/synthesize.ts'
import { PAYERS } from '../scheme/messages.ts'

export interface Moment {
  settlement: Settlement
  /** the scheme year open in the townships */
  year: number
  newbornsJoined: number
  /** the fund's books are open: premiums are booked; before that they are kept here, by payer */
  booksOpen: boolean
  premiumsBefore: number[]
  /** of the campaign: totals of its year, mean income per head in fen, who serves */
  campaignSums: Float64Array
  incomePerHead: number
  soldiers: Soldiers
}

const NOBODY_SERVES: Soldiers = { serves: () => false, homeOn: () => -1 }

/** Before the first replication. */
export const NOWHERE: Settlement = { villages: [], townships: [], sizes: new Uint8Array(0), persons: 0, capacity: 0 }

export function momentOf(settlement: Settlement): Moment {
  return {
    settlement,
    year: 0,
    newbornsJoined: 0,
    booksOpen: false,
    premiumsBefore: PAYERS.map(() => 0),
    campaignSums: new Float64Array(0),
    incomePerHead: 0,
    soldiers: NOBODY_SERVES,
  }
}
