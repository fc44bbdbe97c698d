/** hezuo compare: a base and its reforms on common draws, to a folder of paired differences. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { comparisonCharts } from '../charts/comparison/index.ts'
import { type ComparisonInput, inBoth } from '../charts/comparison/input.ts'
import { drawCharts } from '../charts/index.ts'
import { assumedShare } from '../charts/kit/words.ts'
import { InputFaults, plain } from '../kernel/errors.ts'
import { isMoney } from '../measures/dictionary.ts'
import type { Comparison } from '../measures/statistics/compare.ts'
import { type HeadlineRow, headlineRows } from '../measures/statistics/headline.ts'
import { solvencyRows } from '../measures/statistics/solvency.ts'
import { WINNERS } from '../measures/write/columns.ts'
import { winnersCsv } from '../measures/write/comparison.ts'
import { type ComparedScenarios, type ReplicationChoice, simulateComparison, withBase } from '../node/comparison.ts'
import { dataHash, sha256, version } from '../node/files.ts'
import type { Pair } from '../node/household-pairs.ts'
import { refuseTooMuch } from '../node/memory.ts'
import type { OutputFolder } from '../node/place/output.ts'
import { runJson } from '../node/run-json.ts'
import { identityOf } from '../node/simulation.ts'
import { renderComparison } from '../report/comparison.ts'
import { throughout } from '../scenario/counties/throughout.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { withOptions } from '../scenario/run.ts'
import { needed } from './arguments.ts'
import { incomparable } from './comparable.ts'
import { readData, readScenarios } from './inputs.ts'
import { sayIn } from './language/say.ts'
import { tellSettingNotes } from './policy-notes.ts'
import { againstData } from './results/changes.ts'
import { asForCharts, CHARTS_OF_A_COMPARISON, chartsAsked } from './results/charts-asked.ts'
import { comparisonDigest, furtherText, otherPeopleText, reasonText } from './results/compare-digest.ts'
import { intoFolder, runOf, stopwatch } from './results/folder.ts'
import { tableForms } from './results/forms/forms.ts'
import { tellTooLong } from './results/forms/too-long.ts'
import { once } from './results/once.ts'
import { comparedPairs, type PairedPeople, pairsAsked, withGroupsOf } from './results/pairs.ts'
import { alreadyThere } from './results/resume.ts'
import { hangsOnFor, refuseUnscreenable } from './results/sensitivity.ts'
import { writeDifferences } from './results/tables.ts'
import { type ToldScenario, tellScenario, turnsUnless, type Wanted, writeResults } from './results/write.ts'
import type { RunOptions } from './run.ts'

export interface CompareOptions extends Omit<RunOptions, 'drill'> {
  readonly precision: number
  readonly maxReplications: number
  /** told first */
  readonly year?: number
  /** further pairs, REFORM:BASE */
  readonly against?: readonly string[]
}

/**
 * Compares reforms with the base and writes everything to `options.out`, complete or not at all. Gives what it found; nothing where the
 * folder held it already.
 * @throws InputFaults, InvariantBroken, Interrupted
 */
