/** Where a replication stands, besides what stands in columns: replaced as a whole when another begins. */
import type { Settlement } from '../population/settlement.ts'
import { PAYERS } from '../scheme/messages.ts'

export interface Moment {
  settlement: Settlement
  /** the scheme year open in the townships */
  year: number
  /** premiums of newborns who join on 1 January, fen */
  newbornPremiums: number
  /** the fund's books are open: premiums are booked; before that they are kept here, by payer */
  booksOpen: boolean
  premiumsBefore: number[]
}

/** Before the first replication. */
export const NOWHERE: Settlement = { villages: [], townships: [], sizes: new Uint8Array(0), persons: 0, capacity: 0 }

export function momentOf(settlement: Settlement): Moment {
  return {
    settlement,
    year: 0,
    newbornPremiums: 0,
    booksOpen: false,
    premiumsBefore: PAYERS.map(() => 0),
  }
}
