/** 参合人 The columns of persons: what a person is. Who writes which column: tests/owners.test.ts. */
import { columns, type ReadonlyColumns } from '../kernel/table.ts'

/** Bits of `traits`; the two lowest are also the last two of a class of rates (ages.ts). */
export const FEMALE = 1
export const CHRONIC_BIT = 1
export const CHRONIC = 1 << CHRONIC_BIT
export const ALIVE = 4
/** in employee insurance (职工医保), and the office knows: not eligible for this scheme */
export const EMPLOYEE_INSURED = 8

/** holds a sealed certificate (参合证) of its own: without one nothing is settled with the card */
export const CERTIFIED = 16

export type PersonColumns = ReturnType<typeof personColumns>

/** As they are handed around: to be read. */
export type People = ReadonlyColumns<PersonColumns>

/** The same columns for those who write them. */
export function peopleToWrite(people: People): PersonColumns {
  return people as PersonColumns
}

/** `capacity` persons, newborns included. Days since 2000-01-01; `resilience` is 1 ÷ frailty. */
export function personColumns(capacity: number) {
  return columns(capacity, {
    /** 64-bit key of all draws of this person */
    keyA: Int32Array,
    keyB: Int32Array,
    birthDay: Int32Array,
    household: Int32Array,
    traits: Uint8Array,
    /** index into RESIDENCES */
    residence: Uint8Array,
    resilience: Float32Array,
  })
}
