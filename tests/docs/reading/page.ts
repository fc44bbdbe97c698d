/** docs/reading-results.md and its Chinese twin, taken apart: recipes by program, words in them, columns of each file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const PAGES = ['reading-results.md', 'reading-results.zh.md'] as const
export const pageOf = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')

/** Blocks of a program, in order: all but the last of R and Python, which has other ways in, one a line, belong together. */
export const blocksOf = (page: string, program: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${program}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text)

const isOtherWay = (block: string) => /^summary_\w+ /.test(block)
export const recipesOf = (page: string, program: string) => blocksOf(page, program).filter((block) => !isOtherWay(block))
export const otherWaysOf = (page: string, program: string) =>
  blocksOf(page, program)
    .filter(isOtherWay)
    .flatMap((block) => block.trim().split('\n'))

/** The tables that every program has at the end of its recipes. */
export const TOLD = ['fund', 'effect', 'deciles', 'labelled', 'changed'] as const
