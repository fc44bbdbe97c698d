import { describe, expect, it } from 'vitest'
import { burden } from '../../src/charts/burden/burden.ts'
import { curvesOf, equity } from '../../src/charts/equity/equity.ts'
import { fundFan } from '../../src/charts/fund-fan/fund-fan.ts'
import { type Chart, LANGUAGES, type Language } from '../../src/charts/index.ts'
import { figuresOf } from '../../src/charts/kit/estimates.ts'
import { largeMoney, number, percent } from '../../src/charts/kit/text.ts'
import { flowsOf, moneyFlows } from '../../src/charts/money-flows/money-flows.ts'
import { FAN, solvencyRows } from '../../src/measures/statistics/solvency.ts'
import { fixture } from './fixture.ts'

type Row = Readonly<Record<string, number>>
const input = fixture()
const mean = (measure: string, group = '', year = 2015) =>
  input.summary.find((row) => row.measure === measure && row.year === year && row.group === group)!.mean
/** Rows of the marks that carry this field, as they stand in the specification. */
function drawn(chart: Chart, field: string, lang: Language = 'en'): Row[] {
  const found: Row[] = []
  JSON.stringify(chart.spec(input, lang), (key, value) => {
    if (key === 'values' && Array.isArray(value) && value[0]?.[field] !== undefined) found.push(...value)
    return value
  })
  return found
}

describe('The fan of the balance', () => {
  const rows = solvencyRows(input.annual, [])
  const quantile = (year: number, share: number) =>
    rows.find((row) => row.measure === 'cumulative_balance' && row.year === year && row.group === `quantile=${share}`)!.value

  it.each(LANGUAGES)('draws and tabulates the quantiles of solvency.csv (%s)', (lang) => {
    const bands = [...drawn(fundFan, 'q05', lang), ...drawn(fundFan, 'q25', lang)]
    for (const year of [2012, 2015]) {
      const [outer, inner] = bands.filter((row) => row.x === year)
      const told = [outer.q05, inner.q25, inner.q75, outer.q95]
      const wanted = [0.05, 0.25, 0.75, 0.95].map((share) => largeMoney(quantile(year, share), lang))
      for (const [index, value] of told.entries()) expect(value).toBeCloseTo(wanted[index], 5)
    }
    const table = fundFan.table(input, lang)
    for (const [index, share] of FAN.entries())
      expect(table.rows[index][4]).toBe(number(largeMoney(quantile(2015, share), lang), lang === 'en' ? 1 : 0))
  })

  it('tells the chances of a deficit and of insolvency by year', () => {
    const chances = [2012, 2013, 2014, 2015].map((year) => percent(mean('deficit', '', year), 0))
    expect(
      fundFan
        .table(input, 'en')
        .rows[5].slice(1)
        .map((cell) => cell.split(' ')[0]),
    ).toEqual(chances)
    expect(chances).toContain('100%')
    expect(fundFan.sentence(input, 'en')).toContain('a deficit is likeliest in 2013 (100%)')
    expect(fundFan.sentence(input, 'zh')).toContain('20 次模拟中有 0% 曾在某年年末穿底')
  })

  it('speaks of nine replications of ten only where there are twenty of them', () => {
    expect(fundFan.sentence(input, 'en')).toContain('in nine replications of ten')
    const few = fixture({ replications: 4 })
    expect(fundFan.sentence(few, 'en')).toContain('in the middle 90% of 4 replications')
    expect(fundFan.sentence(few, 'zh')).toContain('4 次模拟居中的 90% 在')
  })

  it('is not drawn from one replication, which has no spread', () => {
    expect(fundFan.spec(fixture({ replications: 1 }), 'en')).toBeUndefined()
  })
})

describe('Burdens before and after reimbursement', () => {
  it('are drawn where the rows have them, poverty with what it is without any payment', () => {
    const rows = drawn(burden, 'from')
    const first = rows.find(({ from }) => Math.abs(from - mean('che10_before')) < 1e-6)
    expect(first).toBeDefined()
    expect(drawn(burden, 'to').some(({ to }) => Math.abs(to - mean('che10', 'quintile=1')) < 1e-6)).toBe(true)
    expect(drawn(burden, 'without')).toEqual([2012, 2013, 2014, 2015].map(() => expect.objectContaining({ without: 0.021 })))
  })

  it('are told in both languages with the numbers of the rows', () => {
    for (const lang of LANGUAGES)
      for (const measure of ['che10_before', 'che10', 'poverty_after_payment', 'poverty_after_reimbursement'])
        expect(burden.sentence(input, lang)).toContain(percent(mean(measure)))
    const { rows } = burden.table(input, 'en')
    expect(rows.find(([name]) => name === 'above 25 % of consumption, after reimbursement')?.[4].split(' ')[0]).toBe(percent(mean('che25')))
  })

  it('say that nobody is poor without payment by definition where that share is 0, and only there', () => {
    const none = input.summary.map((row) => (row.measure === 'poverty_before_payment' ? { ...row, mean: 0 } : row))
    expect(burden.sentence({ ...input, summary: none }, 'en')).toContain('nobody is poor by definition')
    expect(burden.sentence({ ...input, summary: none }, 'zh')).toContain('按定义无人贫困')
    for (const lang of LANGUAGES) expect(burden.sentence(input, lang)).not.toMatch(/by definition|按定义/)
  })

  it('leave poverty out where there is no line', () => {
    const summary = input.summary.filter(({ measure }) => !measure.startsWith('poverty'))
    const annual = input.annual.filter(({ measure }) => !measure.startsWith('poverty'))
    const other = { ...input, summary, annual }
    expect(JSON.stringify(burden.spec(other, 'en'))).not.toContain('poverty line')
    expect(burden.sentence(other, 'zh')).not.toContain('贫困')
  })
})

