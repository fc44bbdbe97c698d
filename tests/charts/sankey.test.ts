import { describe, expect, it } from 'vitest'
import { bandPoints, layoutFlows } from '../../src/charts/kit/sankey.ts'

const NODES = [
  { name: 'stays', column: 0 },
  { name: 'visits', column: 0 },
  { name: 'county', column: 1 },
  { name: 'city', column: 1 },
  { name: 'fund', column: 2 },
  { name: 'nobody', column: 2 },
]
const FLOWS = [
  { from: 'stays', to: 'county', amount: 50 },
  { from: 'stays', to: 'city', amount: 30 },
  { from: 'visits', to: 'county', amount: 20 },
  { from: 'visits', to: 'city', amount: 0 },
  { from: 'city', to: 'fund', amount: 12 },
  { from: 'county', to: 'fund', amount: 40 },
]

describe('The layout of money flows', () => {
  const { nodes, flows, depth } = layoutFlows(NODES, FLOWS, 5)
  const node = (name: string) => nodes.find((one) => one.name === name)

  it('makes a place as deep as what comes to it, and leaves out who gets nothing', () => {
    expect(nodes.map(({ name, amount }) => [name, amount])).toEqual([
      ['stays', 80],
      ['visits', 20],
      ['county', 70],
      ['city', 30],
      ['fund', 52],
    ])
    expect(depth).toBe(105)
  })

  it('keeps places of a column apart by the gap and centres the shorter columns', () => {
    expect([node('stays')?.top, node('stays')?.bottom, node('visits')?.top]).toEqual([0, 80, 85])
    expect([node('fund')?.top, node('fund')?.bottom]).toEqual([26.5, 78.5])
  })

  it('stacks bands without overlap at both ends, in the order of the places at their other end', () => {
    const ends = flows.map(({ from, to, fromTop, toTop }) => [from, to, fromTop, toTop])
    expect(ends).toEqual([
      ['stays', 'county', 0, 0],
      ['stays', 'city', 50, 75],
      ['visits', 'county', 85, 50],
      ['city', 'fund', 75, 66.5],
      ['county', 'fund', 0, 26.5],
    ])
  })

  it('draws a band as deep as its amount from edge to edge', () => {
    const points = bandPoints(flows[1], 100, 300)
    expect([points[0], points[points.length - 1]]).toEqual([
      { x: 100, y: 50, y2: 80 },
      { x: 300, y: 75, y2: 105 },
    ])
    for (const { y, y2 } of points) expect(y2 - y).toBeCloseTo(30, 5)
  })

  it('refuses a flow to a place that is no node', () => {
    expect(() => layoutFlows(NODES.slice(0, 2), FLOWS, 5)).toThrow('which is no node')
  })
})
