/** 资金流向 money flows: bills of members by kind and place of care, and who pays them; bands as wide as the yuan (a Sankey picture). */
import { OUT_OF_AREA, PLACES } from '../../population/places.ts'
import { PLACES as PLACE_NAMES } from '../../words/places.ts'
import { chartOfRun, type RunView } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import { type Frame, hidden, type Layer, layer, panel, roomFor } from '../kit/frame.ts'
import type { Json } from '../kit/input.ts'
import { rects, texts } from '../kit/marks.ts'
import { lookFor, rowsPanel } from '../kit/rows.ts'
import { bandPoints, type Flow, type FlowNode, layoutFlows, type PlacedNode } from '../kit/sankey.ts'
import { LARGE_UNIT, largeFigure, largeMoney, largeNumber, number, percent } from '../kit/text.ts'
import { BLUES, GREYS, INK, MUTED, OCHRE } from '../kit/theme.ts'
import { FLOWS_WORDS, type FlowsWords } from './words.ts'

const KINDS = ['inpatient', 'outpatient'] as const
const NODES: readonly FlowNode[] = [
  ...KINDS.map((name) => ({ name, column: 0 })),
  ...PLACES.map((name) => ({ name, column: 1 })),
  ...['fund', 'left'].map((name) => ({ name, column: 2 })),
  ...['fund_in_the_end', 'insurer', 'assistance', 'households'].map((name) => ({ name, column: 3 })),
]
const HEIGHT = 430
const BAR = 12
/** Share of the picture's depth that stays empty between two neighbours. */
const AIR = 0.045

/** Yuan of a year, from → to; nothing where bills by place are missing. */
export function flowsOf(figures: Figures, year = figures.last): Flow[] {
  if (!KINDS.every((kind) => figures.groups(`cost.${kind}`, 'place').length)) return []
  const yuan = (measure: string, place: string) => figures.mean(measure, year, `place=${place}`) ?? 0
  const flows: Flow[] = []
  let left = 0
  let fundPaid = 0
  for (const place of PLACES) {
    for (const kind of KINDS) flows.push({ from: kind, to: place, amount: yuan(`cost.${kind}`, place) })
    const bills = KINDS.reduce((sum, kind) => sum + yuan(`cost.${kind}`, place), 0)
    const fund = KINDS.reduce((sum, kind) => sum + yuan(`reimbursed.${kind}`, place), 0)
    flows.push({ from: place, to: 'fund', amount: fund }, { from: place, to: 'left', amount: bills - fund })
    left += bills - fund
    fundPaid += fund
  }
  const insurer = figures.mean('reimbursed.critical_illness', year) ?? 0
  const assistance = figures.mean('reimbursed.assistance', year) ?? 0
  flows.push({ from: 'fund', to: 'fund_in_the_end', amount: fundPaid })
  flows.push({ from: 'left', to: 'insurer', amount: insurer }, { from: 'left', to: 'assistance', amount: assistance })
  flows.push({ from: 'left', to: 'households', amount: left - insurer - assistance })
  return flows.filter(({ amount }) => amount > 0)
}

/** Part of all bills that passes through a node. */
function partsOf(flows: readonly Flow[]): (name: string) => number {
  const bills = billsOf(flows)
  return (name) => (KINDS.some((kind) => kind === name) ? outOf(flows, name) : into(flows, name)) / bills
}

const into = (flows: readonly Flow[], name: string) => flows.reduce((sum, { to, amount }) => (to === name ? sum + amount : sum), 0)
const outOf = (flows: readonly Flow[], name: string) => flows.reduce((sum, { from, amount }) => (from === name ? sum + amount : sum), 0)

const billsOf = (flows: readonly Flow[]) => KINDS.reduce((sum, kind) => sum + outOf(flows, kind), 0)

type FlowsView = RunView<FlowsWords>

const names: Readonly<Record<string, { readonly many: string; readonly zh: string }>> = PLACE_NAMES
function wordOf({ words, lang }: FlowsView, name: string): string {
  const nodes: Readonly<Record<string, string>> = words.node
  return nodes[name] ?? names[name][lang === 'en' ? 'many' : 'zh']
}

