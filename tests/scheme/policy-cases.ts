/** The cases of a chapter: tests/cases/CHAPTER/FILE.yaml, each with a title that is a sentence of the policy. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface PolicyCase<Given, Expected> {
  readonly title: string
  readonly given: Given
  readonly expected: Expected
}

/** @param file `fund/payments` */
export function policyCases<Given, Expected>(file: string): PolicyCase<Given, Expected>[] {
  return parse(readFileSync(new URL(`../cases/${file}.yaml`, import.meta.url), 'utf8'))
}
