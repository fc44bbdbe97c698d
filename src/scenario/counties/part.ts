/**
 * 分县 Counties that a scenario describes one by one. What a file says of one county stands over what it says of all, and the nearer file
 * over the farther one, in all that it says: so a county is read like a scenario of its own.
 */
import { isMapping } from '../../policy/change/form.ts'
import type { NamedCounty } from '../../scheme/settings.ts'
import type { Chain, ChainLink } from '../chain.ts'
import type { ScenarioDocument } from '../document.ts'
import { valueAt } from '../faults.ts'
import type { ScenarioFile } from '../schema.ts'

/** The names in the order in which they are first told, the farthest file first: the order of the counties. */
export function countyNames(chain: Chain): string[] {
  const names = [...chain.links].reverse().flatMap(({ content }) => (isMapping(content.counties) ? Object.keys(content.counties) : []))
  return [...new Set(names)]
}

/** The chain as it is for one county: before each file what it says of this county alone. */
export function chainOfCounty(chain: Chain, name: string): Chain {
  return chainWith(chain, [['counties', name]])
}

/** The chain with parts of each file before the whole of it, so that they stand over it: those at the `paths`, the strongest first. */
export function chainWith(chain: Chain, paths: readonly (readonly string[])[]): Chain {
  const links = chain.links.flatMap((link): ChainLink[] => {
    const parts = paths.flatMap((path) => {
      const own = valueAt(link.content, path)
      return isMapping(own) ? [partOf(link, path, own)] : []
    })
    return [...parts, link]
  })
  return { ...chain, links }
}

/** Is this what a file says of a part only, not of the whole? */
export function isPart(link: ChainLink): boolean {
  return link.text === ''
}

function partOf({ file, document, sound }: ChainLink, at: readonly string[], content: ScenarioFile): ChainLink {
  const under = (path: readonly PropertyKey[]) => [...at, ...path]
  const part: ScenarioDocument = {
    file,
    value: content,
    faults: [],
    at: (path) => document.at(under(path)),
    atKey: (path) => document.atKey(under(path)),
    written: (path) => document.written(under(path)),
  }
  return { file, text: '', document: part, content, sound }
}

/** What the county or group at this path is called, the nearest file's word first; its name where nothing is said. */
export function titleOf(chain: Chain, at: readonly string[]): NamedCounty['title'] {
  const name = at[at.length - 1]
  const said = (lang: 'en' | 'zh') => {
    const titles = chain.links.map(({ content }) => valueAt(content, [...at, 'title', lang]))
    return titles.find((title) => typeof title === 'string')
  }
  const [en, zh] = [said('en'), said('zh')]
  return { en: String(en ?? zh ?? name), zh: String(zh ?? en ?? name) }
}