export const moneyFlows = chartOfRun({
  name: 'money-flows',
  question: 'cover',
  place: 30,
  words: FLOWS_WORDS,
  finding({ figures, words }) {
    const [flows, before] = [flowsOf(figures), flowsOf(figures, figures.first)]
    if (!flows.length) return undefined
    const [now, then] = [flows, before].map((own) => into(own, 'households') / billsOf(own))
    return words.finding(figures.last, now, figures.first === figures.last || !before.length ? undefined : then)
  },
  sentence({ figures, words }) {
    const flows = flowsOf(figures)
    if (!flows.length) return ''
    return words.sentence({
      year: figures.last,
      bills: billsOf(flows),
      outside: OUT_OF_AREA.reduce((sum, place) => sum + into(flows, place), 0),
      fund: into(flows, 'fund'),
      insurer: into(flows, 'insurer'),
      assistance: into(flows, 'assistance'),
      households: into(flows, 'households'),
    })
  },
  table(view) {
    const { figures, words, lang } = view
    const flows = flowsOf(figures)
    return {
      head: [`${words.from} → ${words.to}`, words.heading(figures.last, LARGE_UNIT[lang]), words.share],
      rows: flows.map(({ from, to, amount }) => [
        `${wordOf(view, from)} → ${wordOf(view, to)}`,
        largeFigure(largeMoney(amount, lang), lang, lang === 'en' ? 2 : 0),
        percent(amount / billsOf(flows)),
      ]),
    }
  },
  panels(view) {
    const flows = flowsOf(view.figures)
    if (!flows.length) return []
    return [view.layout.narrow ? payersPanel(view, flows) : flowPanel(view, flows)]
  },
})

/** Grey into the places; out of them blue what the fund pays, ochre what is left to patients. */
const LINK = {
  fund: BLUES.middle,
  fund_in_the_end: BLUES.middle,
  left: OCHRE.light,
  insurer: BLUES.light,
  assistance: BLUES.light,
  households: OCHRE.middle,
} as const
/** Labels stand left of kinds and places, over the even grey of the bands that end there, and right of the payers. */
const isLeft = (column: number) => column < 2
const isPaying = (name: string): name is keyof typeof LINK => name in LINK

function flowPanel(view: FlowsView, flows: readonly Flow[]): Json {
  const { figures, words, lang } = view
  const scaled = flows.map((flow) => ({ ...flow, amount: largeMoney(flow.amount, lang) }))
  const bills = billsOf(scaled)
  const { nodes, flows: bands, depth } = layoutFlows(NODES, scaled, bills * AIR)
  const before = partsOf(flowsOf(figures, figures.first))
  const labels = nodes.map((node) => labelOf(view, node, { now: node.amount / bills, before: before(node.name) }))
  const { width } = view.layout
  const left = columnsAt(nodes, labels, width)
  const frame: Frame = { width, height: HEIGHT, x: hidden(0, width), y: hidden(depth * 1.005, -depth * 0.07) }
  const columnOf = new Map(nodes.map(({ name, column }) => [name, column]))
  const edges = bands.flatMap((band) => {
    const [from, to] = [left(columnOf.get(band.from) ?? 0) + BAR, left(columnOf.get(band.to) ?? 0)]
    const fill = isPaying(band.to) ? LINK[band.to] : GREYS.light
    return bandPoints(band, from, to).map((point) => ({ ...point, link: `${band.from} ${band.to}`, fill }))
  })
  const bars = nodes.map(({ column, top, bottom }) => ({ x: left(column), x2: left(column) + BAR, y: top, y2: bottom }))
  const rows = nodes.map(({ column, top, bottom }, index) => ({
    x: isLeft(column) ? left(column) - 6 : left(column) + BAR + 5,
    y: (top + bottom) / 2,
    text: labels[index],
    column,
  }))
  const heads = [...new Set(nodes.map(({ column }) => column))].map((column) => ({
    x: isLeft(column) ? left(column) + BAR : left(column),
    y: -depth * 0.045,
    text: words.column[column],
    column,
  }))
  return panel(frame, words.partsHeading(figures, LARGE_UNIT[lang]), [
    layer(frame, { type: 'area', opacity: 0.75 }, edges, { x: 'x', y: 'y', y2: 'y2', detail: 'link', fill: 'fill' }),
    rects(frame, bars, { color: INK }),
    // a white rim under the letters, which stand on bands
    ...towards(frame, rows, { lineHeight: 14, color: 'white', stroke: 'white', strokeWidth: 3, strokeOpacity: 0.85 }),
    ...towards(frame, rows, { lineHeight: 14 }),
    ...towards(frame, heads, { fontSize: 11, color: MUTED }),
  ])
}

