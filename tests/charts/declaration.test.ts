import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHARTS, drawCharts } from '../../src/charts/index.ts'
import { chartOfRun, QUESTIONS } from '../../src/charts/kit/chart.ts'
import { axisOver, type Frame, panel, yearAxis } from '../../src/charts/kit/frame.ts'
import { line } from '../../src/charts/kit/marks.ts'
import { told, yearRow } from '../../src/charts/kit/table.ts'
import { number } from '../../src/charts/kit/text.ts'
import { fixture } from './fixture.ts'

const input = fixture()

/** All that a chart is: words of both languages, and what it says, tabulates and draws. */
const daysToPayment = chartOfRun({
  name: 'days-to-payment',
  question: 'protection',
  place: 1,
  words: {
    en: { title: 'How long do claims take?', days: 'mean days to payment', sentence: (days: string) => `${days} days in the last year.` },
    zh: { title: '报销要等多久', days: '平均报销天数', sentence: (days: string) => `末年平均 ${days} 天。` },
  },
  sentence: ({ figures, words }) => told(figures.mean('claim_days_mean', figures.last), (days) => words.sentence(number(days))) ?? '',
  table: ({ figures, words }) => ({
    head: ['', ...figures.years.map(String)],
    rows: yearRow(figures, words.days, (year) => told(figures.mean('claim_days_mean', year), number)),
  }),
  panels({ figures, words }) {
    const rows = figures.years.map((x) => ({ x, y: figures.mean('claim_days_mean', x) })).filter((row) => row.y !== undefined)
    if (rows.length === 0) return []
    const points = rows.map(({ x, y = 0 }) => ({ x, y }))
    const frame: Frame = { width: 400, height: 120, x: yearAxis(figures, 400, 0, 0), y: axisOver(0, 40, 5, 'd') }
    return [panel(frame, words.days, [line(frame, points)])]
  },
})

describe('A chart declared in one file', () => {
  it('is not drawn to the last picture when that is wanted no more', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let pictures = 0
    const stopsAtTwo = () => {
      if (++pictures === 2) controller.abort(reason)
      return undefined
    }
    const counted = { ...daysToPayment, spec: stopsAtTwo }
    await expect(drawCharts([counted, counted, counted], input, controller.signal)).rejects.toBe(reason)
    expect(pictures).toBe(2)
  })

  it('is drawn in both languages with title, sentence and the foot of the run', async () => {
    const drawn = await drawCharts([daysToPayment], input)
    expect(drawn.map(({ name, lang }) => `${name}.${lang}`)).toEqual(['days-to-payment.en', 'days-to-payment.zh'])
    for (const text of ['How long do claims take?', 'mean days to payment', 'Mean of 20 replications', '2015'])
      expect(drawn[0].svg).toContain(text)
    expect(drawn[1].svg).toContain('平均报销天数')
    expect(daysToPayment.table(input, 'en').rows[0]).toHaveLength(5)
  })

  it('is left out where the rows hold nothing for it', async () => {
    expect(await drawCharts([daysToPayment], { ...input, annual: [], summary: [] })).toEqual([])
  })

  it('is in the report when it has a room, once', () => {
    const folder = join(import.meta.dirname, '../../src/charts')
    const rooms = readdirSync(folder).filter((room) => existsSync(join(folder, room, `${room}.ts`)))
    expect(CHARTS.map(({ name }) => name).sort()).toEqual(rooms.sort())
  })

  it('stands in the report at its place under the question that it answers', () => {
    for (const question of QUESTIONS) expect(CHARTS.some((chart) => chart.question === question)).toBe(true)
    expect(CHARTS.map(({ question }) => QUESTIONS.indexOf(question))).toEqual(
      CHARTS.map(({ question }) => QUESTIONS.indexOf(question)).sort(),
    )
    for (const question of QUESTIONS) {
      const places = CHARTS.filter((chart) => chart.question === question).map(({ place }) => place)
      expect(places, 'no two at one place').toEqual([...new Set(places)].sort((a, b) => a - b))
    }
  })
})
