import { describe, expect, test } from 'vitest'
import { answers } from '../../src/charts/comparison/answer/answer.ts'
import type { ComparisonInput } from '../../src/charts/comparison/input.ts'
import { yearShown } from '../../src/charts/comparison/largest.ts'
import { comparisonDigest } from '../../src/cli/results/compare-digest.ts'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { compare } from '../../src/measures/statistics/compare.ts'
import { headlineRows } from '../../src/measures/statistics/headline.ts'

const YEARS = [2012, 2013, 2014] as const
const LEVEL = {
  ...{ fund_income: 10e6, cumulative_balance: 2e6, payables_year_end: 1e6, effective_reimbursement_rate: 0.4, admissions: 3000 },
  ...{ outpatient_visits: 9000, claim_days_mean: 80, premium_per_head: 60, out_of_pocket_per_member: 500, participation_rate: 0.9 },
  ...{ poverty_after_reimbursement: 0.012 },
}
type Measure = keyof typeof LEVEL

/** A scenario whose measures are those of LEVEL, changed by so much in the years given; `luck` differs between replications. */
function rowsOf(scenario: string, change: Partial<Record<Measure, (year: number, luck: number) => number>> = {}): AnnualRow[] {
  return (Object.keys(LEVEL) as Measure[]).flatMap((measure) =>
    YEARS.flatMap((year) =>
      [-1, 0, 1].map((luck, index) => ({
        ...{ scenario, replication: index + 1, year, area: 'county-1', measure, group: '' },
        value: LEVEL[measure] * (1 + 0.01 * luck) + (change[measure]?.(year, luck) ?? 0),
      })),
    ),
  )
}

function inputOf(...reforms: AnnualRow[][]): ComparisonInput {
  const base = rowsOf('base')
  return {
    base: { name: 'base', title: { en: 'As it is', zh: '现行' } },
    reforms: reforms.map((_, index) => ({
      name: `r${index}`,
      title: { en: `Reform ${index}`, zh: `方案${index}` },
      benefitsFollow: false,
    })),
    ...{ years: [2012, 2014], persons: 1000, replications: 3, reason: { en: '', zh: '' }, assumed: { share: 0, of: 1 } },
    ...{ seed: 's', version: '0', winners: [], unpaired: {}, solvency: [] },
    headlines: headlineRows(reforms.flatMap((rows) => compare(base, rows).rows)),
  }
}
const answerTo = (lang: 'en' | 'zh', ...reforms: AnnualRow[][]) => answers(inputOf(...reforms), lang).join('\n')
const only = (year: number, amount: number) => (at: number) => (at === year ? amount : 0)

