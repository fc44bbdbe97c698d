import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const files = new Map(
  ['src', 'tests', 'bench', 'data', 'scenarios'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .map((name) => join(folder, name.replaceAll('\\', '/')))
      .map((path): [string, string] => [path, readFileSync(new URL(path, root), 'utf8')]),
  ),
)

/** Exports that no file of src imports by name, each with its reason. */
const EXCEPTED = new Map([
  ['src/cli/main.ts main', 'src/cli/hezuo.mjs runs it, compiled'],
  ['src/cli/main.ts explainStray', 'src/cli/hezuo.mjs hands it to Node, compiled'],
  ['src/scheme/index.ts CHAPTERS', 'a list to be read, which tests hold the sources to'],
  ['src/scheme/index.ts BEFORE_CHAPTERS', 'a list to be read, which tests hold the sources to'],
  ['src/scheme/index.ts BESIDE_CHAPTERS', 'a list to be read, which tests hold the sources to'],
  ['src/scheme/index.ts ORDER_OF_LAW', 'a list to be read, which tests hold the sources to'],
  ['src/scheme/rules.ts Amendment', 'the type that a module of a scenario declares'],
])

const EXPORTED = /^export (?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm
const IMPORTED = /(?:import|export)\s+(?:type\s+)?(\{[^}]*\}|\*(?: as \w+)?)\s+from\s+'(\.[^']+)'/g
const LATE = /(?:\{([^{}]*)\}\s*=\s*await )?import\('(\.[^']+)'\)(?:\.(\w+))?/g

/** `file name` of exports that nobody needs: imported nowhere, or by tests alone and not used in their own file either. */
function unused(sources: ReadonlyMap<string, string>): string[] {
  const [inSrc, elsewhere] = [new Set<string>(), new Set<string>()]
  for (const [path, text] of sources) {
    const seen = path.startsWith('src/') ? inSrc : elsewhere
    const add = (specifier: string, names: string) => {
      for (const name of names.replace(/[{}]/g, '').split(',')) {
        const word = /^\s*(?:type )?(\*|\w+)/.exec(name)?.[1]
        if (word) seen.add(`${join(dirname(path), specifier)} ${word}`)
      }
    }
    for (const [, names, specifier] of text.matchAll(IMPORTED)) add(specifier, names)
    for (const [, names, specifier, name] of text.matchAll(LATE)) add(specifier, names ?? name ?? '*')
  }
  return [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('src/') || inSrc.has(`${path} *`)) return []
    return [...text.matchAll(EXPORTED)].flatMap(([, name]) => {
      if (inSrc.has(`${path} ${name}`)) return []
      const isTested = elsewhere.has(`${path} ${name}`) || elsewhere.has(`${path} *`)
      const usedHere = (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1
      return isTested && usedHere ? [] : [`${path} ${name}`]
    })
  })
}

describe('Exports of src', () => {
  test('are used, but for a few with a reason, each still unused', () => {
    expect(unused(files).sort()).toEqual([...EXCEPTED.keys()].sort())
  })

  test.each([
    ['that nobody imports', 'export const a = 1\nconst b = a', ''],
    ['that only a test imports', 'export const a = 1', "import { a } from '../src/a.ts'"],
  ])('%s are found', (_, own, tested) => {
    const tree = new Map([
      ['src/a.ts', own],
      ['tests/a.test.ts', tested],
    ])
    expect(unused(tree)).toEqual(['src/a.ts a'])
    expect(unused(tree.set('src/b.ts', "import { type T, a as other } from './a.ts'"))).toEqual([])
  })
})
