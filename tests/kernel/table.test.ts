import { describe, expect, expectTypeOf, test } from 'vitest'
import { bytesOf, columns, growable, type ReadonlyColumns } from '../../src/kernel/table.ts'

const layout = { birthDay: Int32Array, traits: Uint8Array, resilience: Float32Array }

describe('columns', () => {
  test('are typed arrays of the kind the layout names, all zero', () => {
    const people = columns(3, layout)
    expect(people).toEqual({ birthDay: new Int32Array(3), traits: new Uint8Array(3), resilience: new Float32Array(3) })
  })

  test('take as many bytes a row as their kinds say', () => {
    expect(bytesOf(columns(100, layout))).toBe(100 * (4 + 1 + 4))
  })

  test('are read-only by type for those who do not own them', () => {
    const people = columns(3, layout)
    const seen: ReadonlyColumns<typeof people> = people
    people.birthDay[1] = -20_000
    expect(seen.birthDay[1]).toBe(-20_000)
    expectTypeOf(seen.birthDay).not.toHaveProperty('fill')
    expectTypeOf(people.birthDay).toExtend<Int32Array>()
  })
})

describe('growing rows', () => {
  test('keep every row while they grow', () => {
    const messages = growable(2, { day: Int32Array, fen: Float64Array })
    for (let n = 0; n < 1000; n++) messages.push({ day: n, fen: n * 1e10 })
    expect(messages.length).toBe(1000)
    expect(Array.from(messages.day.subarray(0, 1000))).toEqual(Array.from({ length: 1000 }, (_, n) => n))
    expect(messages.fen[999]).toBe(999e10)
    expect(bytesOf(messages)).toBe(1024 * 12)
  })

  test('give the index of an appended row, to be filled column by column', () => {
    const messages = growable(0, { day: Int32Array })
    const [first, second] = [messages.append(), messages.append()]
    messages.day[first] = 5
    messages.day[second] = 6
    expect(Array.from(messages.day.subarray(0, messages.length))).toEqual([5, 6])
  })

  test('start again from the first row when the length is set to 0', () => {
    const messages = growable(4, { day: Int32Array })
    messages.push({ day: 1 })
    messages.length = 0
    messages.push({ day: 2 })
    expect([messages.length, messages.day[0]]).toEqual([1, 2])
  })
})
