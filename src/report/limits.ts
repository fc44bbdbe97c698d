/** 局限 Limits of a run or a comparison, and where its people come from. */
import type { ComparisonInput } from '../charts/comparison/input.ts'
import { figuresOf } from '../charts/kit/estimates.ts'
import type { Language, ReportInput } from '../charts/kit/input.ts'
import type { GivenSource } from '../scheme/settings.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** First year of the integrated household survey, which the yearbooks' rural income and consumption come from. */
const NEW_SURVEY = 2014

/** Files, persons, households, weighted or not. */
function peopleText(source: GivenSource, lang: Language): string {
  const { ownPeople, held } = REPORT_WORDS[lang].limits
  return ownPeople(source, source.content ? held(source.content) : '')
}

/** A line among the facts of a report on the user's own people; none on synthetic ones. */
export function ownPeople(source: GivenSource | undefined, lang: Language): (readonly [string, string])[] {
  return source ? [[REPORT_WORDS[lang].limits.people, peopleText(source, lang)]] : []
}

/** Where people come from: of all counties, and of each that has its own. */
function peopleLimits({ microdata, counties = [] }: Pick<ReportInput, 'microdata' | 'counties'>, lang: Language): string[] {
  const { synthetic, othersSynthetic, own, inCounty } = REPORT_WORDS[lang].limits
  const ownText = (source: GivenSource) => own(peopleText(source, lang), source.content?.meanIncome ?? 0)
  const apart = counties.flatMap(({ title, microdata: source }) => (source ? [inCounty(title[lang], ownText(source))] : []))
  const isApartInAll = apart.length > 0 && apart.length === counties.length
  if (isApartInAll) return apart
  return [microdata ? ownText(microdata) : apart.length > 0 ? othersSynthetic : synthetic, ...apart]
}

/** 调查口径变化 The break of 2014, where the years lie on both sides of it. */
function surveyBreak([first, last]: readonly [number, number], lang: Language): string[] {
  return first < NEW_SURVEY && last >= NEW_SURVEY ? [REPORT_WORDS[lang].limits.surveyBreak] : []
}

export function runLimits(input: ReportInput, lang: Language): string[] {
  const { run, withoutCritical } = REPORT_WORDS[lang].limits
  const isCovered = figuresOf(input).has('fund_expenditure.critical_illness')
  return [...peopleLimits(input, lang), ...run(input), ...surveyBreak(input.years, lang), ...(isCovered ? [] : [withoutCritical])]
}

export const comparisonLimits = (input: ComparisonInput, lang: Language): string[] => [
  ...REPORT_WORDS[lang].limits.comparison(input),
  ...peopleLimits(input, lang),
  ...surveyBreak(input.years, lang),
]
