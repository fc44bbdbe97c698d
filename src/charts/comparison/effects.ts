/** 方案效果 a reform's headline differences in the year in which they are largest: base and reform as two points, the interval of the difference as a line. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import { EFFECTS } from '../../words/effects.ts'
import { type Chart, chartOf, type View } from '../kit/chart.ts'
import { axisOver, layer } from '../kit/frame.ts'
import type { Json, Language } from '../kit/input.ts'
import { dots } from '../kit/marks.ts'
import { lookFor, type RowsLook, rowsPanel } from '../kit/rows.ts'
import { type KeyPart, key, line } from '../kit/sheet.ts'
import { listed } from '../kit/text.ts'
import { BLUES, GREYS } from '../kit/theme.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { isOfFund, isSame, isShare, matters, openRows, rowsOf, sizeOf, yearShown } from './largest.ts'
import { comparisonText } from './text.ts'
import { COMPARISON_WORDS, type ComparisonWords } from './words.ts'

/** A row of a panel: where its two points and its whisker lie, in % of the base or in percentage points, and where it is in other years. */
type Dumbbell = {
  readonly name: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly others: readonly number[]
}

const [MOST_YEARS, ROW] = [8, 30]

export function effects(reform: ComparedScenario, name: string): Chart<ComparisonInput> {
  return chartOf({
    name,
    words: COMPARISON_WORDS,
    title: ({ input, words, lang }) => findingOf(input, reform, lang) || words.title(reform.title[lang], input.base.title[lang]),
    sentence: ({ input, lang }) => sentenceOf(rowsOf(input, reform), yearShown(input, reform), lang),
    table: ({ input, words: { head }, lang }) => ({
      head: [head.measure, head.base, head.reform, head.difference, head.interval, head.effect],
      rows: rowsOf(input, reform).map((one) => {
        const text = comparisonText(one.row, lang)
        return [text.name, text.base, text.reform, text.difference, text.interval, EFFECTS[one.row.effect][lang]]
      }),
    }),
    panels: (view) => panelsOf(view, reform),
    foot: ({ input, words }) => words.footer(input),
  })
}

/** The fund's money, care and payments, rates: what one panel shows is held against one thing. Rows that do not move are named below. */
function panelsOf({ input, words, lang, layout }: View<ComparisonWords, ComparisonInput>, reform: ComparedScenario): (Json | undefined)[] {
  const rows = rowsOf(input, reform)
  if (!rows.length) return []
  const year = yearShown(input, reform)
  const [first, last] = input.years
  const others = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((one) => one !== year)
  const beside = others.length < MOST_YEARS ? others.map((one) => rowsOf(input, reform, one)) : []
  const moved = rows.filter((one) => !isSame(one))
  const dumbbell = (one: HeadlineRow): Dumbbell[] => {
    const of = measured(one, rows)
    const elsewhere = beside.flatMap((those) => {
      const same = those.find(({ row }) => row.measure === one.row.measure)
      const share = same && measured(same, those)?.(same.row.difference)
      return share === undefined ? [] : [share]
    })
    const { difference, lower, upper } = one.row
    return of ? [{ ...labelled(one.row, lang), from: 0, to: of(difference), low: of(lower), high: of(upper), others: elsewhere }] : []
  }
  const [fund, care, shares] = [isOfFund, isOfCare, isShare].map((belongs) => moved.filter(belongs).flatMap(dumbbell))
  const look = lookFor([...fund, ...care, ...shares], ROW, layout)
  const panels = [
    dumbbells(words.fundPanel(year), fund, look),
    dumbbells(words.carePanel(year), care, look),
    dumbbells(words.points(year), shares, look),
  ].filter((one) => one !== undefined)
  const still = rows.filter(isSame).map(({ row }) => comparisonText(row, lang).label)
  const unchanged = still.length ? line(words.unchanged(year, listed(still, lang)), layout) : undefined
  const marks = panels.length ? key(keyOf(words, beside.length > 0), layout) : undefined
  return [marks, ...panels, unchanged]
}

const isOfCare = (one: HeadlineRow) => !isOfFund(one) && !isShare(one)

/** Differences as the panel of this row tells them: in points, in % of the base's fund income, in % of what the measure is held against. */
function measured(one: HeadlineRow, rows: readonly HeadlineRow[]): ((value: number) => number) | undefined {
  if (isShare(one)) return (value) => 100 * value
  const income = rows.find(({ row }) => row.measure === 'fund_income')?.row
  const scale = isOfFund(one) ? Math.abs(income?.baseMean || income?.reformMean || 0) || one.scale : one.scale
  return scale === 0 ? undefined : (value) => (100 * value) / scale
}

