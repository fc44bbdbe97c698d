/** The pages of docs/how-to: the diff that stands in each, its scenario, and what it says comes out. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface HowTo {
  readonly name: string
  readonly text: string
  /** as `git apply` takes it */
  readonly diff: string
  /** files it changes, the list of names that `npm run names` writes among them, tests and the pages that it writes apart */
  readonly files: readonly string[]
  /** how many files the page says it takes */
  readonly says: number
  readonly scenario: string
  /** lines `year measure value`, or names of files of the results */
  readonly results: readonly string[]
}

const blocks = (text: string, kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block)

export const HOW_TOS: readonly HowTo[] = readdirSync(join(ROOT, 'docs/how-to'))
  .filter((file) => file.endsWith('.md') && !file.endsWith('.zh.md'))
  .map((file) => {
    const text = readFileSync(join(ROOT, 'docs/how-to', file), 'utf8')
    const diff = blocks(text, 'diff').join('')
    const changed = [...diff.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, path]) => path)
    const written = text.includes('npm run names') ? ['src/policy/parameter-names.ts'] : []
    return {
      name: file.replace('.md', ''),
      text,
      diff,
      files: [...changed.filter((path) => !path.startsWith('tests/')), ...written],
      says: Number(/\*\*Files: (\d+)/.exec(text)?.[1]),
      scenario: blocks(text, 'yaml').at(-1) ?? '',
      results: (blocks(text, 'text').at(-1) ?? '').trim().split('\n'),
    }
  })

/** Applies a diff to the checkout in `folder`; with `only` given as `--check` nothing is written. Throws what git says when it does not fit. */
export function apply(diff: string, folder: string, ...only: '--check'[]): void {
  execFileSync('git', ['apply', ...only, '-'], { cwd: folder, input: diff, stdio: ['pipe', 'ignore', 'pipe'] })
}
