/** The charts of a run, in the order of the report: a new one is a file with its declaration, and its line here. */
import { burden } from './burden/burden.ts'
import { carePlaces } from './care-places/care-places.ts'
import { cashAndClaims } from './cash-and-claims/cash-and-claims.ts'
import { coverage } from './coverage/coverage.ts'
import { equity } from './equity/equity.ts'
import { fundBalance } from './fund-balance/fund-balance.ts'
import { fundFan } from './fund-fan/fund-fan.ts'
import type { RunChart } from './kit/chart.ts'
import { drawCharts } from './kit/draw.ts'
import type { RenderedChart, ReportInput } from './kit/input.ts'
import { moneyFlows } from './money-flows/money-flows.ts'

export type { Chart, ChartTable } from './kit/chart.ts'
export { drawCharts } from './kit/draw.ts'
export type { Language, PublishedFigure, RenderedChart, ReportInput, ReportParameter } from './kit/input.ts'
export { LANGUAGES } from './kit/input.ts'

export const CHARTS: readonly RunChart[] = [fundBalance, fundFan, cashAndClaims, coverage, carePlaces, moneyFlows, burden, equity]

/**
 * Draws every chart in both languages. A chart for which the rows hold nothing is left out;
 * a panel whose measures are missing is left out of its chart. Same rows, same bytes.
 * @throws Error when a specification is refused by the compiler, naming the chart
 */
export const renderCharts = (input: ReportInput): Promise<RenderedChart[]> => drawCharts(CHARTS, input)
