/** The diffs of docs/how-to fit the sources as they are, and touch no more files than the house promises. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apply, HOW_TOS, ROOT } from './how-to.ts'

/** How many files each change may take, tests apart. */
const MOST: Readonly<Record<string, number>> = {
  ...{ parameter: 4, rule: 3, 'benefit-kind': 6, measure: 2, procedure: 3, chart: 1, schedule: 1 },
}

describe('A page of docs/how-to', () => {
  test.each(HOW_TOS.filter(({ diff }) => diff !== '').map((page) => [page.name, page] as const))(
    '%s: its diff applies to the sources, and takes the files that it says',
    (name, { diff, files, says, scenario, results }) => {
      expect(() => apply(diff, ROOT, '--check')).not.toThrow()
      expect(files).toHaveLength(says)
      expect(says).toBeLessThanOrEqual(MOST[name])
      expect(scenario).toContain(`# ${name}.yaml\n`)
      expect(results.length).toBeGreaterThan(0)
    },
  )

  test('is there for each kind of change, and CONTRIBUTING.md leads to it', () => {
    expect(HOW_TOS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(MOST)))
    const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
    for (const { name } of HOW_TOS) expect(guide).toContain(`docs/how-to/${name}.md`)
  })
})

describe('CONTRIBUTING.md', () => {
  const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')

  test('names files that there are', () => {
    const linked = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path)
    const quoted = [...guide.matchAll(/`((?:src|data|tests|scenarios|docs|bench)\/[^`*{<]+)`/g)].map(([, path]) => path)
    expect(linked.length + quoted.length).toBeGreaterThan(15)
    expect([...linked, ...quoted].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const named = [...guide.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in scripts) && name !== 'ci')).toEqual([])
  })
})
