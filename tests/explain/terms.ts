/** The values of the law that a recomputation needs and no event of a person tells, by year, as the scenario sets them. */
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { parseDay, yearStart } from '../../src/kernel/calendar.ts'
import type { Law } from '../../src/policy/law.ts'

const NAMES = [
  ...['population.income_per_head', 'premium.individual'],
  ...['minimum_income', 'consumption_per_head', 'health_consumption_per_head', 'resource_slope', 'food_share'].map(
    (name) => `protection.${name}`,
  ),
  ...['poverty_line', 'line_official', 'line_2010_standard', 'consumption'].map((name) => `protection.${name}`),
  ...['standard', 'announced', 'central_base', 'central_threshold', 'local_top_up', 'central_advance_share'].map(
    (name) => `subsidy.${name}`,
  ),
  ...['county', 'province', 'central_advance', 'central_settlement'].map((level) => `subsidy.arrival.${level}`),
  ...['interest_rate', 'hospital_payment_day', 'opening_reserve_share', 'withheld_share', 'check_deduction_share'].map(
    (name) => `fund.${name}`,
  ),
  ...['check_day', 'risk_fund_share'].map((name) => `fund.${name}`),
  ...['in_force', 'premium', 'profit_share', 'loss_share', 'fund_loss_share', 'premium_paid'].map((name) => `critical_illness.${name}`),
]

type Values = Readonly<Record<string, unknown>>

/** Of a scenario file, from the year before the burn-in on. */
export async function termsOf(path: string) {
  const [{ settings, law }] = await readScenarios([path], readData().law)
  const [reported, last] = settings.years
  const first = reported - settings.burnInYears
  const names = [...NAMES, `subsidy.central_share.${settings.region}`, `subsidy.province_share.${settings.region}`]
  const years = Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i)
  const byYear = (of: (year: number) => Values) => Object.fromEntries(years.map((year) => [year, of(year)]))
  return {
    ...{ first, reported, last, region: settings.region, cashLimit: settings.mechanisms.cash_limit },
    premiumByGroup: settings.groups?.list.some(({ setsPremium }) => setsPremium) ?? false,
    years: byYear((year) => valuesOn(law, names, yearStart(year))),
    campaigns: byYear((year) => valuesOn(law, ['population.income_per_head'], opensFor(law, year))),
  }
}

/** The day on which the campaign for a year opens. */
function opensFor(law: Law, year: number): number {
  return parseDay(`${year - 1}-${law.text('enrolment.campaign_opens', yearStart(year - 1))}`) ?? yearStart(year - 1)
}

function valuesOn(law: Law, names: readonly string[], day: number): Values {
  return Object.fromEntries(names.map((name) => [name, law.valueAt(name, day).value]))
}
