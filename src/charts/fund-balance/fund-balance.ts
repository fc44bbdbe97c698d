/** 基金收支结余 fund balance: income by source beside spending by use, current and cumulative balance, subsidy steps. */

import { figuresOf } from '../kit/estimates.ts'
import { roomFor } from '../kit/frame.ts'
import type { Chart, Language, ReportInput } from '../kit/input.ts'
import { largeMoney, number } from '../kit/text.ts'
import { sheet } from '../kit/theme.ts'
import { SENTENCES } from '../sentences.ts'
import { WORDS, wordFor } from '../words.ts'
import { balancePanel, reservePanel } from './balance-panels.ts'
import { flowsPanel, INCOME, SPENDING, subsidyPanel } from './flow-panels.ts'

/** Some replications have a deficit and some do not. */
const isBetween = (chance: number | undefined) => chance !== undefined && chance > 0 && chance < 1

function seen(input: ReportInput) {
  const figures = figuresOf(input)
  const change = (measure: string) => {
    const from = figures.perMember(measure, figures.first)?.mean
    const to = figures.perMember(measure, figures.last)?.mean
    return from === undefined || to === undefined ? undefined : { from, to }
  }
  const balances = figures.years.flatMap((year) => {
    const value = figures.mean('current_balance', year)
    return value === undefined ? [] : [{ year, value }]
  })
  return {
    first: figures.first,
    last: figures.last,
    income: change('fund_income'),
    spending: change('fund_expenditure'),
    deficits: balances.filter((one) => one.value < 0).map((one) => one.year),
    surpluses: balances.filter((one) => one.value >= 0).map((one) => one.year),
    differs: figures.years.some((year) => isBetween(figures.mean('deficit', year))),
    reserve: figures.estimate('cumulative_balance', figures.last),
  }
}

export const fundBalance: Chart = {
  name: 'fund-balance',
  title: (_, lang) => WORDS[lang].title.fund,
  sentence: (input, lang) => SENTENCES[lang].fund(seen(input)),
  table(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const perMember = (measure: string, digits: number) =>
      figures.years.map((year) => figures.perMember(measure, year)).map((value) => (value ? number(value.mean, digits) : '–'))
    const row = (word: string, cells: string[]) => (cells.every((cell) => cell === '–') ? [] : [[word, ...cells]])
    const part = (total: string, kinds: typeof INCOME, own: Readonly<Record<string, string>>) =>
      kinds.flatMap(([name]) => row(`${words.ofWhich}${wordFor(own, name)}`, perMember(`${total}.${name}`, 1)))
    const balance = (measure: string) =>
      figures.years.map((year) => {
        const value = figures.estimate(measure, year)
        if (!value) return '–'
        const digits = lang === 'en' ? 2 : 0
        const text = number(largeMoney(value.mean, lang), digits)
        return value.n > 1
          ? `${text} [${number(largeMoney(value.p05, lang), digits)}; ${number(largeMoney(value.p95, lang), digits)}]`
          : text
      })
    return {
      head: [words.table.perMember, ...figures.years.map(String)],
      rows: [
        ...row(
          words.table.subsidy,
          figures.years.map((year) => figures.mean('subsidy_standard', year)).map((value) => (value === undefined ? '–' : number(value))),
        ),
        ...row(words.table.income, perMember('fund_income', 1)),
        ...part('fund_income', INCOME, words.income),
        ...row(words.table.spending, perMember('fund_expenditure', 1)),
        ...part('fund_expenditure', SPENDING, words.spending),
        ...row(words.table.balance, perMember('current_balance', 1)),
        ...row(words.table.currentLarge, balance('current_balance')),
        ...row(words.table.cumulativeLarge, balance('cumulative_balance')),
      ],
    }
  },
  spec(input: ReportInput, lang: Language) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const room = {
      left: Math.max(110, roomFor(Object.values({ ...words.income, ...words.incomeShort })) + 50),
      right: Math.max(110, roomFor(Object.values(words.spending)) + 50),
    }
    const panels = [subsidyPanel, flowsPanel, balancePanel, reservePanel]
      .map((draw) => draw(figures, words, room))
      .filter((one) => one !== undefined)
    return panels.length === 0 ? undefined : sheet(input, lang, this.title(input, lang), this.sentence(input, lang), panels)
  },
}
