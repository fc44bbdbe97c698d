/** hezuo explain --beside: the same person, household or claim under a base and a reform, on common draws, and what made each difference. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { InputFile } from '../../../policy/located-yaml.ts'
import type { EventCatalogue } from '../../../policy/lookup/event-catalogue.ts'
import { countyOf } from '../../../scenario/counties/throughout.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import { lawOf, modelData, proceduresOf } from '../../../scenario/materials.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { Lang } from '../../../words/lang.ts'
import { createLineOutput, type LineOutput } from '../../line-output.ts'
import { changesLines } from '../../results/changes.ts'
import { factNames } from '../fact-names.ts'
import { foldedLines } from '../fold.ts'
import { inOrder } from '../order.ts'
import type { ExplainFormat } from '../printer.ts'
import type { Subject } from '../subject.ts'
import { titlesOf } from '../titles.ts'
import { explainers, hear, modelsOf, nobodyCalled } from '../told.ts'
import { say } from '../words.ts'
import { attribute } from './attributed.ts'
import { type Cause, causesOf } from './causes.ts'
import { byMatter, type Difference, differencesOf } from './pair.ts'
import { type Shown, shownOf } from './shown.ts'
import { differenceText, sumText, tableText } from './text.ts'
import { BESIDE_WORDS } from './words.ts'
import { paidInAll, type YearRow, yearRows } from './years.ts'

/** Base and reform, read and found to be of the same people. */
export interface Both {
  readonly base: LoadedScenario
  readonly reform: LoadedScenario
  readonly files: readonly InputFile[]
  readonly catalogue: EventCatalogue
}

interface BesideOptions {
  readonly short?: boolean
  readonly year?: number
  readonly replication: number
  readonly format: ExplainFormat
  readonly lang: Lang
}

/** Runs the county under both, and once more without each change of the reform where there are several. Throws InputFaults for a name of nobody. */
export function explainBeside(both: Both, subject: Subject, options: BesideOptions): void {
  const { base, reform, files, catalogue } = both
  const { lang, replication, year } = options
  const [ofBase, ofReform] = [base, reform].map((one) => hear(modelsOf(one, files), subject, replication))
  if (!ofBase.isThere && !ofReform.isThere) throw nobodyCalled(subject, base, ofBase.nearest, ofBase.claims)
  const [was, is] = [ofBase, ofReform].map(({ events }) => byMatter(inOrder(events, catalogue)))
  const causes = causesOf(countyOf(base, subject.county), countyOf(reform, subject.county), files)
  const differences = differencesOf(was, is)
  const madeBy = differences.length > 0 ? attribute(causes, is, (cause) => heardWithout(cause, subject, both, replication)) : undefined
  const show = { base: explainers(base, files, catalogue, lang), reform: explainers(reform, files, catalogue, lang) }
  const wanted = differences.filter((one) => year === undefined || yearsOf(one).includes(year))
  const shown = wanted.flatMap((one) => (madeBy ? [shownOf(one, madeBy(one), show, lang)] : []))
  const years = year === undefined ? base.settings.years : ([year, year] as const)
  const found = { both, subject, years, rows: yearRows(was.values(), is.values(), years), shown, paid: paidBy(was, is, years) }
  const out = createLineOutput()
  if (options.format === 'text') printText(out, found, options)
  else printJson(out, found, causes, options.format)
  out.end()
}

type Told = ReadonlyMap<string, TraceEvent>

function paidBy(was: Told, is: Told, years: readonly [number, number]) {
  return { base: paidInAll(was.values(), years), reform: paidInAll(is.values(), years) }
}

function heardWithout(cause: Cause, subject: Subject, { files, catalogue }: Both, replication: number): TraceEvent[] {
  const model = modelsOf(cause.undone(), files)
  return inOrder(hear(model, subject, replication).events, catalogue)
}

function yearsOf({ base, reform }: Difference): number[] {
  return [base, reform].flatMap((event) => (event ? [yearOf(event.day)] : []))
}

interface Found {
  readonly both: Both
  readonly subject: Subject
  readonly years: readonly [number, number]
  readonly rows: readonly YearRow[]
  readonly shown: readonly Shown[]
  readonly paid: ReturnType<typeof paidBy>
}

function printText(out: LineOutput, { both, subject, years, rows, shown, paid }: Found, { lang, short, year }: BesideOptions): void {
  const { base, reform, files } = both
  const words = BESIDE_WORDS[lang]
  const name = subject.number ? `${subject.name}/${subject.number}` : subject.name
  out.line(`${say(subject.kind, lang)} ${name}${words.colon}${words.against(reform.settings.name, base.settings.name)}`)
  if (shown.length === 0) out.line(year === undefined ? words.same : words.sameIn(year))
  else if (subject.kind !== 'claim') {
    out.line(sumText(years[0] === years[1] ? `${years[0]}` : `${years[0]}-${years[1]}`, paid.base, paid.reform, lang))
    for (const line of tableText(rows, lang)) out.line(line)
  }
  out.line('')
  for (const line of changesLines(reform, { data: lawOf(files), procedures: proceduresOf(files), scenario: base }, lang)) out.line(line)
  if (shown.length === 0) return
  out.line(`\n${words.days}`)
  const naming = (one: LoadedScenario) => factNames(modelData(files, countyOf(one, subject.county).settings.procedures).procedures)
  const nameFact = { base: naming(base), reform: naming(reform), titles: titlesOf(files, lang) }
  for (const one of shown)
    out.line(short ? differenceText(one, nameFact, lang, short) : `\n${foldedLines(differenceText(one, nameFact, lang))}`)
}

function printJson(out: LineOutput, { both, subject, rows, shown }: Found, causes: readonly Cause[], format: ExplainFormat): void {
  const head = { base: both.base.settings.name, reform: both.reform.settings.name, subject: subject.kind, name: subject.name }
  const changes = causes.map(({ name, changed }) => ({
    name,
    values: changed.flatMap(({ rows: all }) =>
      all.map(({ year, area, group, base, reform, setBy }) => ({ year, area, group, base, reform, set_by: setBy })),
    ),
  }))
  const differences = shown.map(({ base, reform, how, madeBy }) => ({
    base: base ?? null,
    reform: reform ?? null,
    how,
    made_by: madeBy.map(({ name, base: was, reform: is }) => ({ name, base: was, reform: is })),
  }))
  if (format === 'json') {
    out.line(JSON.stringify({ ...head, ...(subject.number ? { claim: subject.number } : {}), changes, years: rows, differences }, null, 1))
    return
  }
  out.line(JSON.stringify({ told: 'pair', ...head, ...(subject.number ? { claim: subject.number } : {}) }))
  for (const one of changes) out.line(JSON.stringify({ told: 'change', ...one }))
  for (const one of rows) out.line(JSON.stringify({ told: 'year', ...one }))
  for (const one of differences) out.line(JSON.stringify({ told: 'difference', ...one }))
}
