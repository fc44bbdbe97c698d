/** 分县 In which of the counties that a scenario describes one by one a household, person or claim is. */
import type { NamedCounty } from '../../../scheme/settings.ts'
import type { Lang } from '../../../words/lang.ts'

/** Undefined where counties are alike, or there is one alone: then no more is to be said. */
export function countyIn(id: string, named: readonly NamedCounty[] | undefined): NamedCounty | undefined {
  if (named === undefined || named.length < 2) return undefined
  return named[Number(/^c(\d+)-/.exec(id)?.[1])]
}

/** Titles of their counties, as wide as the widest, to stand in a list. */
export function countyColumn(ids: readonly string[], named: readonly NamedCounty[] | undefined, lang: Lang): (id: string) => string {
  const titleOf = (id: string) => countyIn(id, named)?.title[lang] ?? ''
  const width = Math.max(0, ...ids.map((id) => titleOf(id).length))
  return (id) => (width === 0 ? '' : `  ${titleOf(id).padEnd(width)}`)
}
