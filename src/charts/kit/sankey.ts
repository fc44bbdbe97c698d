/** Layout of a flow picture (Sankey): nodes as bars in columns, links as bands whose width is their amount. Pure arithmetic. */
import { tidy } from './text.ts'

export interface FlowNode {
  readonly name: string
  /** 0 is the leftmost */
  readonly column: number
}
export interface Flow {
  readonly from: string
  readonly to: string
  readonly amount: number
}

export interface PlacedNode extends FlowNode {
  readonly amount: number
  readonly top: number
  readonly bottom: number
}
interface PlacedFlow extends Flow {
  /** upper edges at both ends; the band is `amount` deep */
  readonly fromTop: number
  readonly toTop: number
}
interface FlowLayout {
  readonly nodes: readonly PlacedNode[]
  readonly flows: readonly PlacedFlow[]
  /** depth of the whole picture, in the unit of the amounts */
  readonly depth: number
}

/**
 * Stacks the nodes of each column in the order given, `gap` apart, each column centred on the deepest; links leave and arrive in the
 * order of the nodes at their other end, so that bands of one node do not cross. A node is as deep as the larger of its two sides; nodes
 * and links of nothing are left out.
 */
export function layoutFlows(nodes: readonly FlowNode[], flows: readonly Flow[], gap: number): FlowLayout {
  const carried = flows.filter(({ amount }) => amount > 0)
  const sum = (those: readonly Flow[]) => those.reduce((total, { amount }) => total + amount, 0)
  const depthOf = ({ name }: FlowNode) =>
    Math.max(sum(carried.filter(({ from }) => from === name)), sum(carried.filter(({ to }) => to === name)))
  const shown = nodes.filter((node) => depthOf(node) > 0)
  const columns = [...new Set(shown.map(({ column }) => column))]
  const depths = columns.map((column) => {
    const own = shown.filter((node) => node.column === column)
    return own.reduce((total, node) => total + depthOf(node), 0) + (own.length - 1) * gap
  })
  const depth = Math.max(0, ...depths)
  const placed = columns.flatMap((column, index) => {
    let top = (depth - depths[index]) / 2
    return shown
      .filter((node) => node.column === column)
      .map((node): PlacedNode => {
        const amount = depthOf(node)
        const own = { ...node, amount, top, bottom: top + amount }
        top += amount + gap
        return own
      })
  })
  const rank = new Map(placed.map(({ name }, index) => [name, index]))
  const topOf = new Map(placed.map(({ name, top }) => [name, top]))
  const byRank = (end: 'from' | 'to') => (one: Flow, other: Flow) => (rank.get(one[end]) ?? 0) - (rank.get(other[end]) ?? 0)
  const stack = (end: 'from' | 'to', far: 'from' | 'to') => {
    const next = new Map(topOf)
    const tops = new Map<Flow, number>()
    for (const flow of [...carried].sort(byRank(far))) {
      const top = next.get(flow[end])
      if (top === undefined) throw new Error(`a flow names ${flow[end]}, which is no node`)
      tops.set(flow, top)
      next.set(flow[end], top + flow.amount)
    }
    return tops
  }
  const [leaving, arriving] = [stack('from', 'to'), stack('to', 'from')]
  const placedFlows = carried.map((flow) => ({ ...flow, fromTop: leaving.get(flow) ?? 0, toTop: arriving.get(flow) ?? 0 }))
  return { nodes: placed, flows: placedFlows, depth }
}

const STEPS = 16

/** A band from `x` to `x2` as the edges of an area, along a smooth step. */
export function bandPoints(flow: PlacedFlow, x: number, x2: number): { x: number; y: number; y2: number }[] {
  return Array.from({ length: STEPS + 1 }, (_, index) => {
    const t = index / STEPS
    const eased = t * t * (3 - 2 * t)
    const top = flow.fromTop + (flow.toTop - flow.fromTop) * eased
    return { x: tidy(x + (x2 - x) * t), y: tidy(top), y2: tidy(top + flow.amount) }
  })
}