/** Place by place, who pays its bills at settlement: bars of the same money, for pictures too narrow for bands. */
function payersPanel(view: FlowsView, flows: readonly Flow[]): Json {
  const { figures, words, lang, layout } = view
  const bills = billsOf(flows)
  const amount = (from: string, to: string) => flows.reduce((sum, one) => (one.from === from && one.to === to ? sum + one.amount : sum), 0)
  const places = PLACES.map((name) => ({ name: wordOf(view, name), all: into(flows, name), fund: amount(name, 'fund') }))
  const ends = ['insurer', 'assistance', 'households', 'fund_in_the_end'].map((name) => ({
    name: wordOf(view, name),
    all: into(flows, name),
    fund: name === 'fund_in_the_end' ? into(flows, name) : 0,
  }))
  const rows = [...places, ...ends].filter(({ all }) => all > 0)
  const look = { ...lookFor([], 20, layout), names: 0, texts: 0 }
  const top = Math.max(...rows.map(({ all }) => all)) / bills
  const told = rows.map(({ name, all, fund }) => ({
    ...{ name, zero: 0, fund: fund / bills, all: all / bills },
    text: `${largeNumber(all, lang)} (${percent(all / bills, all / bills < 0.0995 ? 1 : 0)})`,
  }))
  const heading = words.heading(figures.last, LARGE_UNIT[lang]) + words.barsKey
  return rowsPanel(heading, told, { ...hidden(0, top), format: '' }, look, (frame, placed) => {
    const edges = placed.map((row) => ({ ...row, low: row.y - 0.22, high: row.y + 0.22 }))
    const bar = (x: string, x2: string, color: string) => layer(frame, { type: 'rect', color }, edges, { x, x2, y: 'low', y2: 'high' })
    return [bar('zero', 'fund', BLUES.middle), bar('fund', 'all', OCHRE.middle)]
  })
}

/** Where each column of bars begins: the labels of the places need more room than the bands between the payers. */
function columnsAt(nodes: readonly PlacedNode[], labels: readonly (readonly string[])[], width: number): (column: number) => number {
  const widest = (column: number) => roomFor(labels.filter((_, index) => nodes[index].column === column).flat())
  const first = widest(0) + 10
  const places = first + BAR + widest(1) + 50
  const between = (width - places - widest(3) - 10 - BAR) / 2
  return (column) => (column === 0 ? first : places + between * (column - 1))
}

/** Texts that end at their place left of the payers, and begin there right of them. */
function towards<
  Row extends { readonly x: number; readonly y: number; readonly text: string | readonly string[]; readonly column: number },
>(frame: Frame, rows: readonly Row[], mark: Json): Layer[] {
  const side = (left: boolean) => rows.filter(({ column }) => isLeft(column) === left)
  return [texts(frame, side(true), { ...mark, align: 'right' }), texts(frame, side(false), { ...mark, align: 'left' })]
}

interface Parts {
  readonly now: number
  readonly before: number
}

/** Name with amount and share of all bills, in the first and the last year; below it the patients of a place. */
function labelOf(view: FlowsView, { name, column, amount }: PlacedNode, { now, before }: Parts): string[] {
  const { figures, words, lang } = view
  const digits = now < 0.0995 ? 1 : 0
  const [first, last] = [before, now].map((part) => percent(part, digits))
  const part = figures.first === figures.last || !Number.isFinite(before) || first === last ? last : `${first} → ${last}`
  const money = largeFigure(amount, lang)
  const sum = `${money} (${last})`
  const word = wordOf(view, name)
  if (column === 0) return [word, money, part]
  // one line where the next name is near
  if (column === 3) return now < 0.0995 ? [`${word} ${sum}`] : [word, `${money} (${part})`]
  if (column === 2) return [word, money]
  const stays = figures.mean('admissions', figures.last, `place=${name}`) ?? 0
  const visits = figures.mean('outpatient_visits', figures.last, `place=${name}`) ?? 0
  const patients = [...(stays > 0 ? [words.stays(number(stays))] : []), ...(visits > 0 ? [words.visits(number(visits))] : [])]
  return [`${word} ${sum}`, patients.join(' · ')].filter((line) => line)
}
