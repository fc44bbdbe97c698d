/** 规则改写 The `amend` block of a scenario: which rules it names, and the modules that wrap them. */
import { type Fault, nearestName } from '../../kernel/errors.ts'
import { isMapping } from '../../policy/change/form.ts'
import { RULE_NAMES, RULES, type RuleName, ruleCalled } from '../../scheme/rules.ts'
import { beside, type Chain, type ReadText, readChain } from '../chain.ts'
import type { Place, ScenarioDocument } from '../document.ts'
import { valueAt } from '../faults.ts'

/** A module that a scenario names, and where it does. */
export interface AmendmentFile {
  readonly rule: RuleName
  /** as written */
  readonly file: string
  /** as the scenario's reader understands it */
  readonly path: string
  readonly named: { readonly file: string } & Place
}

/** Faults of one file's amend block: rules that there are not, a rule named twice. */
export function amendFaults(document: ScenarioDocument): Fault[] {
  const block = valueAt(document.value, ['amend'])
  if (!isMapping(block)) return []
  const names = Object.keys(block)
  return names.flatMap((name, at): Fault[] => {
    const place = { file: document.file, ...document.atKey(['amend', name]) }
    const rule = ruleCalled(name)
    if (!rule) return [unknownRule(name, place)]
    if (names.findIndex((other) => ruleCalled(other) === rule) === at) return []
    return [
      { code: 'same_rule', ...place, message: `'${name}' is the rule '${rule}', which is amended above`, expected: 'a list of modules' },
    ]
  })
}

function unknownRule(name: string, place: { readonly file: string } & Place): Fault {
  const nearest = nearestName(name, [...RULE_NAMES, ...RULE_NAMES.map((rule) => RULES[rule].zh)])
  const expected = nearest === undefined ? `one of ${RULE_NAMES.join(', ')}` : undefined
  return { code: 'unknown_rule', ...place, message: `no rule that can be amended is called '${name}'`, expected, nearest }
}

/** The modules of a scenario, also of one with faults elsewhere, so that all can be told at once. Never throws. */
export function amendmentFiles(file: string, read: ReadText): AmendmentFile[] {
  return amendmentsOf(readChain(file, read))
}

/** Rule by rule in the order of the registry; for each rule the modules of the nearest file that names it, in their order. */
export function amendmentsOf(chain: Chain): AmendmentFile[] {
  return RULE_NAMES.flatMap((rule) => {
    for (const { file, document } of chain.links) {
      const block = valueAt(document.value, ['amend'])
      const key = isMapping(block) ? Object.keys(block).find((name) => ruleCalled(name) === rule) : undefined
      if (key === undefined) continue
      const written = valueAt(document.value, ['amend', key])
      const modules: unknown[] = Array.isArray(written) ? written : [written]
      return modules.flatMap((module, at): AmendmentFile[] => {
        if (typeof module !== 'string' || !module.trim()) return []
        const place = document.at(Array.isArray(written) ? ['amend', key, at] : ['amend', key])
        return [{ rule, file: module.trim(), path: beside(file, module.trim()), named: { file, ...place } }]
      })
    }
    return []
  })
}