export async function compare(base: string, reforms: readonly string[], options: CompareOptions): Promise<ComparisonInput | undefined> {
  const say = sayIn(options.lang)
  const out = needed(options.out, '--out', 'a folder for the results')
  const cost = stopwatch()
  const data = readData()
  const scenarios = onCommonDraws(await readScenarios([base, ...reforms], data.law, { sameName: 'numbered' }), options.seed)
  const charts = chartsAsked(options.charts, CHARTS_OF_A_COMPARISON)
  refuseOtherYear(options.year, scenarios[0].settings.years)
  const choice = choiceOf(scenarios, [base, ...reforms], options)
  refuseTooMuch(scenarios.map((one) => ({ ...one, settings: withOptions(one.settings, { replications: choice.replications ?? 2 }) })))
  refuseUnscreenable(scenarios, options.sensitivity)
  const hash = dataHash(data.files)
  const identities = scenarios.map((one) => identityOf(one, hash))
  const told = [JSON.stringify(choice), ...scenarios.map(({ settings }, index) => `${settings.name} ${identities[index]}`)]
  const identity = sha256(`compare\n${told.join('\n')}${asForCharts(options.charts)}`)
  const report = join(out, 'report.html')
  if (options.resume && !options.force && alreadyThere(out, identity, options.format)) {
    console.log(plain(say(`The comparison is complete: ${report}`)))
    return undefined
  }
  if (!options.quiet)
    tellSettingNotes({ scenarios, data, lang: options.lang }, (index) => (index === 0 ? undefined : againstData(data.files, scenarios[0])))
  const planned = scenarios.map(({ settings }) => withOptions(settings, { replications: choice.replications ?? 10 }))
  tellTooLong(planned, options, true)
  let found: ComparisonInput | undefined
  await intoFolder(out, { ...options, scenarios, identities }, async (output, signal) => {
    const note = (text: string) => void (options.quiet || console.error(say(text)))
    const simulation = {
      out,
      dataHash: hash,
      workers: options.workers ?? availableParallelism(),
      resume: Boolean(options.resume),
      quiet: Boolean(options.quiet),
      signal,
      say,
    }
    const compared = await simulateComparison(scenarios, choice, simulation, (count, worst) =>
      note(furtherText(count, worst, options.lang)),
    )
    const hangsOn = await hangsOnFor({ scenarios, pairs: pairsOf(choice, scenarios), sensitivity: options.sensitivity }, data, simulation)
    const those = compared.simulated
      .map((one) => tellScenario(one, data.files, compared.simulated[0]))
      .map((one) => ({ ...one, input: { ...one.input, hangsOn } }))
    note('writing tables, charts and the reports')
    const wanted: Wanted = { forms: await tableForms(output, options.format), charts, signal }
    await writeResults(output, those, wanted, (scenario) => `${scenario}-`)
    const input = inputOf(compared, those, choice.against, options.year)
    found = input
    const told = await writeDifferences(wanted.forms, those.map(tableOf), pairsOf(choice, scenarios), turnsUnless(signal))
    await writeComparison(output, input, wanted)
    for (const left of wanted.forms.close(those.map(({ input: one }) => one))) note(left)
    const facts = { version: version(), scenarios: compared.simulated.map(runOf), dataHash: hash, identity }
    const comparison = comparisonFacts(compared, told, input)
    return {
      runJson: () => runJson({ ...facts, ...cost(), comparison, files: output.files() }),
      said: options.quiet ? '' : `${comparisonDigest(input, options.lang)}\n\n${say(`Report: ${report}`)}`,
    }
  })
  return found
}

function choiceOf(scenarios: readonly LoadedScenario[], paths: readonly string[], options: CompareOptions): ReplicationChoice {
  const { replications, precision, maxReplications: most, against } = options
  const named = scenarios.map(({ settings: { name } }, index) => ({ name, path: paths[index] }))
  return { replications, precision, most, ...(against ? { against: pairsAsked(against, named) } : {}) }
}

const pairsOf = ({ against = [] }: ReplicationChoice, { length }: readonly LoadedScenario[]): Pair[] => [...withBase(length), ...against]

/** Throws InputFaults when the year to be told first is not simulated. */
function refuseOtherYear(year: number | undefined, [first, last]: readonly [number, number]): void {
  if (year === undefined || (year >= first && year <= last)) return
  throw new InputFaults([
    { code: 'year', file: '--year', message: `${year} is not simulated`, expected: `a year from ${first} to ${last}` },
  ])
}

/** Gives every scenario the seed of the base. Throws InputFaults when years or counties differ: then there is nothing to set beside one another. */
function onCommonDraws(scenarios: readonly LoadedScenario[], seed: string | undefined): LoadedScenario[] {
  const [base, ...reforms] = scenarios
  const faults = reforms.flatMap((reform) => incomparable(base, reform))
  if (faults.length) throw new InputFaults(faults)
  const settings = (one: LoadedScenario) => withOptions(one.settings, { seed: seed ?? base.settings.seed })
  return scenarios.map((scenario) => throughout(scenario, (one) => ({ ...one, settings: settings(one) })))
}

const tableOf = ({ tabled }: ToldScenario) => tabled

