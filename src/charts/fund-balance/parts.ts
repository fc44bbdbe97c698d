/** Parts of the fund's income and expenditure: every account of the books, its colour and its names. */
import { ACCOUNTS, type AccountWords } from '../../words/accounts.ts'
import type { Figures } from '../kit/estimates.ts'
import type { Language } from '../kit/input.ts'
import { type Slice, stacked } from '../kit/labels.ts'
import { BLUES, GREENS, GREYS, OCHRE } from '../kit/theme.ts'

type Account = keyof typeof ACCOUNTS
type PartOf<Kind extends string> = Account extends infer Name ? (Name extends `${Kind}:${infer Part}` ? Part : never) : never

/** Bottom of the bar first; colours alternate in lightness so that neighbours differ in greyscale too. */
const INCOME: Readonly<Record<PartOf<'income'>, string>> = {
  central: BLUES.dark,
  province: BLUES.middle,
  county: BLUES.light,
  individual: OCHRE.dark,
  assistance: OCHRE.light,
  collective: GREYS.dark,
  interest: GREYS.light,
  critical_illness_refund: GREYS.middle,
}
const EXPENDITURE: Readonly<Record<PartOf<'expenditure'>, string>> = {
  inpatient: GREENS.dark,
  outpatient: GREENS.middle,
  critical_illness: GREENS.light,
  critical_illness_loss: GREYS.dark,
}

/** A part of a total by its measure, e.g. `fund_income.central`. */
export interface Part {
  readonly measure: string
  readonly fill: string
  readonly words: AccountWords
}

const named: Readonly<Record<string, AccountWords>> = ACCOUNTS
const partsOf = (kind: string, fills: Readonly<Record<string, string>>): Part[] =>
  Object.entries(fills).map(([part, fill]) => ({ measure: `fund_${kind}.${part}`, fill, words: named[`${kind}:${part}`] }))

export const PARTS = {
  fund_income: partsOf('income', INCOME),
  fund_expenditure: partsOf('expenditure', EXPENDITURE),
} as const
export type Total = keyof typeof PARTS

export const labelOf = ({ words }: Part, lang: Language): string => (words.label ?? words)[lang]

/** The slices of one bar, yuan per member, bottom first. */
export const slicesOf = (figures: Figures, total: Total, year: number): Slice[] =>
  stacked(PARTS[total].map(({ measure, fill }) => ({ name: measure, fill, value: figures.perMember(measure, year)?.mean ?? 0 })))
