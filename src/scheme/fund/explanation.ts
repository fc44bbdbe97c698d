/** What the fund tells of somebody who is followed. */
import type { TraceDetail } from '../trace.ts'

/** Of a surplus of `fen` shared out to all who bore `all`, somebody who bore `borne` gets `part`. */
interface Compensation {
  readonly part: number
  readonly borne: number
  readonly fen: number
  readonly all: number
}

export function compensatedDetail(year: number, { part, borne, fen, all }: Compensation): TraceDetail {
  return {
    rule: 'scheme/fund/reserve.ts shareOut',
    amounts: [
      { id: 'borne_above_deductible', fen: borne },
      { id: 'borne_above_deductible_of_all', fen: all },
      { id: 'surplus_shared_out', fen },
      { id: 'second_compensation', fen: part },
    ],
    facts: { year },
  }
}
