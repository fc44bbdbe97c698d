/** 规则改写 Puts the amendments of a scenario in force: makes rules of the compiled modules, and holds what they give to its bounds. */

import { InputFaults } from '../../kernel/errors.ts'
import { type Wrap, type Wrapping, withAmendments } from '../../kernel/rule.ts'
import { refusedBy } from '../../scheme/rules.ts'
import type { AmendedRule, ModelSettings } from '../../scheme/settings.ts'

/** Why a module's text is no amendment. */
export class NoAmendment extends Error {
  override readonly name = 'NoAmendment'
  readonly expected: string
  /** what it tried to import */
  readonly imported?: string

  constructor(message: string, expected: string, imported?: string) {
    super(message)
    this.expected = expected
    this.imported = imported
  }
}

/** Runs `run` under the amendments of these settings, and of no others. Throws InputFaults when one gives what its rule may not. */
export function underAmendments({ amendments = [], name }: ModelSettings): <T>(run: () => T) => T {
  const wrappings = amendments.map((amendment): Wrapping => {
    if (!amendment.content) throw new Error(`the amendments of '${name}' have not been read`)
    return { rule: amendment.rule, wrap: wrapOf(amendment, amendmentOf(amendment.content.code)) }
  })
  return (run) => withAmendments(wrappings, run)
}

/** The function that a compiled module exports by default. Throws NoAmendment, or what the module throws itself. */
export function amendmentOf(code: string) {
  const module: { exports: { default?: unknown } } = { exports: {} }
  const refuseImport = (what: string) => {
    throw new NoAmendment(`the module imports '${what}'`, "a module by itself: types only (import type … from '…')", what)
  }
  new Function('module', 'exports', 'require', `'use strict';${code}`)(module, module.exports, refuseImport)
  const amendment = module.exports.default
  if (amendment === undefined)
    throw new NoAmendment('the module has no default export', 'export default, with a function from the law to a rule')
  if (typeof amendment !== 'function')
    throw new NoAmendment(`the default export is ${shownValue(amendment)}`, 'a function from the law to a rule')
  return amendment
}

function wrapOf({ rule, file }: AmendedRule, amendment: ReturnType<typeof amendmentOf>): Wrap {
  const refuse = (message: string, expected: string) => new InputFaults([{ code: 'amendment', file, message, expected }])
  return (law) => {
    const amended: unknown = amendment(law)
    if (typeof amended !== 'function') throw refuse(`the amendment of '${rule}' gives ${shownValue(amended)}`, 'a function like the rule')
    return (...given) => {
      const found = answerOf(() => amended(...given), rule, refuse)
      const expected = refusedBy(rule, found, given)
      if (expected !== undefined) throw refuse(`the amended rule '${rule}' gave ${shownValue(found)}`, expected)
      return found
    }
  }
}

/** What the amended rule says; an error of its own is told as the module's. */
function answerOf<T>(ask: () => T, rule: string, refuse: (message: string, expected: string) => InputFaults): T {
  try {
    return ask()
  } catch (error) {
    if (error instanceof InputFaults) throw error
    throw refuse(
      `the amended rule '${rule}' broke: ${error instanceof Error ? error.message : String(error)}`,
      'a rule that always answers',
    )
  }
}

function shownValue(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' && value !== null ? 'an object' : typeof value === 'string' ? `the text '${value}'` : String(value)
}
