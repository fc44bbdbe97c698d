/** `--find`: the cases of a county in which something happened, the strongest first, each with the name by which it is explained. */
import { yearOf } from '../../../kernel/calendar.ts'
import { InputFaults, nearestName } from '../../../kernel/errors.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { Lang } from '../../../words/lang.ts'
import { FIND_NAMES, FINDS, type Find, type FindName } from './finds.ts'

/** One case that was found. */
interface Case {
  readonly event: TraceEvent
  /** as `--claim`, `--person` or `--household` take it */
  readonly id: string
  readonly size: number
}

/** Every name by which a kind of case may be asked for, in both languages. */
const CALLED: readonly (readonly [string, FindName])[] = FIND_NAMES.flatMap((name) => {
  const { zh, also = [] }: Find = FINDS[name]
  return [name, zh, ...also].map((called) => [called, name] as const)
})

export function isFound(asked: string): boolean {
  return CALLED.some(([called]) => called === asked.trim().toLowerCase())
}

/** @throws InputFaults for a name that is none of FINDS, with those in the language in which it is asked */
export function findNamed(asked: string): FindName {
  const written = asked.trim()
  const found = CALLED.find(([called]) => called === written.toLowerCase())
  if (found) return found[1]
  const isChinese = /[\u4e00-\u9fff]/.test(written)
  const names = isChinese ? FIND_NAMES.map((name) => chineseName(name)) : FIND_NAMES
  const nearest = nearestName(
    written,
    CALLED.map(([called]) => called),
  )
  const [message, expected] = [`nothing is found by '${asked}'`, `one of ${names.join(isChinese ? '、' : ', ')}`]
  throw new InputFaults([{ code: 'option', file: '--find', message, expected, nearest }])
}

/** The shortest there is. */
function chineseName(name: FindName): string {
  const { zh, also = [] }: Find = FINDS[name]
  return zh.includes('（') ? also[0] : zh
}

/** Goes through events in any order and keeps the strongest `most`, one of each claim, person or household and year. */
export class Cases {
  readonly #find: Find
  readonly #most: number
  #best: Case[] = []
  /** how many events there were of this kind */
  count = 0

  constructor(name: FindName, most: number) {
    this.#find = FINDS[name]
    this.#most = most
  }

  hear(event: TraceEvent): void {
    const { kinds, when } = this.#find
    if (!kinds.includes(event.kind) || when?.(event) === false) return
    this.count++
    const one = { event, id: idOf(event, this.#find.as), size: sizeOf(event, this.#find.by) }
    const before = this.#best.findIndex((other) => isSame(other, one, this.#find.as))
    if (before >= 0 && this.#best[before].size >= one.size) return
    if (before >= 0) this.#best.splice(before, 1)
    this.#best = [...this.#best, one]
      .sort((a, b) => b.size - a.size || a.event.day - b.event.day || (a.id < b.id ? -1 : 1))
      .slice(0, this.#most)
  }

  get found(): readonly Case[] {
    return this.#best
  }
}

/** A household has a case a year; a claim, which is returned once more, or a person remains one. */
function isSame(one: Case, other: Case, as: Find['as']): boolean {
  return one.id === other.id && (as !== 'household' || yearOf(one.event.day) === yearOf(other.event.day))
}

function idOf({ person, household, facts }: TraceEvent, as: Find['as']): string {
  return as === 'claim' ? `${person}/${facts?.claim}` : as === 'person' ? person : household
}

function sizeOf({ amounts = [], facts }: TraceEvent, by: Find['by']): number {
  if (by === undefined) return 0
  if ('fact' in by) return Number(facts?.[by.fact] ?? 0)
  return amounts.find(({ id }) => by.includes(id))?.fen ?? 0
}

/** The heading of what was found, and how to read a case of it. */
export function findingText(name: FindName, { count, found }: Cases, scenario: string, lang: Lang): { head: string; foot: string } {
  const { as, [lang]: what } = FINDS[name]
  if (found.length === 0) return { head: lang === 'en' ? `${what}: none` : `${what}：无`, foot: '' }
  const [{ id, event }] = found
  const inYear = as === 'household' ? ` --year ${yearOf(event.day)}` : ''
  const how = `hezuo explain ${scenario} --${as} ${id}${inYear}${lang === 'zh' ? ' --lang zh' : ''}`
  return lang === 'en'
    ? { head: `${what}: ${found.length} of ${count}`, foot: `To read one: ${how}` }
    : { head: `${what}：共 ${count} 例，列出 ${found.length} 例`, foot: `查看其中一例：${how}` }
}
