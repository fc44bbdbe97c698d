/** Which tests are run by npm test, npm run test:quick and npm run test:long (`--mode` of the test runner). */

/** Run before a release. */
const LONG = '**/*.long.test.ts'

/** What a change of a rule needs: rules with their cases, procedures, the data of the law, the golden, the plan of the house. */
export const QUICK = {
  folders: ['architecture', 'golden', 'policy', 'procedures', 'scheme'],
  files: ['docs/told-rules', 'docs/institutions', 'explain/catalogue'],
  /** of those folders, but run whole counties, long queues, or the loads of all desks */
  not: ['procedures/queueing', 'procedures/load', 'scheme/claims/outcome', 'scheme/claims/hospital-window', 'scheme/fund/treasury'],
}

/** Tests whose counties are at their full size in npm run test:long (size.ts): folders, and files of others. */
export const AT_FULL_SIZE = {
  folders: ['model'],
  files: ['population/identity', 'scenario/protection', 'scheme/claims/hospital-window', 'scheme/claims/outcome'],
}

export interface Suite {
  readonly include: string[]
  readonly exclude: string[]
}

const inTests = (...patterns: readonly string[]) => patterns.map((pattern) => `tests/${pattern}`)
const test = (name: string) => `${name}.test.ts`

export function suiteOf(mode: string): Suite {
  const large = [...AT_FULL_SIZE.folders.map((folder) => `${folder}/**/*.test.ts`), ...AT_FULL_SIZE.files.map(test)]
  if (mode === 'long') return { include: inTests(LONG, ...large), exclude: [] }
  const long = inTests(LONG)
  if (mode !== 'quick') return { include: inTests('**/*.test.ts'), exclude: long }
  const { folders, files, not } = QUICK
  return {
    include: inTests(...folders.map((folder) => `${folder}/**/*.test.ts`), ...files.map(test)),
    exclude: [...long, ...inTests(...not.map(test))],
  }
}
