/** The command line: which commands there are, and what becomes of errors. One file a command does the work. */
import { Command, CommanderError, Option } from 'commander'
import { faultIn, InputFaults, InvariantBroken, plain } from '../kernel/errors.ts'
import { version } from '../node/files.ts'
import { MachineFailed, stdoutFailed } from '../node/place/storage.ts'
import type { Lang } from '../words/lang.ts'
import { formats, positive, precision, several, severalOf, wholeFromZero } from './arguments.ts'
import { Interrupted } from './interrupt.ts'
import { LANGUAGES, languageOf } from './language/found.ts'
import { BELOW_ALL, BELOW_COMPARE } from './language/help-texts.ts'
import { sayIn, voiceIn } from './language/say.ts'

/** 0 done; 1 the model broke; 2 the input is wrong; 3 the machine failed; 130 interrupted. */
type ExitCode = 0 | 1 | 2 | 3 | 130

/** Runs one command line and returns its exit code. Nothing is thrown, and no stack trace reaches the user. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const lang = languageOf(argv, process.env)
  // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : explainFailure(stdoutFailed(error), lang))
  })
  try {
    await program(lang).parseAsync([...argv], { from: 'user' })
    return 0
  } catch (error) {
    return explainFailure(error, lang)
  }
}

/** What nobody waited for went wrong: told like everything else, and not at all where the command has told what is wrong already. */
export function explainStray(error: unknown): void {
  if (process.exitCode) return
  process.exit(explainFailure(error, languageOf(process.argv.slice(2), process.env)))
}

function program(lang: Lang): Command {
  const say = sayIn(lang)
  const usage = (text: string) => text.replace(/\[(?:options|command)\]/g, say)
  const hezuo = new Command('hezuo')
    .configureHelp({ styleTitle: say, styleDescriptionText: say, styleUsage: usage, styleSubcommandTerm: usage })
    .description("Simulates China's rural cooperative medical insurance (新农合, then 城乡居民医保) under the rules of a scenario file.")
    .version(version())
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', BELOW_ALL[lang])
  for (const add of [addRun, addCompare, addCheck, addExplain, addWhere, addSchema]) add(hezuo, lang)
  for (const command of [hezuo, ...hezuo.commands])
    command
      .addOption(new Option('--lang <language>', 'language of what is said (otherwise that of the locale)').choices(LANGUAGES))
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
  return hezuo
}

const sensitivity = () =>
  new Option('--sensitivity <mode>', 'the assumptions that headlines hang on: what is known, worked out, or nothing')
    .choices(['auto', 'quick', 'none'])
    .default('auto')

function addRun(hezuo: Command, lang: Lang): void {
  hezuo
    .command('run')
    .description('simulate scenarios; write tables, charts and the report to a folder')
    .argument('<scenario...>', 'scenario files (YAML)')
    .option('--out <folder>', 'folder for the results; an existing one is refused without --force or --resume')
    .option('--seed <text>', 'another seed than the scenario file gives: any text')
    .option('--replications <n>', 'how many replications', positive(10_000))
    .option('--workers <n>', 'threads (0: none beside this one)', wholeFromZero(256))
    .option('--format <list>', 'csv, and parquet or xlsx besides: csv,parquet,xlsx', formats, ['csv'])
    .option('--charts <list>', 'names of charts to draw, or none (otherwise all)')
    .addOption(sensitivity())
    .option('--force', 'replace the folder of an earlier run')
    .option('--resume', 'go on with an interrupted run: finished replications are not simulated again')
    .option('--quiet', 'no progress, no summary')
    .addOption(
      new Option('--drill <date>', 'fire drill: plant an error of one fen in the books on this day (YYYY-MM-DD); the run must stop'),
    )
    .action(async (files, options) => (await import('./run.ts')).run(files, { ...options, lang }))
}

function addCompare(hezuo: Command, lang: Lang): void {
  hezuo
    .command('compare')
    .description('what a reform changes: every measure as base, reform and difference with its interval, on common draws')
    .argument('<base>', 'scenario file of the base (YAML)')
    .argument('<reform...>', 'scenario files of the reforms, with the years of the base')
    .option('--out <folder>', 'folder for the results; an existing one is refused without --force or --resume')
    .option('--precision <share>', 'half-width up to which every headline difference must be known', precision, 0.005)
    .option('--replications <n>', 'this many replications, whatever the precision', severalOf(10_000))
    .option('--max-replications <n>', 'no more replications than this for the precision', severalOf(10_000), 100)
    .option('--against <reform:base>', 'a further pair: a reform beside another one of the scenarios; may be given several times', several)
    .option('--year <year>', 'the year told first (otherwise the one in which the differences are largest)', positive(2200))
    .option('--seed <text>', 'the seed of all scenarios: any text (otherwise that of the base)')
    .option('--workers <n>', 'threads (0: none beside this one)', wholeFromZero(256))
    .option('--format <list>', 'csv, and parquet or xlsx besides: csv,parquet,xlsx', formats, ['csv'])
    .option('--charts <list>', 'names of charts to draw, or none (otherwise all)')
    .addOption(sensitivity())
    .option('--force', 'replace the folder of an earlier run')
    .option('--resume', 'go on with an interrupted comparison: finished replications are not simulated again')
    .option('--quiet', 'no progress, no summary')
    .addHelpText('after', BELOW_COMPARE[lang])
    .action(async (base, reforms, options) => {
      await (await import('./compare.ts')).compare(base, reforms, { ...options, lang })
    })
}

