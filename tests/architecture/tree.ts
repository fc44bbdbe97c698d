/** The house rules that take more than one file to judge: crowded folders, circles, what all chapters share and what keeps a state. */
import { dirname, join } from 'node:path/posix'
import { importsOf, isBeside, isOfChapter, LIMITS, parsed } from './rules.ts'

/** Folders with too many files, a line each. */
export function crowdedFolders(paths: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const path of paths) count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1)
  return [...count]
    .filter(([, files]) => files > LIMITS.folder)
    .map(([folder, files]) => `${folder}: ${files} files, ${LIMITS.folder} at most`)
}

/** Circles of files that import from one another, types as well as values, each as `a -> b -> a`. */
export function circlesIn(files: ReadonlyMap<string, string>): string[] {
  const targets = new Map(
    [...files].map(([path, text]) => [
      path,
      importsOf(parsed(path, text)).flatMap(({ specifier }) => (specifier.startsWith('.') ? [join(dirname(path), specifier)] : [])),
    ]),
  )
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    for (const next of targets.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return circles
}

/**
 * What all chapters share takes of a chapter its rules, terms and types. A value from a file that knows the county or declares a class,
 * and the type of such a class, is a state taken.
 */
export function statesTaken(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!isBeside(path)) return []
    return importsOf(parsed(path, text)).flatMap(({ specifier, isType, names }) => {
      const target = join(dirname(path), specifier)
      const theirs = isOfChapter(target) ? (files.get(target) ?? '') : ''
      const keepsState = /^import [^;]*?from '\.\.\/county\.ts'|^(?:export )?class /m.test(theirs)
      const isState = isType ? names.some((name) => new RegExp(`^export class ${name}\\b`, 'm').test(theirs)) : keepsState
      return isState ? [`${path}: ${target} keeps a state`] : []
    })
  })
}
