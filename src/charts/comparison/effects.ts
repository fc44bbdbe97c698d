/** 方案效果 a reform's headline differences in the year in which they are largest: base and reform as two points, the interval of the difference as a line. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import { type Chart, chartOf } from '../kit/chart.ts'
import { axisOver, layer } from '../kit/frame.ts'
import type { Json, Language } from '../kit/input.ts'
import { fromTo } from '../kit/marks.ts'
import { lookFor, type RowsLook, rowsPanel } from '../kit/rows.ts'
import { key } from '../kit/sheet.ts'
import { BLUES, GREYS } from '../kit/theme.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { effectOf, rowsOf, yearShown } from './largest.ts'
import { comparisonText } from './text.ts'
import { COMPARISON_WORDS } from './words.ts'

/** A row of a panel: where its two points and its whisker lie, in % of the base or in percentage points. */
type Dumbbell = {
  readonly name: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

export function effects(reform: ComparedScenario, name: string): Chart<ComparisonInput> {
  return chartOf({
    name,
    words: COMPARISON_WORDS,
    title: ({ input, words, lang }) => words.title(reform.title[lang], input.base.title[lang]),
    sentence: ({ input, lang }) => sentenceOf(rowsOf(input, reform), yearShown(input, reform), lang),
    table: ({ input, words: { head, effect }, lang }) => ({
      head: [head.measure, head.base, head.reform, head.difference, head.interval, head.effect],
      rows: rowsOf(input, reform).map((one) => {
        const text = comparisonText(one.row, lang)
        return [text.name, text.base, text.reform, text.difference, text.interval, effect[effectOf(one)]]
      }),
    }),
    panels({ input, words, lang }) {
      const rows = rowsOf(input, reform)
      const inPoints = ({ headline }: HeadlineRow) => headline.against === 'nothing'
      const relative = rows.filter((one) => !inPoints(one)).flatMap((one) => relativeDumbbell(one, lang))
      const shares = rows.filter(inPoints).map((one) => shareDumbbell(one, lang))
      const look = lookFor([...relative, ...shares], 30)
      const panels = [
        dumbbells(words.relative(yearShown(input, reform)), relative, look),
        dumbbells(words.points(yearShown(input, reform)), shares, look),
      ].filter((one) => one !== undefined)
      return panels.length ? [key(words.key), ...panels] : []
    },
    foot: ({ input, words }) => [words.against(rowsOf(input, reform).some(isAgainstIncome)), ...words.footer(input)],
  })
}

/** Names the effects; a figure not told from zero is counted only. */
function sentenceOf(rows: readonly HeadlineRow[], year: number, lang: Language): string {
  const words = COMPARISON_WORDS[lang]
  const told = rows.filter(({ row }) => row.effect)
  const untold = rows.filter(({ row }) => !row.effect && row.se > 0).length
  const named = ['fund_expenditure', 'cumulative_balance', 'effective_reimbursement_rate', 'out_of_pocket_per_member']
  const parts = told.filter(({ row }) => named.includes(row.measure)).map(({ row }) => words.told(comparisonText(row, lang)))
  const said = parts.length ? words.sentence(year, parts) : told.length ? '' : words.none
  return [said, untold ? words.untold(untold) : ''].filter((part) => part !== '').join(lang === 'en' ? ' ' : '')
}

/** Money of the fund that the base hardly has is held against its income, as balances are. */
const isAgainstIncome = ({ headline, row, scale }: HeadlineRow) =>
  headline.theme === 'fund' && headline.against === 'itself' && scale !== Math.abs(row.baseMean)

/** Change in % of what the measure is held against; a row whose scale is nought says nothing. */
function relativeDumbbell({ row, scale }: HeadlineRow, lang: Language): Dumbbell[] {
  if (scale === 0) return []
  const share = (value: number) => (100 * value) / scale
  return [{ ...labelled(row, lang), from: 0, to: share(row.difference), low: share(row.lower), high: share(row.upper) }]
}

/** Change in percentage points: on an axis of the shares themselves most changes would be too small to see. */
function shareDumbbell({ row }: HeadlineRow, lang: Language): Dumbbell {
  const [to, low, high] = [row.difference, row.lower, row.upper].map((share) => 100 * share)
  return { ...labelled(row, lang), from: 0, to, low, high }
}

function labelled(row: HeadlineRow['row'], lang: Language): Pick<Dumbbell, 'name' | 'text'> {
  const { name, base, reform, difference, interval } = comparisonText(row, lang)
  return { name, text: row.difference === 0 && row.se === 0 ? `${base}, ±0` : `${base} → ${reform}: ${difference} ${interval}` }
}

function dumbbells(heading: string, rows: readonly Dumbbell[], look: RowsLook): Json | undefined {
  if (!rows.length) return undefined
  const ends = rows.flatMap(({ from, low, high }) => [from, low, high])
  const signs = "datum.value === 0 ? '0' : format(datum.value, '+,~f')"
  const axis = { ...axisOver(Math.min(0, ...ends), Math.max(0, ...ends, 0.1), 5, '+,~f'), labelExpr: signs }
  return rowsPanel(heading, rows, axis, look, (frame, placed) => [
    layer(frame, { type: 'rule', color: GREYS.middle, strokeWidth: 2 }, placed, { x: 'from', x2: 'to', y: 'y' }),
    layer(frame, { type: 'rule', color: BLUES.middle, strokeWidth: 5 }, placed, { x: 'low', x2: 'high', y: 'y' }),
    ...fromTo(frame, placed, placed, 70),
  ])
}