describe('The answer to a comparison', () => {
  test('is that there is no difference where two scenarios are the same', () => {
    expect(answerTo('en', rowsOf('r0'))).toBe('Reform 0, against “As it is”: no difference, in any headline figure of any year.')
    expect(answerTo('zh', rowsOf('r0'))).toBe('方案0（对照“现行”）：各年各项主要指标均无差异。')
  })

  test('tells the year in which a reform of one year shows, not the last', () => {
    const reform = rowsOf('r0', { fund_income: only(2013, 1e6) })
    expect(yearShown(inputOf(reform), inputOf(reform).reforms[0])).toBe(2013)
    expect(answerTo('en', reform)).toContain('in 2013 fund income at 11.00 million yuan (+1.00).')
    expect(yearShown({ ...inputOf(reform), year: 2014 }, inputOf(reform).reforms[0])).toBe(2014)
  })

  test('of a year before a reform acts says that there is no difference yet, and in which year it is largest', () => {
    const reform = rowsOf('r0', { fund_income: (year) => (year > 2012 ? 1e6 + year : 0) })
    const input = { ...inputOf(reform), year: 2012 }
    expect(answers(input, 'en')[0]).toContain('in 2012 no difference, in any headline figure; the largest are those of 2014.')
  })

  test('tells the year of the largest difference in yuan, however the base grows meanwhile, and not one that luck made', () => {
    const growing = (scenario: string, more: (year: number) => number) =>
      rowsOf(scenario, {
        fund_income: (year) => (year - 2012) * 20e6 + more(year),
        admissions: (year, luck) => (year === 2013 ? 900 * luck : 0),
      })
    const base = growing('base', () => 0)
    const reform = rowsOf('r0', {
      fund_income: (year) => (year - 2012) * 20e6 + 1e6 + (year - 2012) * 1e4,
      admissions: (year, luck) => (year === 2013 ? -900 * luck : 0),
    })
    const input = { ...inputOf(reform), headlines: headlineRows(compare(base, reform).rows) }
    expect(yearShown(input, input.reforms[0])).toBe(2014)
  })

  test('says of a finding that one assumption within its range turns round that its direction is not sure', () => {
    const input = inputOf(rowsOf('r0', { effective_reimbursement_rate: () => -0.02 }))
    const row = {
      ...{ scenario: 'r0', base: 'base', year: 2014, measure: 'effective_reimbursement_rate', rank: 1 },
      value: '1',
      low: '0',
      high: '2',
    }
    const hangsOn = (atHigh: number) => [{ ...row, name: 'need', en: 'need of admission', zh: '住院需要', unit: '', atLow: -0.01, atHigh }]
    expect(answers({ ...input, hangsOn: hangsOn(0.03) }, 'en')[0]).toContain(
      'The sign is not certain for effective reimbursement rate [need of admission]: the assumption in square brackets, moved within its range, may reverse it.',
    )
    expect(answers({ ...input, hangsOn: hangsOn(0.03) }, 'zh')[0]).toContain('方向尚不确定')
    expect(answers({ ...input, hangsOn: hangsOn(0.01) }, 'en')[0]).not.toContain('not certain')
    // beyond 0 by less than chance makes of the difference itself
    const unsure = inputOf(rowsOf('r0', { effective_reimbursement_rate: (_, luck) => -0.02 + 0.002 * luck }))
    expect(answers({ ...unsure, hangsOn: hangsOn(0.021) }, 'en')[0]).not.toContain('not certain')
    expect(answers({ ...unsure, hangsOn: hangsOn(0.03) }, 'en')[0]).toContain('not certain')
    // one assumption that turns two of them is named once
    const both = inputOf(rowsOf('r0', { effective_reimbursement_rate: () => -0.02, admissions: () => -300 }))
    const [turned] = hangsOn(0.03)
    const ofStays = { ...turned, measure: 'admissions', atHigh: 700 }
    expect(answers({ ...both, hangsOn: [turned, ofStays] }, 'en')[0]).toContain(
      'not certain for effective reimbursement rate and admissions [need of admission]: the assumption',
    )
  })

  test('says that money alone reaches no patient where benefits do not follow income, and which switch lets it', () => {
    const text = answerTo('en', rowsOf('r0', { fund_income: () => 1e6 }))
    expect(text).toContain('For patients nothing changed')
    expect(text).toContain('mechanisms: { budget_rule: on }')
    const sooner = answerTo('en', rowsOf('r0', { fund_income: () => 1e6, claim_days_mean: () => -5 }))
    expect(sooner).toContain(
      'mean days to payment of manual claims at 75.0 (−5.0). Use of care, what is reimbursed of it and what households bear',
    )
    expect(sooner).toContain('mechanisms: { budget_rule: on }')
    expect(answerTo('zh', rowsOf('r0', { fund_income: () => 1e6 }))).toContain('对患者没有影响')
  })

  test('names what changed for people', () => {
    const text = answerTo('en', rowsOf('r0', { effective_reimbursement_rate: () => 0.05, admissions: () => 30 }))
    expect(text).toContain('effective reimbursement rate at 45.00% (+5.0')
    expect(text).not.toContain('nothing changed')
  })

  test('of desks that are slower tells the days, and nothing of income or of the switch that lets benefits follow it', () => {
    const text = answerTo('en', rowsOf('r0', { claim_days_mean: () => 500, fund_income: () => 5000, payables_year_end: () => 2e6 }))
    expect(text).toContain(
      'owed at the end of the year at 3.00 million yuan (+2.00); for its people mean days to payment of manual claims at 580.0',
    )
    expect(text).not.toMatch(/fund income|budget_rule|nothing changed/)
  })

  test('of care that is not had tells that first, and that what is paid falls for that', () => {
    const text = answerTo('en', rowsOf('r0', { out_of_pocket_per_member: () => -30, outpatient_visits: () => -2000 }))
    expect(text).toContain(
      'for its people less care: outpatient visits at 7,000.0 (−2,000.0) and out of pocket per member at 470.00 yuan (−30.00).',
    )
    expect(text).toContain('falls since they have less care')
    expect(answerTo('zh', rowsOf('r0', { outpatient_visits: () => -2000 }))).toContain('参合人方面就医减少：门诊人次')
  })

  test('of a premium that is raised tells first that members pay more', () => {
    const text = answerTo('en', rowsOf('r0', { premium_per_head: () => 60, outpatient_visits: () => -200, fund_income: () => 1e6 }))
    expect(text).toMatch(/for its people premiums households pay per head at 120\.00 yuan \(\+60\.00\)/)
    expect(text).not.toContain('less care')
  })

  test('of many who leave tells that first, and their premiums and care that are gone as no lower premium and no less care', () => {
    const leaving = {
      // those who stay pay a little less a head: there are more poor among them
      ...{ participation_rate: () => -0.225, premium_per_head: () => -17, admissions: () => -750, outpatient_visits: () => -2250 },
    }
    const text = answerTo('en', rowsOf('r0', leaving))
    expect(text).toMatch(/for its people participation rate at 67\.5\d% \(−22\.5\d points\)\./)
    expect(text).not.toMatch(/less care|premiums households pay|admissions/)
    const dearer = answerTo('en', rowsOf('r0', { ...leaving, premium_per_head: () => 30 }))
    expect(dearer).toMatch(/participation rate .* and premiums households pay per head at 90\.00 yuan \(\+30\.00\)/)
    const sicker = answerTo('en', rowsOf('r0', { ...leaving, admissions: () => -1500, out_of_pocket_per_member: () => -10 }))
    expect(sicker).toMatch(/participation rate .*, admissions at 1,500\.0 .* falls since they have less care/)
  })

  test('of care that moves from hospital to clinic names both, and is no less care', () => {
    const text = answerTo(
      'en',
      rowsOf('r0', {
        ...{ outpatient_visits: () => 2000, admissions: () => -45, out_of_pocket_per_member: () => -60 },
        effective_reimbursement_rate: () => 0.1,
      }),
    )
    expect(text).toMatch(/for its people outpatient visits at 11,000\.0 \(\+2,000\.0\), admissions at 2,955\.0/)
    expect(text).not.toContain('less care')
  })

  test('says that less care is a part of why members bear less where they are paid more, or bear so much less', () => {
    const less = { admissions: () => -90, out_of_pocket_per_member: () => -10 }
    expect(answerTo('en', rowsOf('r0', less))).toContain('falls since they have less care')
    expect(answerTo('en', rowsOf('r0', { ...less, effective_reimbursement_rate: () => 0.02 }))).toContain('falls in part since')
    expect(answerTo('en', rowsOf('r0', { ...less, out_of_pocket_per_member: () => -100 }))).toContain('falls in part since')
  })

  test('never says that households bear the same where one pays more or less, though it be less than a yuan', () => {
    const input = inputOf(rowsOf('r0', { fund_income: () => 1e6 }))
    const of = (value: number, lower?: number) => ({
      ...{ scenario: 'r0', base: 'base', year: 2014, measure: 'unchanged_share', group: '', n: 3, value, se: 0, sd: 0 },
      ...(lower === undefined ? {} : { lower }),
    })
    const said = (value: number, lower?: number) => answers({ ...input, winners: [of(value, lower)] }, 'en')[0]
    expect(said(1, 1)).toContain('what households bear are the same to the fen')
    for (const text of [said(0.93, 0.9), said(1)]) {
      expect(text).not.toContain('what households bear are')
      expect(text).toContain('what households bear besides is not')
    }
  })

  test('of households that differ in what they pay as premium alone says that', () => {
    const input = inputOf(rowsOf('r0', { premium_per_head: () => 0.1 }))
    const touched = { scenario: 'r0', base: 'base', year: 2014, measure: 'unchanged_share', group: '', n: 3, value: 1, se: 0, sd: 0 }
    expect(answers({ ...input, winners: [touched] }, 'en')[0]).toContain('what households pay as premiums is not')
    expect(answers({ ...input, winners: [touched] }, 'zh')[0]).toContain('不同的是家庭缴纳的保费')
  })

  test('of what moved beside patients says as well what is not known of them', () => {
    const late = { claim_days_mean: () => 300, admissions: (_: number, luck: number) => 300 * luck }
    expect(answerTo('en', rowsOf('r0', late))).toContain('For patients no other difference that matters can be told from chance')
    const days = answerTo('en', rowsOf('r0', { claim_days_mean: (_, luck) => 20 * luck, admissions: (_, luck) => 3 * luck }))
    expect(days).toContain('its interval included; not known: mean days to payment')
  })

  test('holds rates that few households are in against points of their own', () => {
    const text = answerTo('en', rowsOf('r0', { poverty_after_reimbursement: (_, luck) => -0.004 + 0.002 * luck }))
    expect(text).toMatch(/no difference that matters can be told from chance .*poverty/)
  })

  test('never sends the reader on to the year that is shown', () => {
    const input = inputOf(rowsOf('r0', { admissions: (year, luck) => (year === 2013 ? 30 * luck : 0) }))
    expect(answers({ ...input, year: 2014 }, 'en')[0]).toContain(
      'in 2014 no difference, in any headline figure; the largest are those of 2013.',
    )
    const touched = { scenario: 'r0', base: 'base', year: 2013, measure: 'unchanged_share', group: '', n: 3, value: 0.9, se: 0, sd: 0 }
    const households = { ...inputOf(rowsOf('r0')), winners: [touched] }
    expect(yearShown(households, households.reforms[0])).toBe(2013)
  })

  test('speaks of no difference that chance may have made as of one that is not known, nor of one too small to matter', () => {
    const lucky = (admissions: number) => inputOf(rowsOf('r0', { admissions: (_, luck) => admissions * luck }))
    expect(answers(lucky(3), 'en')[0]).toContain(
      'nothing changed that matters (every difference lies within ±1.0%, of rates within ±0.2 points, its interval included)',
    )
    expect(answers(lucky(30), 'en')[0]).toContain(
      'no difference that matters can be told from chance with 3 replications (the largest: admissions 0 [−74.5; +74.5])',
    )
    expect(answers(lucky(30), 'zh')[0]).toContain('3 次模拟尚不能把任何有实质意义的差异与偶然区分开')
    const effects = (change: Parameters<typeof rowsOf>[1], measure: string) =>
      inputOf(rowsOf('r0', change)).headlines.filter(({ row }) => row.measure === measure && row.year === 2014)
    expect(effects({ admissions: (_, luck) => 30 * luck }, 'admissions').map(({ row }) => row.effect)).toEqual(['unclear'])
    expect(effects({ admissions: () => 2 }, 'admissions').map(({ row }) => row.effect)).toEqual(['small'])
    expect(effects({ admissions: () => 4 }, 'admissions').map(({ row }) => row.effect)).toEqual(['yes'])
    expect(effects({}, 'admissions').map(({ row }) => row.effect)).toEqual(['no'])
  })

  test('ends the summary on the console in both languages, reforms of one year beside one another', () => {
    const digest = comparisonDigest(inputOf(rowsOf('r0', { fund_income: () => 1e6 }), rowsOf('r1', { fund_income: () => 2e6 })), 'en')
    expect(digest.trimEnd().split('\n').at(-1)).toMatch(/^方案1（对照“现行”）：/)
    expect(digest).toMatch(/fund income, million yuan +│ +10\.00 │ 11\.00 \(\+1\.00\) │ 12\.00 \(\+2\.00\)/)
  })
})

