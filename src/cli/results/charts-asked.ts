/** Which charts are drawn: all of them, none, or those named by `--charts`. */
import { COMPARISON_CHARTS } from '../../charts/comparison/index.ts'
import { CHARTS } from '../../charts/index.ts'
import { type Fault, InputFaults, nearestName } from '../../kernel/errors.ts'

/** Whether a chart of this name is drawn; of several reforms each has its own, named after it. */
export type ChartsAsked = (name: string) => boolean

const NAMES = CHARTS.map(({ name }) => name)
export const CHARTS_OF_A_RUN: readonly string[] = NAMES
export const CHARTS_OF_A_COMPARISON: readonly string[] = [...new Set([...NAMES, ...COMPARISON_CHARTS])]

/**
 * The charts that a list such as `fund-balance,coverage` asks for; without a list all.
 * @param known the charts that there are
 * @throws InputFaults with a fault for each name that no chart has
 */
export function chartsAsked(list: string | undefined, known: readonly string[]): ChartsAsked {
  if (list === undefined || list.trim() === 'all') return () => true
  if (list.trim() === 'none') return () => false
  const names = list.split(',').map((name) => name.trim())
  const faults = names
    .filter((name) => !known.includes(name))
    .map((name): Fault => {
      const expected = `all, none, or some of ${known.join(',')}`
      const message = name === '' ? 'a name is empty' : `there is no chart '${name}'`
      return { code: 'option', file: '--charts', message, expected, nearest: nearestName(name, [...known]) }
    })
  if (faults.length) throw new InputFaults(faults)
  return (name) => names.some((asked) => name === asked || (COMPARISON_CHARTS.includes(asked) && name.startsWith(`${asked}-`)))
}

/** What tells a folder with some charts from one with all. */
export const asForCharts = (list: string | undefined): string => (list === undefined || list.trim() === 'all' ? '' : `\ncharts ${list}`)
