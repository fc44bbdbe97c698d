import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { readDataFiles, readProjectTexts } from '../../src/node/files.ts'
import { loadEventCatalogue } from '../../src/policy/lookup/event-catalogue.ts'
import { lawOf, sourcesOf } from '../../src/scenario/materials.ts'
import { parsed } from '../architecture/rules.ts'
import { CATALOGUE } from './catalogue.ts'

const files = readDataFiles()
const parameters = new Set(lawOf(files).names())
const chapters = new Set([...CATALOGUE.kinds.keys()].map((kind) => kind.split('.')[0]))

/** Kinds in a call that tells (`watch.tell`, `tellRow` …), also by condition or template, and in tables of kinds: not names of parameters. */
function kindsToldIn(path: string, text: string): string[] {
  return parsed(path, text).nodes.flatMap((node) => {
    if (ts.isStringLiteral(node) && isKind(node.text) && isTold(node)) return [node.text]
    if (!ts.isTemplateExpression(node) || !chapters.has(node.head.text.slice(0, -1)) || !isTold(node)) return []
    // `benefit.${kind}`: the words that the file hands to it stand elsewhere in the file
    const { text: head } = node.head
    return [...CATALOGUE.kinds.keys()].filter((kind) => kind.startsWith(head) && text.includes(`'${kind.slice(head.length)}'`))
  })
}

function isKind(text: string): boolean {
  return /^[a-z_]+\.[a-z_]+$/.test(text) && chapters.has(text.split('.')[0])
}

function isTold(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isConditionalExpression(parent)) return isTold(parent)
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() !== 'name'
  return ts.isCallExpression(parent) && /tell/i.test(parent.expression.getText())
}

const told = readProjectTexts('src', /\/(scheme|model|procedures)\/.+\.ts$/).flatMap(({ path, text }) =>
  kindsToldIn(path, text).map((kind) => ({ kind, path: path.slice('src/'.length) })),
)

describe('The catalogue of events', () => {
  test('holds every kind that the code tells', () => {
    expect(told.length).toBeGreaterThan(10)
    // a name of a parameter in a list of names is no event
    expect(told.filter(({ kind }) => !CATALOGUE.kinds.has(kind) && !parameters.has(kind))).toEqual([])
  })

  test.each([...CATALOGUE.kinds])('%s is told by the file that the catalogue names', (kind, { file }) => {
    expect(told).toContainEqual({ kind, path: file })
  })

  test('cites documents that stand among the sources', () => {
    const found = [...sourcesOf(files).values()].map(({ url }) => url)
    for (const { documents } of CATALOGUE.rows.values()) for (const document of documents) expect(found).toContain(document)
  })

  test('names a row that does not exist as a fault, with its place', () => {
    const text = 'rows: { R1: { zh: a, en: a, documents: [d] } }\nevents:\n  a.b: { zh: a, en: a, rows: [R7], file: x.ts }\n'
    expect(() => loadEventCatalogue({ path: 'events.yaml', text })).toThrow('events.yaml:3:31: there is no row R7; nearest R1')
  })

  test('is read in one pass with the faults of its form', () => {
    expect(() => loadEventCatalogue({ path: 'events.yaml', text: 'rows: {}\nevnts: {}\n' })).toThrow(/evnts.*nearest events/)
  })

  test('is not told in other words by explain', () => {
    const words = readFileSync('src/cli/explain/words.ts', 'utf8')
    expect([...CATALOGUE.kinds.keys()].filter((kind) => words.includes(`'${kind}'`))).toEqual([])
  })
})