function keyOf(words: ComparisonWords, hasOthers: boolean): KeyPart[] {
  const point = { type: 'point', opacity: 1, size: 60 }
  return [
    { text: words.key.base, mark: { ...point, fill: 'white', stroke: GREYS.dark, strokeWidth: 1.8 } },
    { text: words.key.reform, mark: { ...point, filled: true, color: BLUES.dark } },
    { text: words.key.interval, mark: { ...point, shape: 'square', filled: true, color: BLUES.light, size: 150 } },
    ...(hasOthers ? [{ text: words.key.others, mark: { ...point, filled: true, color: BLUES.middle, size: 20 } }] : []),
  ]
}

/** What moved most, in a few words. */
function findingOf(input: ComparisonInput, reform: ComparedScenario, lang: Language): string | undefined {
  const rows = rowsOf(input, reform).filter(matters)
  const told = [isOfFund, (one: HeadlineRow) => !isOfFund(one)].flatMap((belongs) => {
    const [most] = rows.filter(belongs).sort((a, b) => sizeOf(b) - sizeOf(a))
    return most ? [comparisonText(most.row, lang)] : []
  })
  const words = COMPARISON_WORDS[lang]
  if (told.length > 0) return words.finding(reform.title[lang], told)
  const all = rowsOf(input, reform)
  if (all.every(isSame)) return words.nothing(reform.title[lang], yearShown(input, reform))
  return openRows(all).length > 0 ? words.unknown(reform.title[lang]) : words.hardly(reform.title[lang])
}

/** Names the effects; a figure that cannot be told from zero is counted only. */
function sentenceOf(rows: readonly HeadlineRow[], year: number, lang: Language): string {
  const words = COMPARISON_WORDS[lang]
  const told = rows.filter(matters)
  const untold = rows.filter((one) => one.row.effect === 'unclear').length
  const named = told.filter(({ row }) => NAMED.includes(row.measure))
  const most = named.length > 0 ? named : [...told].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, NAMED.length)
  const parts = most.map(({ row }) => words.told(comparisonText(row, lang)))
  const none = rows.every(isSame) ? words.none(year) : untold > 0 ? '' : words.small(year)
  const said = parts.length ? words.sentence(year, parts) : none
  return [said, untold ? words.untold(untold) : ''].filter((part) => part !== '').join(lang === 'en' ? ' ' : '')
}
const NAMED = ['fund_expenditure', 'cumulative_balance', 'effective_reimbursement_rate', 'out_of_pocket_per_member']

function labelled(row: HeadlineRow['row'], lang: Language): Pick<Dumbbell, 'name' | 'text'> {
  const { name, base, reform, difference, interval } = comparisonText(row, lang)
  return { name, text: `${base} → ${reform}: ${difference} ${interval}` }
}

const INTERVAL = { color: BLUES.light, strokeWidth: 13, strokeCap: 'butt' } as const

function dumbbells(heading: string, rows: readonly Dumbbell[], look: RowsLook): Json | undefined {
  if (!rows.length) return undefined
  const ends = rows.flatMap(({ from, low, high, others }) => [from, low, high, ...others])
  const signs = "datum.value === 0 ? '0' : format(datum.value, '+,~f')"
  const axis = { ...axisOver(Math.min(0, ...ends), Math.max(0, ...ends), look.narrow ? 4 : 5, '+,~f'), labelExpr: signs }
  return rowsPanel(heading, rows, axis, look, (frame, placed) => {
    const elsewhere = placed.flatMap(({ y, others }) => others.map((x) => ({ x, y })))
    return [
      layer(frame, { type: 'rule', ...INTERVAL }, placed, { x: 'low', x2: 'high', y: 'y' }),
      layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 2 }, placed, { x: 'from', x2: 'to', y: 'y' }),
      dots(frame, elsewhere, { color: BLUES.middle, size: 20 }),
      dots(frame, placed, { fill: 'white', stroke: GREYS.dark, strokeWidth: 1.8, size: 60 }, { x: 'from', y: 'y' }),
      dots(frame, placed, { color: BLUES.dark, size: 60 }, { x: 'to', y: 'y' }),
    ]
  })
}
