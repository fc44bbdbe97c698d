/** 术语表 The glossary of data/glossary.csv: each term of the policy in Chinese and English with its rule and its parameters. */
import { InputFaults } from '../../kernel/errors.ts'
import { readCsv } from '../csv.ts'
import type { InputFile } from '../located-yaml.ts'

export interface Concept {
  /** Chinese and English names; the first is the one officials use most, and the one that begins the rule's comment */
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** file of the rule, under src/ */
  readonly rule: string
  /** names of parameters, or what they begin with: benefit.deductible for benefit.deductible.county_hospital */
  readonly parameters: readonly string[]
  /** rows of docs/institutions.md */
  readonly rows: readonly string[]
  readonly line: number
}

const COLUMNS = ['zh', 'en', 'rule', 'parameters', 'rows']

/** The concepts in the order of the file. Throws InputFaults for a malformed row or an empty cell. */
export function loadConcepts({ path, text }: InputFile): readonly Concept[] {
  const { rows, faults } = readCsv(path, text, COLUMNS)
  const concepts = rows.map(({ line, cells }): Concept => {
    for (const column of COLUMNS)
      if (cells[column].trim() === '') faults.push({ code: 'glossary', file: path, line, column: 1, message: `no ${column} in this row` })
    const list = (column: string) => cells[column].split('|').map((part) => part.trim())
    return { zh: list('zh'), en: list('en'), rule: cells.rule, parameters: list('parameters'), rows: list('rows'), line }
  })
  if (faults.length > 0) throw new InputFaults(faults)
  return concepts
}

/** Is `name` the parameter `prefix`, or one of those it begins? */
export function belongsTo(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`)
}