function addCheck(hezuo: Command, lang: Lang): void {
  hezuo
    .command('check')
    .description('validate scenario files only; every fault in one pass')
    .argument('<scenario...>', 'scenario files (YAML)')
    .action(async (files) => (await import('./check.ts')).check(files, lang))
}

function addExplain(hezuo: Command, lang: Lang): void {
  hezuo
    .command('explain')
    .description('what happened to a person, a household, a claim or everybody, step by step, with rule, parameters, documents and amounts')
    .argument('<scenario>', 'scenario file (YAML)')
    .option('--person <id>', 'a person: county, village, household and member, as in c0-v3-h12-m0')
    .option('--household <id>', 'a household and all its members, as in c0-v3-h12')
    .option('--claim <id>', 'one stay and its claim, from admission to payment, as in c0-v3-h12-m0/2013-1')
    .option('--all', 'everybody, day by day (best with --format ndjson)')
    .option(
      '--find <what>',
      `cases: ${'catastrophic, largest-bill, refused, returned, longest-wait, impoverished …'} (a wrong word lists them all)`,
    )
    .option('--beside <scenario>', 'a reform: what differs for the person, household or claim, and what made it (--find loser, winner)')
    .option('--most <n>', 'how many cases --find tells', positive(1000), 5)
    .option('--short', 'one line an event')
    .option('--history', 'the milestones of the scheme, each beside the value used')
    .option('--year <year>', 'only this scheme year (--find without it: the years of results)', positive(2200))
    .option('--replication <n>', 'which replication', positive(10_000), 1)
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json', 'ndjson']).default('text'))
    .action(async (file, options) => (await import('./explain/command.ts')).explain(file, { ...options, lang }))
}

function addWhere(hezuo: Command, lang: Lang): void {
  hezuo
    .command('where')
    .description('where a term of the policy is defined, valued, amended and tested, and what a measure means')
    .argument('<term>', 'Chinese term, English term, name of a parameter or key of a scenario file')
    .action(async (term) => console.log((await import('./where/command.ts')).where(term, lang)))
}

function addSchema(hezuo: Command, lang: Lang): void {
  hezuo
    .command('schema')
    .description('JSON Schema of a scenario file, with every parameter, for editors')
    .action(async () => (await import('./schema.ts')).schema(lang))
}

/** Tells on stderr what went wrong, in the user's terms and language, and gives the exit code. */
function explainFailure(error: unknown, lang: Lang): ExitCode {
  const say = sayIn(lang)
  const tell = (text: string) => console.error(plain(say(text)))
  if (error instanceof InputFaults) {
    const lines = [...new Set(error.faults.map((fault) => faultIn(voiceIn(lang), fault)))]
    for (const line of lines) console.error(line)
    tell(lines.length === 1 ? '1 fault; nothing was written' : `${lines.length} faults; nothing was written`)
    return 2
  }
  if (error instanceof Interrupted) {
    tell(error.message)
    return 130
  }
  if (error instanceof MachineFailed) {
    tell(error.message)
    return 3
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2
    const [first, ...rest] = error.message.replace(/^error: /, '').split('\n')
    for (const line of [`hezuo: ${first}`, ...rest, 'hezuo --help lists commands and options']) tell(line)
    return 2
  }
  if (error instanceof InvariantBroken) {
    tell(`The model contradicts itself: ${error.message}`)
    tell(`This is a bug in hezuo ${version()}, not in your scenario; please report it with the scenario file, the seed and the files kept.`)
    return 1
  }
  tell(`hezuo ${version()} failed: ${error instanceof Error ? error.message : String(error)}`)
  tell('This is a bug in hezuo, not in your scenario; please report it. HEZUO_TRACE=1 shows where it happened.')
  if (process.env.HEZUO_TRACE && error instanceof Error) console.error(plain(String(error.stack)))
  return 1
}
