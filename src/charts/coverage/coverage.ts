/** 参合与报销 coverage: who is enrolled, what part of the bill comes back, who is not covered and why. */
import { chartOfRun } from '../kit/chart.ts'
import type { Figures } from '../kit/estimates.ts'
import type { Language } from '../kit/input.ts'
import { told, withInterval, yearRow } from '../kit/table.ts'
import { number, percent } from '../kit/text.ts'
import { COMMON_WORDS } from '../kit/words.ts'
import { participationPanel, RATE_NAMES, ratesPanel } from './lines.ts'
import { reasonsOf, reasonsPanel, shareOf } from './reasons.ts'
import { COVERAGE_WORDS, type CoverageSeen, reasonWord } from './words.ts'

function seen(figures: Figures, lang: Language): CoverageSeen {
  const { first, last } = figures
  const counts = reasonsOf(figures).map((reason) => ({ reason, persons: figures.mean('not_covered', last, `reason=${reason}`) ?? 0 }))
  const all = counts.reduce((sum, one) => sum + one.persons, 0)
  const [main] = counts.toSorted((one, other) => other.persons - one.persons)
  return {
    first,
    last,
    participation: figures.change('participation_rate'),
    effective: figures.change('effective_reimbursement_rate'),
    inPolicy: figures.change('in_policy_inpatient_rate'),
    mainReason: all > 0 ? { word: reasonWord(main.reason, lang), share: shareOf(figures, last, main.reason) ?? 0 } : undefined,
  }
}

export const coverage = chartOfRun({
  name: 'coverage',
  question: 'cover',
  place: 10,
  words: COVERAGE_WORDS,
  finding: ({ figures, words, lang }) => words.finding(seen(figures, lang)),
  sentence: ({ figures, words, lang }) => words.sentence(seen(figures, lang)),
  table({ input, figures, words, lang }) {
    const persons = (name: string, measure: string) => yearRow(figures, name, (year) => told(figures.mean(measure, year), number))
    const share = (name: string, measure: string) =>
      yearRow(figures, name, (year) => told(figures.estimate(measure, year), (value) => withInterval(value, percent)))
    const published = (year: number) => {
      const figure = input.figures.find((one) => one.measure === 'participation_rate' && one.year === year)
      return figure && `${percent(figure.published)}${figure.status === 'verified' ? '' : ` (${COMMON_WORDS[lang].unverified})`}`
    }
    const reason = (name: string) => (year: number) => {
      const part = told(shareOf(figures, year, name), (one) => ` (${percent(one, 2)})`) ?? ''
      return told(figures.mean('not_covered', year, `reason=${name}`), (value) => number(value) + part)
    }
    return {
      head: [words.persons, ...figures.years.map(String)],
      rows: [
        ...persons(words.eligible, 'eligible'),
        ...persons(words.enrolled, 'enrolled'),
        ...share(words.participationShare, 'participation_rate'),
        ...yearRow(figures, words.publishedParticipation, published),
        ...RATE_NAMES.flatMap((rate) => share(words.rate[rate], rate)),
        ...reasonsOf(figures).flatMap((name) => yearRow(figures, words.reasonShare + reasonWord(name, lang), reason(name))),
      ],
    }
  },
  panels(view) {
    const lines = [participationPanel(view), ratesPanel(view)].filter((one) => one !== undefined)
    if (view.layout.narrow) return [...lines, reasonsPanel(view)]
    return [lines.length === 0 ? undefined : { hconcat: lines, spacing: 30 }, reasonsPanel(view)]
  },
})
