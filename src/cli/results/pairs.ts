/** --against REFORM:BASE: further pairs of a comparison, by name or by file. */
import type { ComparedCounty, ComparedPair, ComparedScenario } from '../../charts/comparison/input.ts'
import { type Fault, InputFaults, nearestName } from '../../kernel/errors.ts'
import type { Comparison } from '../../measures/statistics/compare.ts'
import { headlineRows } from '../../measures/statistics/headline.ts'
import type { Pair } from '../../node/household-pairs.ts'

/** A scenario of the comparison, by name and as the command line has it. */
interface Named {
  readonly name: string
  readonly path: string
}

/**
 * The pairs that are named, each once.
 * @param scenarios base first
 * @throws InputFaults with all that is wrong
 */
export function pairsAsked(texts: readonly string[], scenarios: readonly Named[]): Pair[] {
  const read = texts.map((text) => pairNamed(text, scenarios))
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) throw new InputFaults(faults)
  const pairs = read.flatMap((one) => ('faults' in one ? [] : [one]))
  return [...new Map(pairs.map((pair) => [`${pair.reform}:${pair.base}`, pair])).values()]
}

function pairNamed(text: string, scenarios: readonly Named[]): Pair | { readonly faults: readonly Fault[] } {
  const names = scenarios.map(({ name }) => name)
  const expected = `REFORM:BASE, two of ${names.join(', ')}`
  const fault = (message: string, nearest?: string): Fault => ({ code: 'against', file: '--against', message, expected, nearest })
  const halves = halvesOf(text.normalize('NFKC'))
  const known = halves.find((words) => words.every((word) => numberOf(word, scenarios) >= 0)) ?? halves.at(-1)
  if (!known) return { faults: [fault(`'${text}' names no pair`)] }
  const [reform, base] = known.map((word) => numberOf(word, scenarios))
  const unknown = known.filter((word) => numberOf(word, scenarios) < 0)
  if (unknown.length > 0)
    return { faults: unknown.map((word) => fault(`no scenario of this comparison is called '${word}'`, nearestName(word, names))) }
  if (reform === base) return { faults: [fault(`'${names[base]}' stands on both sides`)] }
  if (base === 0) return { faults: [fault(`'${names[reform]}' is held against '${names[base]}' already`)] }
  return { base, reform }
}

/** The text parted at each of its colons: a path may have some of its own. */
function halvesOf(text: string): string[][] {
  const colons = [...text.matchAll(/:/g)].map(({ index }) => index)
  return colons.map((at) => [text.slice(0, at), text.slice(at + 1)].map((word) => word.trim()))
}

/** By name, by path, by the file's name; -1 where there is none. */
function numberOf(word: string, scenarios: readonly Named[]): number {
  const fileOf = (path: string) => path.replaceAll('\\', '/').split('/').at(-1) ?? path
  const ways: readonly ((one: Named) => boolean)[] = [
    ({ name }) => name === word,
    ({ path }) => path.normalize('NFKC') === word,
    ({ path }) => [fileOf(path), fileOf(path).replace(/\.ya?ml$/, '')].includes(word),
  ]
  return ways.map((is) => scenarios.findIndex(is)).find((index) => index >= 0) ?? -1
}

/** Winners and losers of a pair, or why there are none. */
export interface PairedPeople extends Pick<ComparedPair, 'winners' | 'unpaired'> {
  readonly nobodyIn: readonly string[]
}

/** The reform with what is known of its groups, or of those of its base. */
export function withGroupsOf(base: ComparedScenario, reform: ComparedScenario, nobodyIn: readonly string[]): ComparedScenario {
  const groups = (reform.groups ?? base.groups)?.map((group) => (nobodyIn.includes(group.name) ? { ...group, hasNobody: true } : group))
  return { ...reform, groups }
}

/** What is told of each pair. */
export function comparedPairs(
  pairs: readonly Pair[],
  comparisons: readonly Comparison[],
  people: readonly PairedPeople[],
  told: { readonly scenarios: readonly ComparedScenario[]; readonly counties?: readonly Omit<ComparedCounty, 'headlines'>[] },
): ComparedPair[] {
  return pairs.map(({ base, reform }, index) => {
    const { rows } = comparisons[index]
    const counties = told.counties?.map(({ name, title }) => ({ name, title, headlines: headlineRows(rows, name) }))
    const [one, other] = [told.scenarios[base], told.scenarios[reform]]
    const { nobodyIn, ...paired } = people[index]
    const pair = { base: one, reform: withGroupsOf(one, other, nobodyIn), headlines: headlineRows(rows), ...paired }
    return counties ? { ...pair, counties } : pair
  })
}
