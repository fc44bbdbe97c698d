import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'

const page = readFileSync('docs/design.md', 'utf8')
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name.replaceAll('\\', '/')))
/** The file of src that a page means by `src/a/b.ts`, `a/b.ts` or `b.ts`. */
const meant = (file: string) => sources.filter((path) => path === file || path.endsWith(`/${file}`))
const holds = (path: string, name: string) => new RegExp(`(^|[^\\w#])${name}\\b`).test(readFileSync(path, 'utf8'))

/** Names with the file that a page says they are in: "`a` and `b` in `file`", and rows that begin with a file, then a name. */
function statements(text: string): { name: string; file: string }[] {
  const inFile = [...text.matchAll(/((?:`#?\w+`(?:, | and )?)+) in `([\w/-]+\.ts)`/g)].flatMap(([, names, file]) =>
    [...names.matchAll(/`(#?\w+)`/g)].map(([, name]) => ({ name, file })),
  )
  const rows = [...text.matchAll(/^\| `([\w/-]+\.ts)` \| `(#?\w+)`/gm)].map(([, file, name]) => ({ name, file }))
  return [...inFile, ...rows]
}
const wrong = (text: string) => statements(text).filter(({ name, file }) => !meant(file).some((path) => holds(path, name)))

describe('docs/design.md', () => {
  test('names files that exist', () => {
    const files = [...page.matchAll(/`((?:[\w-]+\/)*[\w-]+\.ts)`/g)].map(([, file]) => file)
    expect(files.length).toBeGreaterThan(30)
    expect(files.filter((file) => meant(file).length === 0 && !existsSync(file))).toEqual([])
  })

  test('says of names the file that they are in', () => {
    expect(statements(page).length).toBeGreaterThan(15)
    expect(wrong(page)).toEqual([])
  })

  test.each(['`runYear` and `runYears` in `src/model/wiring.ts`', '| `src/scheme/fund/ledger.ts` | `reimburse`: books it |'])(
    'would be found out by %s',
    (text) => {
      expect(wrong(text).length).toBeGreaterThan(0)
    },
  )
})
