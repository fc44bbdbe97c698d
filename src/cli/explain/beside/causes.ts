/** What a reform changes, each by itself taken back: so it shows which of the changes made a difference. */
import type { InputFile } from '../../../policy/located-yaml.ts'
import { type Changed, changedOf } from '../../../scenario/changes/changed.ts'
import { rowsOfChanges } from '../../../scenario/changes/rows.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import { lawOf, proceduresOf } from '../../../scenario/materials.ts'
import type { ModelSettings } from '../../../scheme/settings.ts'
import { causesOfGroups, saidAsIn, withGroups } from './group-causes.ts'

/** One change of the reform. */
export interface Cause {
  /** as a scenario file names it: a parameter, `mechanisms.offices`, `procedures.claim_by_hand.deadline`, `amend.deductible`, `groups.old.benefit.ceiling` */
  readonly name: string
  /** its values beside those of the base, an entry each element or group */
  readonly changed: readonly Changed[]
  /** the reform with this as the base has it. Throws InputFaults where the rest does not go with that */
  undone(): LoadedScenario
}

/** All changes that the run reads, of one county. */
export function causesOf(base: LoadedScenario, reform: LoadedScenario, files: readonly InputFile[]): Cause[] {
  const changed = changedOf(rowsOfChanges(reform, { data: lawOf(files), procedures: proceduresOf(files), scenario: base }))
  const within = (name: string) => changed.filter((one) => one.group === undefined && isOf(one.name, name))
  const cause = (name: string, undone: Cause['undone']): Cause => ({ name, changed: within(name), undone })
  const causes = [
    ...differing(base.policy, reform.policy).map((name) => cause(name, () => withPolicy(base, reform, name, files))),
    ...differing(base.settings.mechanisms, reform.settings.mechanisms).map((name) =>
      cause(`mechanisms.${name}`, () =>
        withSettings(reform, { mechanisms: taken(base.settings.mechanisms, reform.settings.mechanisms, name) }),
      ),
    ),
    ...differing(base.settings.procedures ?? {}, reform.settings.procedures ?? {}).map((name) =>
      cause(`procedures.${name}`, () =>
        withSettings(reform, { procedures: taken(base.settings.procedures ?? {}, reform.settings.procedures ?? {}, name) }),
      ),
    ),
    ...amendedRules(base, reform).map((rule) => cause(`amend.${rule}`, () => withAmendmentsOf(base, reform, rule))),
    ...causesOfGroups(
      base,
      reform,
      changed.filter(({ group }) => group !== undefined),
    ),
  ]
  return causes.filter((one) => one.changed.length > 0)
}

/** Elements of lists and bands, and the share in which a new paper is missing, belong to what is set. */
function isOf(name: string, set: string): boolean {
  return name === set || name.startsWith(`${set}[`) || name === `${set}.missing`
}

function differing(base: object, reform: object): string[] {
  const [was, is] = [new Map(Object.entries(base)), new Map(Object.entries(reform))]
  return [...new Set([...is.keys(), ...was.keys()])].filter((name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)))
}

/** `reform` with this one entry of `base`, which may have none. */
function taken<T extends object>(base: T, reform: T, name: string): T {
  const { [name as keyof T]: _, ...others } = reform
  return (name in base ? { ...others, [name]: base[name as keyof T] } : others) as T
}

const withSettings = (one: LoadedScenario, settings: Partial<ModelSettings>): LoadedScenario => ({
  ...one,
  settings: { ...one.settings, ...settings },
})

function withPolicy(base: LoadedScenario, reform: LoadedScenario, name: string, files: readonly InputFile[]): LoadedScenario {
  const policy = taken(base.policy, reform.policy, name)
  const rest = { ...reform, policy, law: lawOf(files).with(policy) }
  const { groups } = reform.settings
  if (!groups) return rest
  // what a group has only because everybody has it follows what everybody has
  return withGroups(rest, groups.list, saidAsIn(base.said ?? [{ block: base.policy }], reform.said ?? [], name))
}

type Amendments = NonNullable<ModelSettings['amendments']>
const textsOf = (amendments: Amendments, rule: string) =>
  amendments.filter((one) => one.rule === rule).map(({ content }) => content?.sha256)

function amendedRules({ settings: base }: LoadedScenario, { settings: reform }: LoadedScenario): string[] {
  const [was, is] = [base.amendments ?? [], reform.amendments ?? []]
  const rules = new Set([...is, ...was].map(({ rule }) => rule))
  return [...rules].filter((rule) => textsOf(was, rule).join() !== textsOf(is, rule).join())
}

function withAmendmentsOf({ settings: base }: LoadedScenario, reform: LoadedScenario, rule: string): LoadedScenario {
  const own = (reform.settings.amendments ?? []).filter((one) => one.rule !== rule)
  const theirs = (base.amendments ?? []).filter((one) => one.rule === rule)
  return withSettings(reform, { amendments: own.length + theirs.length > 0 ? [...own, ...theirs] : undefined })
}
