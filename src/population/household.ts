/** 户 The columns of households and villages. Who writes which column: tests/owners.test.ts. */
import { columns, type ReadonlyColumns } from '../kernel/table.ts'

/** Quintiles of income per head (五等份). */
export const QUINTILES = 5

export type HouseholdColumns = ReturnType<typeof householdColumns>

/** As they are handed around: to be read. */
export type Households = ReadonlyColumns<HouseholdColumns>

/** The same columns for those who write them. */
export function householdsToWrite(households: Households): HouseholdColumns {
  return households as HouseholdColumns
}

/** `income` is relative to the mean income per head (mean 1); `quintile` 0-4 by income per head; `poor` = assisted (五保、低保). */
export function householdColumns(capacity: number) {
  return columns(capacity, {
    keyA: Int32Array,
    keyB: Int32Array,
    village: Uint16Array,
    firstPerson: Int32Array,
    income: Float32Array,
    quintile: Uint8Array,
    poor: Uint8Array,
  })
}

/** 乡镇 A township: consecutive villages of at most about 20,000 people, one event loop, one stretch of the columns. */
export interface Township {
  readonly firstVillage: number
  readonly endVillage: number
  readonly firstHousehold: number
  readonly endHousehold: number
  readonly firstPerson: number
  /** end of the persons alive or dead so far; newborns are added here */
  endPerson: number
  /** end of the stretch reserved for the township */
  readonly capacityEnd: number
}

export interface Village {
  /** identity, independent of how townships are cut */
  readonly id: number
  readonly keyA: number
  readonly keyB: number
  readonly firstHousehold: number
  readonly endHousehold: number
}
