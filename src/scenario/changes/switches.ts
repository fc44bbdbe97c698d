/** Mechanisms, figures of procedures and amended rules as rows beside the parameters: the same in every year. */
import { isBlock } from '../../procedures/data/checks.ts'
import { figureNamed, type ProcedureOverrides } from '../../procedures/data/overrides.ts'
import { titleOf } from '../../procedures/data/titles.ts'
import { RULES } from '../../scheme/rules.ts'
import { MECHANISMS_ON, type Mechanisms, type ModelSettings } from '../../scheme/settings.ts'
import { MECHANISM_WORDS } from '../../words/mechanisms.ts'
import type { LoadedScenario } from '../load.ts'
import { setterOn } from '../policy/setters.ts'
import type { YearKind } from './read.ts'
import type { Against, ParameterRow } from './row.ts'

type InAllYears = Omit<ParameterRow, 'scenario' | 'year' | 'from' | 'period' | 'baseSource' | 'baseStatus'>
/** Settings of a run without a word of a scenario: what the data and the dated law say. */
const PLAIN: Pick<ModelSettings, 'mechanisms' | 'procedures' | 'amendments'> = { mechanisms: MECHANISMS_ON }
const FROM_SCENARIO = { source: 'SCENARIO', status: 'scenario' }

export function switchRows(
  one: LoadedScenario,
  against: Against,
  years: readonly { readonly year: number; readonly period: YearKind }[],
): ParameterRow[] {
  const base = against.scenario?.settings ?? PLAIN
  const all = [...mechanismRows(one, base), ...procedureRows(one, base, against), ...amendmentRows(one, base)]
  return all.flatMap((row) =>
    years.map(({ year, period }) => ({
      scenario: one.settings.name,
      ...row,
      baseSource: '',
      baseStatus: '',
      year,
      from: `${year}-01-01`,
      period,
    })),
  )
}

function mechanismRows({ settings, setters }: LoadedScenario, base: typeof PLAIN): InAllYears[] {
  return (Object.keys(MECHANISMS_ON) as (keyof Mechanisms)[]).map((mechanism): InAllYears => {
    const name = `mechanisms.${mechanism}`
    const setBy = setterOn(setters, name, 0)
    return {
      name,
      ...MECHANISM_WORDS[mechanism],
      base: mechanismText(base.mechanisms[mechanism]),
      reform: mechanismText(settings.mechanisms[mechanism]),
      unit: 'mode',
      ...(setBy ? FROM_SCENARIO : { source: '', status: 'default' }),
      inRange: '',
      setBy: setBy ?? 'default',
    }
  })
}

/** on, off, or the constants in its place. */
function mechanismText(value: Mechanisms[keyof Mechanisms]): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${part}`)
    .join(', ')
}

/** Figures that either side sets: all the others are as the data have them in both. */
function procedureRows({ settings, setters }: LoadedScenario, base: typeof PLAIN, against: Against): InAllYears[] {
  const { procedures } = against
  const own = settings.procedures ?? {}
  const theirs = base.procedures ?? {}
  return [...new Set([...Object.keys(theirs), ...Object.keys(own)])].map((written): InAllYears => {
    const isPaper = [own, theirs].some((set) => isBlock(set[written]))
    const name = isPaper ? `${written}.missing` : written
    const found = figureNamed(procedures, name)
    const set = valueIn(own, written)
    const setBy = setterOn(setters, `procedures.${written}`, 0)
    const reform = set ?? found?.value
    const { zh, en } = found ? titleOf(found.titled.block, found.titled.path) : newPaper(against, written, own[written] ?? theirs[written])
    return {
      name: `procedures.${name}`,
      zh,
      en,
      base: figureText(valueIn(theirs, written) ?? found?.value),
      reform: figureText(reform),
      unit: unitOf(name),
      ...(setBy ? FROM_SCENARIO : { source: figureText(found?.source).toString(), status: figureText(found?.status).toString() }),
      inRange: inRangeOf(reform, found?.range),
      setBy: setBy ?? 'procedures',
    }
  })
}

/** A paper that the scenario adds goes by its own words, else by its id. */
function newPaper({ procedures }: Against, written: string, paper: unknown): { zh: string; en: string } {
  const [head, , id = written] = written.split('.')
  const { zh, en } = procedures.procedures.get(head) ?? { zh: head, en: head }
  const word = (lang: 'zh' | 'en') => String((isBlock(paper) && paper[lang]) || id)
  return { zh: `${zh} ${word('zh')}`, en: `${en}, ${word('en')}` }
}

/** Of a paper the share in which it is missing. */
function valueIn(set: ProcedureOverrides, name: string): unknown {
  const value = set[name]
  return isBlock(value) ? value.missing : value
}

function figureText(value: unknown): number | string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return value
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function inRangeOf(value: unknown, range: unknown): ParameterRow['inRange'] {
  if (typeof value !== 'number' || !Array.isArray(range)) return ''
  return value >= Number(range[0]) && value <= Number(range[1]) ? 'yes' : 'no'
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\.(missing|share|chosen|agent|faulty|give_up)$/, 'share'],
  [/\.deadline$/, 'days'],
  [/\.(working_days(_by_variant\..*)?|after)$/, 'working days'],
  [/\.minutes(_each)?$/, 'minutes'],
  [/\.staff$/, 'posts'],
]

function unitOf(name: string): string {
  return UNITS.find(([ending]) => ending.test(name))?.[1] ?? ''
}

function amendmentRows({ settings, setters }: LoadedScenario, base: typeof PLAIN): InAllYears[] {
  const [own, theirs] = [settings.amendments ?? [], base.amendments ?? []]
  // two modules of one name are told apart by what is in them
  const hashes = new Map([...theirs, ...own].map(({ file, content }) => [file, content?.sha256]))
  const isOther = [...theirs, ...own].some(({ file, content }) => hashes.get(file) !== content?.sha256)
  const files = (rule: string, of: typeof own) =>
    of
      .filter((one) => one.rule === rule)
      .map(({ file, content }) => (isOther ? `${file} (${content?.sha256.slice(0, 8)})` : file))
      .join(', ')
  return [...new Set([...theirs, ...own].map(({ rule }) => rule))].map((rule): InAllYears => {
    const { zh, en } = RULES[rule]
    const setBy = setterOn(setters, `amend.${rule}`, 0) ?? setterOn(setters, `amend.${zh}`, 0)
    const [was, is] = [files(rule, theirs), files(rule, own)]
    return {
      name: `amend.${rule}`,
      zh: `改写规则：${zh}`,
      en: `rule amended: ${en}`,
      base: was || 'law',
      reform: is || 'law',
      unit: 'module',
      ...(setBy ? FROM_SCENARIO : { source: '', status: 'default' }),
      inRange: '',
      setBy: setBy ?? 'default',
    }
  })
}
