/** Which procedures are ways of a manual claim: those whose files say so. */
import { describe, expect, test } from 'vitest'
import type { Procedure } from '../../../src/procedures/data/schema.ts'
import { claimProcedures } from '../../../src/scheme/claims/claim-procedures.ts'
import { OFFICES, procedureOf } from '../../procedures/county.ts'

const ids = ['claim_by_hand', 'claim_at_county', 'second_reimbursement', 'street_enrolment']
const known = (procedures: readonly Procedure[]) =>
  claimProcedures({ procedures: new Map(procedures.map((one) => [one.id, one])), offices: OFFICES })
const files = ids.map(procedureOf)

describe('The ways of a manual claim', () => {
  test('are the procedures with the purpose claim, the township first, and second reimbursement last', () => {
    const { all, second } = known(files)
    expect(all.map(({ procedure }) => procedure.id)).toEqual(ids.slice(0, 3))
    expect(second).toBe(2)
    expect(all.map(({ atCounty }) => atCounty)).toEqual([false, true, true])
  })

  test('do not depend on the order of the files', () => {
    expect(known([...files].reverse()).all.map(({ procedure }) => procedure.id)).toEqual(ids.slice(0, 3))
  })

  test('must leave no doubt where a claim goes that chooses no other way', () => {
    expect(() => known(files.slice(1))).toThrow(/0 procedures for claims have no share "chosen"/)
    expect(() => known([...files, { ...files[0], id: 'another' }])).toThrow(/2 procedures for claims have no share/)
  })

  test('have one second reimbursement beside them', () => {
    expect(() => known(files.filter(({ purpose }) => purpose !== 'second_claim'))).toThrow(/0 procedures have the purpose second_claim/)
  })
})
