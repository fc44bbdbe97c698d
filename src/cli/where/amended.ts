/** Scenarios that amend a rule, by the rule's Chinese term. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { InputFile } from '../../policy/located-yaml.ts'
import { RULES, ruleCalled } from '../../scheme/rules.ts'
import type { Mention } from './index.ts'

export function amendmentsOf(files: readonly InputFile[], terms: readonly string[]): Mention[] {
  return files.flatMap(({ path, text }) => {
    const lines = new LineCounter()
    const block = parseDocument(text, { lineCounter: lines }).get('amend')
    if (!isMap(block)) return []
    return block.items.flatMap(({ key }): Mention[] => {
      if (!isScalar(key)) return []
      const rule = ruleCalled(String(key.value))
      if (!rule || !terms.includes(RULES[rule].zh)) return []
      const { line } = lines.linePos(key.range?.[0] ?? 0)
      return [{ file: path, line, text: text.split('\n')[line - 1].trim() }]
    })
  })
}