function inputOf(
  { simulated, comparisons: all, households, reason }: ComparedScenarios,
  told: readonly ToldScenario[],
  against: readonly Pair[] = [],
  year?: number,
): ComparisonInput {
  const scenarios = told.map(({ input, changes }, index) => ({
    name: input.scenario,
    title: input.title,
    amendments: input.amendments,
    changes,
    benefitsFollow: simulated[index].scenario.settings.mechanisms.budget_rule,
    groups: simulated[index].scenario.settings.groups?.list,
  }))
  const [base, ...others] = scenarios
  const reforms = others.map((reform, index) => withGroupsOf(base, reform, households[index].nobodyIn))
  const [comparisons, further] = [all.slice(0, reforms.length), all.slice(reforms.length)]
  const people = households.map(({ rows, otherPeople, nobodyIn }): PairedPeople => {
    return { winners: rows, nobodyIn, ...(otherPeople.length ? { unpaired: inBoth((lang) => otherPeopleText(otherPeople, lang)) } : {}) }
  })
  const { years, persons, counties, microdata, replications, seed, sources } = told[0].input
  const ofCounty = (area: string) =>
    headlineRows(
      comparisons.flatMap(({ rows }) => rows),
      area,
    )
  return {
    base,
    reforms,
    years,
    ...(year === undefined ? {} : { year }),
    persons,
    ...(microdata ? { microdata } : {}),
    replications,
    reason: inBoth((lang) => reasonText(reason, lang)),
    assumed: { share: assumedShare(told[0].input), of: told[0].input.parameters.length },
    seed,
    ...(sources ? { sources } : {}),
    version: version(),
    headlines: headlineRows(comparisons.flatMap(({ rows }) => rows)),
    ...(counties ? { counties: counties.map((county) => ({ ...county, headlines: ofCounty(county.name) })) } : {}),
    ...(against.length > 0 ? { pairs: comparedPairs(against, further, people.slice(reforms.length), { scenarios, counties }) } : {}),
    winners: reforms.flatMap((_, index) => people[index].winners),
    unpaired: Object.fromEntries(reforms.flatMap(({ name }, index) => (people[index].unpaired ? [[name, people[index].unpaired]] : []))),
    ...(told[0].input.hangsOn ? { hangsOn: told[0].input.hangsOn } : {}),
    solvency: solvencyRows(
      told.flatMap(({ input }) => input.annual),
      told.flatMap(({ input }) => input.monthly),
    ),
  }
}

async function writeComparison(output: OutputFolder, input: ComparisonInput, { forms, charts: asked, signal }: Wanted): Promise<void> {
  const winners = [...input.winners, ...(input.pairs ?? []).flatMap((pair) => pair.winners)]
  if (winners.length) forms.put('winners', winnersCsv(winners, isMoney), { rows: winners, columns: WINNERS })
  const drawn = comparisonCharts(input).filter(({ name }) => asked(name))
  const charts = await once(() => drawCharts(drawn, input, signal))
  for (const { name, lang, svg, spec } of charts) {
    output.write(`charts/${name}.${lang}.svg`, svg)
    output.write(`charts/${name}.${lang}.vl.json`, spec)
  }
  output.write('report.html', renderComparison(input, charts))
}

/** The figure known worst, of whichever pair. */
function widestFacts({ row: { measure, year, scenario, base }, halfWidth }: HeadlineRow) {
  return { measure, year, scenario, base, half_width: halfWidth }
}

/** What run.json tells of how the comparison was made. */
function comparisonFacts(
  { households, reason }: ComparedScenarios,
  told: readonly Pick<Comparison, 'unpaired' | 'untold'>[],
  input: ComparisonInput,
) {
  const { kind, precision, widest } = reason
  const factsOf = (pair: number) => ({
    unpaired_figures: told[pair].unpaired,
    rows_in_one_replication_only: told[pair].untold,
    households_paired: households[pair].otherPeople.length === 0,
    unpaired_households: households[pair].unpaired,
  })
  return {
    base: input.base.name,
    stopped: kind,
    reason: input.reason.en,
    precision,
    widest: widest ? widestFacts(widest) : null,
    reforms: input.reforms.map(({ name }, index) => ({
      name,
      ...factsOf(index),
    })),
    ...(input.pairs
      ? {
          pairs: input.pairs.map(({ reform, base }, index) => ({
            name: reform.name,
            base: base.name,
            ...factsOf(input.reforms.length + index),
          })),
        }
      : {}),
  }
}
