/** 结论依赖的假定 What a headline hangs on: the assumed parameters that move it most, each moved alone from one end of its range to the other. */
import { HEADLINES, type Headline } from './headlines.ts'

/** A parameter with its value, and the ends of its range, as text. */
export interface RangedParameter {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly value: string
  readonly low: string
  readonly high: string
}

/** A headline measure of one year and one of the parameters that move it most. */
export interface HangsOnRow extends RangedParameter {
  readonly scenario: string
  /** the base of a comparison, whose difference is moved; '' where the figure of the scenario itself is */
  readonly base: string
  readonly year: number
  readonly measure: string
  /** 1 moves it most */
  readonly rank: number
  /** how far the figure moves at either end, in its own unit; undefined where the scenario refuses that end */
  readonly atLow?: number
  readonly atHigh?: number
}

/** The parameters that a figure is told to hang on. */
const MOST = 3

/** Values of headline measures by `year|measure`. */
export type Figures = ReadonlyMap<string, number>
export const figureKey = (year: number, measure: string): string => `${year}|${measure}`

/** What a parameter did at either end of its range. */
export interface Moved {
  readonly parameter: RangedParameter
  readonly low?: Figures
  readonly high?: Figures
}

export interface Screened {
  readonly scenario: string
  readonly base: string
  readonly still: Figures
  readonly moved: readonly Moved[]
}

/** Sums over the county; the others are shares, means and amounts a head. */
const SUMS = new Set(HEADLINES.filter(isSum).map(({ measure }) => measure))

function isSum({ measure, theme }: Headline): boolean {
  return theme === 'fund' || ['admissions', 'forgone_admissions', 'outpatient_visits'].includes(measure)
}

/** Figures of a county as those of one with so many times as many persons: sums grow, the others do not. */
export function scaled(figures: Figures, times: number): Figures {
  return new Map([...figures].map(([key, value]) => [key, SUMS.has(key.slice(key.indexOf('|') + 1)) ? value * times : value]))
}

/** Of every headline figure the parameters that move it most. */
export function hangsOnRows({ scenario, base, still, moved }: Screened, years: readonly number[]): HangsOnRow[] {
  return years.flatMap((year) =>
    HEADLINES.flatMap(({ measure }) => {
      const key = figureKey(year, measure)
      const was = still.get(key)
      if (was === undefined) return []
      const by = (figures: Figures | undefined) => {
        const value = figures?.get(key)
        return value === undefined ? undefined : value - was
      }
      const all = moved.map(({ parameter, low, high }) => ({ ...parameter, atLow: by(low), atHigh: by(high) }))
      const told = all.filter((one) => reach(one) > 0).sort((a, b) => reach(b) - reach(a) || (a.name < b.name ? -1 : 1))
      return told.slice(0, MOST).map((one, index) => ({ scenario, base, year, measure, rank: index + 1, ...one }))
    }),
  )
}

const reach = ({ atLow = 0, atHigh = 0 }: Pick<HangsOnRow, 'atLow' | 'atHigh'>) => Math.max(Math.abs(atLow), Math.abs(atHigh))

/** The same of what a reform changes: its figures less those of the base, each with the same parameter at the same end. */
export function differences(base: Screened, reform: Screened): Screened {
  const less = (of: Figures | undefined, from: Figures | undefined) =>
    of && from && new Map([...of].flatMap(([key, value]) => (from.has(key) ? [[key, value - (from.get(key) ?? 0)] as const] : [])))
  const ofBase = new Map(base.moved.map((one) => [one.parameter.name, one]))
  const ofReform = new Map(reform.moved.map((one) => [one.parameter.name, one]))
  const names = [...new Set([...ofBase.keys(), ...ofReform.keys()])]
  const moved = names.flatMap((name): Moved[] => {
    // read, or assumed, on one side alone: the other side stays where it is
    const [one, other] = [ofBase.get(name), ofReform.get(name)]
    const parameter = (other ?? one)?.parameter
    if (!parameter) return []
    const at = (end: 'low' | 'high') => less(other ? other[end] : reform.still, one ? one[end] : base.still)
    return [{ parameter, low: at('low'), high: at('high') }]
  })
  return { scenario: reform.scenario, base: base.scenario, still: less(reform.still, base.still) ?? new Map(), moved }
}