describe('The answer to a comparison of two counties', () => {
  const AREAS = { rich: 3, poor: 1, all: 4 } as const
  const inCounties = (scenario: string, change: Parameters<typeof rowsOf>[1] = {}) =>
    Object.entries(AREAS).flatMap(([area, times]) => {
      const isMoved = area !== 'rich'
      const share = area === 'all' ? 0.25 : 1
      const part = Object.entries(change).map(([measure, by]) => [
        measure,
        (year: number, luck: number) => (isMoved ? share : 0) * by(year, luck),
      ])
      return rowsOf(scenario, Object.fromEntries(part)).map((row) => ({
        ...row,
        area,
        value: ['premium_per_head', 'effective_reimbursement_rate', 'participation_rate', 'poverty_after_reimbursement'].includes(
          row.measure,
        )
          ? row.value
          : row.value * times,
      }))
    })
  const county = (name: string, en: string, zh: string, rows: ReturnType<typeof compare>['rows']) => ({
    ...{ name, title: { en, zh } },
    headlines: headlineRows(rows, name),
  })
  const told = (change: Parameters<typeof rowsOf>[1], payMore = 0, lang: 'en' | 'zh' = 'en') => {
    const { rows } = compare(inCounties('base'), inCounties('r0', change))
    const share = (group: string, measure: string, value: number) => ({
      ...{ scenario: 'r0', base: 'base', year: 2014, n: 3, se: 0, group, measure, value },
    })
    const winners = [['', payMore / 4] as const, ['county=poor', payMore] as const, ['county=rich', 0] as const].flatMap(
      ([group, more]) => [
        ...[share(group, 'winners_share', 0), share(group, 'losers_share', more), share(group, 'unchanged_share', 1 - more)],
      ],
    )
    const counties = [county('rich', 'Rich county', '富县', rows), county('poor', 'Poor county', '穷县', rows)]
    return answers({ ...inputOf([]), headlines: headlineRows(rows), counties, winners }, lang)[0]
  }

  test('says that its first figures are of both, and names figures and households of the county that is moved', () => {
    const text = told({ effective_reimbursement_rate: () => 0.04, fund_income: () => 1e6 })
    expect(text).toContain('in 2014, all 2 counties together: fund income at 41.00 million yuan (+1.00)')
    expect(text).toContain(
      'By county: Poor county, fund income at 11.00 million yuan (+1.00), effective reimbursement rate at 44.00% (+4.00 points)',
    )
    expect(text).toContain('; no difference in Rich county.')
  })

  test('tells of a county in which nothing but the premium moves that households there pay more', () => {
    expect(told({ premium_per_head: () => 6 }, 0.08)).toContain(
      'By county: Poor county, premiums households pay per head at 66.00 yuan (+6.00), 0.0% of its households win, 8.0% lose; no difference in Rich county.',
    )
    expect(told({ premium_per_head: () => 6 }, 0.08, 'zh')).toContain(
      '穷县人均自缴保费为 66.00 元（+6.00），0.0% 的家庭受益，8.0% 受损；富县无差异。',
    )
    // who pays it is not the same in a county whose figures are: that is no county without a difference
    expect(told({ fund_income: () => 1 }, 0.08)).toContain(
      'By county: Poor county, 0.0% of its households win, 8.0% lose; no difference in Rich',
    )
  })

  test('does not say of patients of all counties what is so of one', () => {
    expect(told({ admissions: () => 4 })).toContain('For patients of all counties taken together nothing changed that matters')
    expect(told({ admissions: () => 4 }, 0, 'zh')).toContain('对各县患者合计没有实质影响')
  })
})
