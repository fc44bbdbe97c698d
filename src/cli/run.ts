/** hezuo run: from scenario files to a folder of results. */
import { join } from 'node:path'
import { plain } from '../kernel/errors.ts'
import { dataHash, sha256, version } from '../node/files.ts'
import { refuseTooMuch } from '../node/memory.ts'
import { runJson } from '../node/run-json.ts'
import { identityOf, type SimulationOptions, simulateScenarios } from '../node/simulation.ts'
import { usefulThreads } from '../node/workers.ts'
import { throughout } from '../scenario/counties/throughout.ts'
import { withOptions } from '../scenario/run.ts'
import type { Lang } from '../words/lang.ts'
import { drillDay, type Format, needed, refuseDrillOutside } from './arguments.ts'
import { readData, readScenarios } from './inputs.ts'
import { sayIn } from './language/say.ts'
import { tellSettingNotes } from './policy-notes.ts'
import { againstData } from './results/changes.ts'
import { asForCharts, CHARTS_OF_A_RUN, chartsAsked } from './results/charts-asked.ts'
import { digest } from './results/digest.ts'
import { intoFolder, runOf, stopwatch } from './results/folder.ts'
import { tableForms } from './results/forms/forms.ts'
import { tellTooLong } from './results/forms/too-long.ts'
import { alreadyThere } from './results/resume.ts'
import { hangsOnFor, refuseUnscreenable, type Sensitivity } from './results/sensitivity.ts'
import { tellScenario, writeResults } from './results/write.ts'

export interface RunOptions {
  readonly out?: string
  readonly seed?: string
  readonly replications?: number
  readonly workers?: number
  readonly format: readonly Format[]
  /** names of charts, `none` or `all` */
  readonly charts?: string
  readonly force?: boolean
  readonly resume?: boolean
  readonly quiet?: boolean
  readonly drill?: string
  readonly sensitivity?: Sensitivity
  /** of what is said; the files are in both or in none */
  readonly lang: Lang
}

/**
 * Simulates the scenarios and writes everything to `options.out`, complete or not at all.
 * @throws InputFaults, InvariantBroken, Interrupted
 */
export async function run(paths: readonly string[], options: RunOptions): Promise<void> {
  const say = sayIn(options.lang)
  const out = needed(options.out, '--out', 'a folder for the results')
  const cost = stopwatch()
  const drill = drillDay(options.drill)
  const charts = chartsAsked(options.charts, CHARTS_OF_A_RUN)
  const data = readData()
  const scenarios = (await readScenarios(paths, data.law)).map((scenario) =>
    throughout(scenario, (one) => ({ ...one, settings: withOptions(one.settings, options) })),
  )
  for (const { settings } of scenarios) refuseDrillOutside(drill, settings)
  refuseTooMuch(scenarios)
  refuseUnscreenable(scenarios, options.sensitivity)
  const hash = dataHash(data.files)
  const identities = scenarios.map((one) => identityOf(one, hash, drill))
  const identity = sha256(
    scenarios.map(({ settings }, index) => [settings.name, settings.replications, identities[index]].join(' ')).join('\n') +
      asForCharts(options.charts),
  )
  const report = join(out, 'report.html')
  if (options.resume && !options.force && alreadyThere(out, identity, options.format)) {
    console.log(plain(say(`The run is complete: ${report}`)))
    return
  }
  if (!options.quiet) tellSettingNotes({ scenarios, data, lang: options.lang }, () => againstData(data.files))
  tellTooLong(
    scenarios.map(({ settings }) => settings),
    options,
  )
  await intoFolder(out, { ...options, scenarios, identities }, async (output, signal) => {
    const simulation: SimulationOptions = {
      out,
      dataHash: hash,
      workers: options.workers ?? usefulThreads(scenarios.map(({ settings }) => settings)),
      resume: Boolean(options.resume),
      quiet: Boolean(options.quiet),
      drillDay: drill,
      signal,
      say,
    }
    const simulated = await simulateScenarios(scenarios, simulation)
    const asked = { scenarios, pairs: [], sensitivity: options.sensitivity }
    const hangsOn = await hangsOnFor(asked, data, simulation)
    const told = simulated.map((one) => tellScenario(one, data.files)).map((one) => ({ ...one, input: { ...one.input, hangsOn } }))
    if (!options.quiet) console.error(say('writing tables, charts and the report'))
    const forms = await tableForms(output, options.format)
    await writeResults(output, told, { forms, charts, signal })
    const left = forms.close(told.map(({ input }) => input))
    if (!options.quiet) for (const text of left) console.error(say(text))
    return {
      runJson: () =>
        runJson({ ...cost(), version: version(), scenarios: simulated.map(runOf), dataHash: hash, identity, files: output.files() }),
      said: options.quiet ? '' : [...told.map((one) => digest(one.input, options.lang)), say(`Report: ${report}`)].join('\n\n'),
    }
  })
}
