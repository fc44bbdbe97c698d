/** The procedures block as files write it, made plain: figures by one of their names, and changes of what holds as what they come to. */
import { type Fault, nearestName } from '../../kernel/errors.ts'
import { changedValue, readChange } from '../../policy/change/change.ts'
import { isMapping, type Mapping } from '../../policy/change/form.ts'
import { isSpanOfDays, SPAN_OF_DAYS } from '../../procedures/data/bounds.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import { chineseName, figureNamed } from '../../procedures/data/overrides.ts'
import { settableNames } from '../../procedures/data/places.ts'
import { withoutUnit } from '../../procedures/data/titles.ts'
import type { Chain, ChainLink } from '../chain.ts'
import type { Path, ScenarioDocument } from '../document.ts'
import { valueAt } from '../faults.ts'

interface PlainProcedures {
  /** the same files, each figure by its dotted name with a plain value */
  readonly chain: Chain
  readonly faults: readonly Fault[]
}

/** A change is of what the farther files say, else of the data. */
export function plainProcedures(chain: Chain, procedures: Procedures): PlainProcedures {
  const faults: Fault[] = []
  const held = new Map<string, unknown>()
  const links = [...chain.links].reverse().map((link) => plainLink(link, procedures, held, faults))
  return { chain: { ...chain, links: links.reverse() }, faults }
}

function plainLink(link: ChainLink, procedures: Procedures, held: Map<string, unknown>, faults: Fault[]): ChainLink {
  const { document } = link
  const block = valueAt(document.value, ['procedures'])
  if (!isMapping(block) || !isMapping(document.value)) return link
  const keys = new Map<string, string>()
  const plain: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(block)) {
    const name = nameOf(key, procedures)
    const told = (fault: Told, path: Path = []) => {
      const place = path.length > 0 ? document.at(['procedures', key, ...path]) : document.atKey(['procedures', key])
      faults.push({ file: document.file, ...place, ...fault })
    }
    if (typeof name !== 'string') told(name)
    else if (keys.has(name))
      told({ code: 'same-figure', message: `'${key}' is '${keys.get(name)}', which is set above`, expected: 'each figure once' })
    else {
      keys.set(name, key)
      const made =
        isMapping(value) && 'change' in value
          ? changed(document, { key, name, value }, held.get(name) ?? figureNamed(procedures, name)?.value)
          : value
      if (isTold(made)) told(made, ['change'])
      else {
        plain[name] = made
        held.set(name, made)
      }
    }
  }
  return { ...link, document: renamed(document, keys, plain), content: { ...link.content, procedures: plain } }
}

interface Told {
  readonly code: 'same-figure' | 'ambiguous-figure' | 'unknown_name' | 'change'
  readonly message: string
  readonly expected?: string
  readonly nearest?: string
}

function isTold(value: unknown): value is Told {
  return isMapping(value) && value.code === 'change'
}

const HAN = /\p{Script=Han}/u
const bare = (word: string) => word.normalize('NFKC').replace(/[\s·，,]/g, '')

/** The dotted name of what is called so; what is no Chinese name is judged with its value. */
function nameOf(key: string, procedures: Procedures): string | Told {
  if (!HAN.test(key)) return key
  const titles = settableNames(procedures).map((name) => ({ name, zh: chineseName(name, procedures) }))
  const exact = titles.filter(({ zh }) => bare(zh) === bare(key))
  const same = exact.length > 0 ? exact : titles.filter(({ zh }) => bare(withoutUnit(zh)) === bare(withoutUnit(key)))
  if (same.length === 1) return same[0].name
  const names = same.map(({ name }) => name).join(', ')
  if (same.length > 1)
    return { code: 'ambiguous-figure', message: `'${key}' may be any of ${same.length} figures`, expected: `one of ${names}` }
  const nearest = nearestName(
    key,
    titles.map(({ zh }) => zh),
  )
  return {
    code: 'unknown_name',
    message: `there is no figure ${key}`,
    expected: 'a figure of data/procedures by its dotted or Chinese name',
    nearest,
  }
}

function changed(
  document: ScenarioDocument,
  { key, name, value }: { readonly key: string; readonly name: string; readonly value: Mapping },
  before: unknown,
): unknown {
  const fault = (message: string, expected: string): Told => ({ code: 'change', message, expected })
  const beside = Object.keys(value).find((other) => other !== 'change')
  if (beside !== undefined) return fault(`'${beside}' is not known beside 'change'`, 'a change alone: figures hold in all years')
  const path = ['procedures', key, 'change']
  const change = readChange(typeof value.change === 'number' ? (document.written(path) ?? value.change) : value.change)
  if (!('kind' in change)) return { code: 'change', ...change }
  if (typeof before !== 'number') return fault(`${name} has no number that can be changed`, isSpanOfDays(name) ? SPAN_OF_DAYS : 'a value')
  return changedValue(before, change)
}

/** The document with the plain block, in which dotted names stand where their keys do. */
function renamed(document: ScenarioDocument, keys: ReadonlyMap<string, string>, procedures: Mapping): ScenarioDocument {
  const written = (path: Path): Path =>
    path[0] === 'procedures' && path.length > 1 ? ['procedures', keys.get(String(path[1])) ?? path[1], ...path.slice(2)] : path
  return {
    ...document,
    value: isMapping(document.value) ? { ...document.value, procedures } : document.value,
    at: (path) => document.at(written(path)),
    atKey: (path) => document.atKey(written(path)),
    written: (path) => document.written(written(path)),
  }
}