describe('Lorenz and concentration curves', () => {
  const points = curvesOf(figuresOf(input), 2015)

  it('begin at nought, end at one and never fall', () => {
    expect(points).toHaveLength(11)
    expect(points[0]).toEqual({ people: 0, income: 0, reimbursed: 0, paid: 0 })
    expect(points[10]).toEqual({ people: 1, income: 1, reimbursed: 1, paid: 1 })
    for (const name of ['people', 'income', 'reimbursed', 'paid'] as const)
      for (let i = 1; i < points.length; i++) expect(points[i][name]).toBeGreaterThan(points[i - 1][name])
  })

  it('stand at the shares of persons and income of the deciles', () => {
    const incomes = Array.from(
      { length: 10 },
      (_, i) => mean('income_per_head', `decile=${i + 1}`) * mean('household_members', `decile=${i + 1}`),
    )
    const all = incomes.reduce((sum, one) => sum + one, 0)
    expect(points[3].income).toBeCloseTo((incomes[0] + incomes[1] + incomes[2]) / all, 12)
    expect(equity.table(input, 'en').rows[2][2]).toBe(percent(points[3].income))
    expect(drawn(equity, 'x').some(({ y }) => Math.abs(y - points[3].income) < 1e-6)).toBe(true)
  })

  it('say who has more than their share only where the replications agree', () => {
    const spread = (p05: number, p95: number, n = 20) => {
      const summary = input.summary.map((row) => (row.measure === 'concentration_index.reimbursed' ? { ...row, p05, p95, n } : row))
      return equity.sentence({ ...input, summary }, 'en')
    }
    expect(spread(0.01, 0.05)).toContain('(higher incomes have more than their share)')
    expect(spread(-0.01, 0.05)).toContain('who has more than their share is not told')
    expect(spread(0.03, 0.03, 1)).not.toContain('their share')
  })

  it('come with the indices of the rows, not with those of ten points', () => {
    for (const lang of LANGUAGES) expect(equity.sentence(input, lang)).toContain(number(mean('gini.income'), 3))
    expect(drawn(equity, 'mean').map((row) => row.mean)).toContain(Number(mean('kakwani.out_of_pocket').toFixed(6)))
  })
})

describe('Money between places', () => {
  const flows = flowsOf(figuresOf(input))
  const sum = (those: typeof flows) => those.reduce((total, { amount }) => total + amount, 0)

  it('is the same sum in every column: bills by kind, by place, and who pays them', () => {
    const bills = mean('cost.inpatient') + mean('cost.outpatient')
    expect(sum(flows.filter(({ from }) => from === 'inpatient' || from === 'outpatient'))).toBeCloseTo(bills, 2)
    expect(sum(flows.filter(({ to }) => to === 'fund' || to === 'left'))).toBeCloseTo(bills, 2)
    expect(sum(flows.filter(({ from }) => from === 'fund' || from === 'left'))).toBeCloseTo(bills, 2)
  })

  it('leaves households what fund, insurer and assistance do not pay', () => {
    const paid = ['inpatient', 'outpatient', 'critical_illness', 'assistance'].map((kind) => mean(`reimbursed.${kind}`))
    const bills = mean('cost.inpatient') + mean('cost.outpatient')
    const own = bills - paid.reduce((total, one) => total + one, 0)
    expect(sum(flows.filter(({ to }) => to === 'households'))).toBeCloseTo(own, 2)
    for (const lang of LANGUAGES) expect(moneyFlows.sentence(input, lang)).toContain(percent(own / bills))
  })

  it('is drawn with bands as deep as the yuan of the table', () => {
    const { rows } = moneyFlows.table(input, 'en')
    const bands = drawn(moneyFlows, 'link')
    const city = bands.find((row) => String(row.link) === 'city_hospital fund')!
    const told = rows.find(([name]) => name === 'city hospitals → paid by the fund')!
    expect(number(city.y2 - city.y, 2)).toBe(told[1])
  })

  it('is left out where bills are not told by place', () => {
    const without = { ...input, annual: [], summary: input.summary.filter(({ group }) => !group.startsWith('place=')) }
    expect(moneyFlows.spec(without, 'en')).toBeUndefined()
  })
})
