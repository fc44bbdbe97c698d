/** The walks of docs/design.md: a stay's bill and a premium go over the files named, in that order, and over few. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'

const design = readFileSync('docs/design.md', 'utf8')
const WIRING = 'src/model/wiring.ts'

interface Station {
  readonly file: string
  readonly does: string
}

const walkOf = (chapter: string): Station[] =>
  [...(design.split(`\n## ${chapter}\n`)[1] ?? '').split('\n## ')[0].matchAll(/^\| `(src\/[^`]+)` \| (.+) \|$/gm)].map(
    ([, file, does]) => ({
      file,
      does,
    }),
  )

const textOf = (file: string) => readFileSync(file, 'utf8')
const importsOf = (file: string) => new Set([...textOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path]) => join(dirname(file), path)))

/** Whether one imports the other, the walk comes back to a file, or a file entered before, or the wiring, leads to both. */
function areJoined(from: string, to: string, before: readonly string[]): boolean {
  if (before.includes(to) || importsOf(from).has(to) || importsOf(to).has(from)) return true
  return [WIRING, ...before].some((file) => importsOf(file).has(from) && importsOf(file).has(to)) || [from, to].includes(WIRING)
}

describe.each([
  ["A stay's bill", 12],
  ['A premium', 8],
])('%s', (chapter, most) => {
  const walk = walkOf(chapter)
  const files = walk.map(({ file }) => file)

  test(`goes over ${most} files at most, and enters none more than twice`, () => {
    expect(walk.length).toBeGreaterThan(6)
    expect(new Set(files).size).toBeLessThanOrEqual(most)
    for (const file of files) expect(files.filter((other) => other === file).length, file).toBeLessThanOrEqual(2)
  })

  test('names files and functions that there are', () => {
    const lost = walk.flatMap(({ file, does }) => {
      if (!existsSync(file)) return [file]
      const names = [...does.matchAll(/`(#?[a-z]\w*)`/g)].map(([, name]) => name)
      return names.filter((name) => !textOf(file).includes(name)).map((name) => `${file} ${name}`)
    })
    expect(lost).toEqual([])
  })

  test('has each step joined to the next, by an import, a message or a file before it', () => {
    const apart = files.slice(1).filter((file, at) => !areJoined(files[at], file, files.slice(0, at)))
    expect(apart).toEqual([])
  })
})

test('docs/design.md names files that there are', () => {
  const named = [...design.matchAll(/`((?:src|data|tests)\/[^`*{ ]+)`/g)].map(([, path]) => path)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
