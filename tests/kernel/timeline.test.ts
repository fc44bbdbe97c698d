import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Timeline } from '../../src/kernel/timeline.ts'

type Event = [minute: number, key: number, item: number]

function emptied(timeline: Timeline): [number, number][] {
  const taken: [number, number][] = []
  while (timeline.size > 0) taken.push([timeline.nextMinute(), timeline.take()])
  return taken
}

function inOrder(events: readonly Event[]): [number, number][] {
  const sorted = [...events].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  return sorted.map(([minute, , item]) => [minute, item])
}

// few different minutes and keys, so that most events tie
const events = fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(1000)), { maxLength: 200 })

describe('the timeline of the county', () => {
  test('events come by minute, then key, then item, in whatever order they were added', () => {
    fc.assert(
      fc.property(
        events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const timeline = new Timeline(4)
          for (const event of shuffled) timeline.add(...event)
          expect(emptied(timeline)).toEqual(inOrder(list))
        },
      ),
    )
  })

  test('events added while others are taken come in their turn', () => {
    fc.assert(
      fc.property(events, events, (early, late) => {
        const timeline = new Timeline(4)
        for (const event of early) timeline.add(...event)
        const firstHalf = Math.floor(early.length / 2)
        const taken: [number, number][] = []
        for (let n = 0; n < firstHalf; n++) taken.push([timeline.nextMinute(), timeline.take()])
        const later = late.map(([minute, key, item]): Event => [minute + 10, key, item])
        for (const event of later) timeline.add(...event)
        expect([...taken, ...emptied(timeline)]).toEqual([...inOrder(early), ...inOrder(later)])
      }),
    )
  })

  test('events of many days, years ahead too, come in order', () => {
    const spread = fc.array(fc.tuple(fc.integer({ min: -50_000, max: 2_000_000 }), fc.nat(3), fc.nat(1000)), { maxLength: 100 })
    fc.assert(
      fc.property(spread, spread, fc.nat(60), (early, late, taken) => {
        const timeline = new Timeline(4)
        for (const event of early) timeline.add(...event)
        const begun = inOrder(early).slice(0, taken)
        expect(begun.map(() => [timeline.nextMinute(), timeline.take()])).toEqual(begun)
        const now = begun.at(-1)?.[0] ?? -50_000
        const added = late.map(([minute, key, item]): Event => [now + 50_001 + minute, key, item])
        for (const event of added) timeline.add(...event)
        const left = [...early].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(begun.length)
        const expected = inOrder([...left, ...added])
        const half = expected.slice(0, expected.length >> 1)
        expect(timeline.size).toBe(expected.length)
        expect(half.map(() => [timeline.nextMinute(), timeline.take()])).toEqual(half)
        if (taken > 30) expect(emptied(timeline)).toEqual(expected.slice(half.length))
      }),
    )
  })

  test('keys above 32 bits keep their order', () => {
    const timeline = new Timeline()
    timeline.add(1, 2 ** 40 + 1, 1)
    timeline.add(1, 2 ** 40, 2)
    expect([timeline.take(), timeline.take()]).toEqual([2, 1])
  })

  test('an empty timeline has no next minute and nothing to take', () => {
    const timeline = new Timeline()
    expect(timeline.nextMinute()).toBe(Number.POSITIVE_INFINITY)
    expect(() => timeline.take()).toThrow('no event')
  })
})
