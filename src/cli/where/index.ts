/** What stands where: rules by the Chinese term that begins their comment, parameters by their lines, tests by their titles. Read as text. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { InputFile } from '../../policy/located-yaml.ts'
import { type Title, titleOf } from '../../procedures/data/titles.ts'

/** A rule or a part of one: its comment begins with a Chinese term. */
interface DefinedTerm {
  readonly zh: string
  readonly file: string
  /** line of the comment */
  readonly line: number
  /** name of what the comment stands above; '' for a whole file */
  readonly declares: string
}

/** A figure of a procedure as its file has it. */
export type Figure = Readonly<Record<string, unknown>>

export interface ValuedParameter {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly file: string
  readonly line: number
  readonly block: string
  /** a figure of a procedure, whose value has no date */
  readonly figure?: Figure
}

/** A line that mentions something, and the title of the case or test it belongs to. */
export interface Mention {
  readonly file: string
  readonly line: number
  readonly text: string
}

const COMMENT = /^\s*(?:\/\*\*|\*|\/\/)\s*([\u4e00-\u9fff]+)/
const DECLARED = /^(?:export )?(?:async )?(?:function|const|let|interface|type|class) (\w+)|^(?:readonly )?#?(\w+)\??[:(]/

/** Comments of source files that begin with a Chinese term. */
export function definedTerms(files: readonly InputFile[]): DefinedTerm[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n')
    return lines.flatMap((line, at): DefinedTerm[] => {
      const begins = line.includes('/**') || line.trimStart().startsWith('//') || lines[at - 1]?.trim() === '/**'
      const term = begins ? COMMENT.exec(line) : null
      return term ? [{ zh: term[1], file: path, line: at + 1, declares: declaredBelow(lines, at) }] : []
    })
  })
}

function declaredBelow(lines: readonly string[], from: number): string {
  let at = from
  if (!lines[at].trimStart().startsWith('//')) while (at < lines.length && !lines[at].includes('*/')) at++
  const found = DECLARED.exec((lines[at + 1] ?? '').trim())
  return found ? (found[1] ?? found[2]) : ''
}

/** Parameters of the law and of behaviour, with the lines they fill. */
export function valuedParameters(files: readonly InputFile[]): ValuedParameter[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+):\n((?: .*\n?|\n)+)/gm)].map((entry): ValuedParameter => {
      const word = (key: string) => new RegExp(`^ {2}${key}: *(.*)$`, 'm').exec(entry[2])?.[1].replace(/^(['"])(.*)\1$/, '$2') ?? ''
      const line = text.slice(0, entry.index).split('\n').length
      return { name: entry[1], zh: word('zh'), en: word('en'), unit: word('unit'), file: path, line, block: entry[2] }
    }),
  )
}

/** Procedures by their id, offices by their key: files of data/procedures. */
export function proceduresAndOffices(files: readonly InputFile[]): ValuedParameter[] {
  const NAMED = /^(?:id: *([a-z_]+)|([a-z_]+):)\n(?: *)zh: *(.*)\n(?: *)en: *(.*)$/gm
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(NAMED)].map((found): ValuedParameter => {
      const line = text.slice(0, found.index).split('\n').length
      return { name: found[1] ?? found[2], zh: found[3], en: found[4], unit: '', file: path, line, block: '' }
    }),
  )
}

/** Every figure of a procedure or office that a scenario can set, by its dotted name: `claim_by_hand.deadline`, `offices.bank.staff`. */
export function procedureFigures(files: readonly InputFile[]): ValuedParameter[] {
  return files.flatMap(({ path: file, text }) => {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines })
    const all = document.toJS()
    const found: ValuedParameter[] = []
    const add = (at: Node, names: readonly string[], title: Title, figure: Figure) => {
      const { line } = lines.linePos(at.range?.[0] ?? 0)
      const name = names.join('.')
      found.push({ name, ...title, unit: '', file, line, block: '', figure })
    }
    const walk = (head: string, block: unknown, node: unknown, path: readonly (string | number)[], names: readonly string[]): void => {
      if (isSeq(node))
        node.items.forEach((item, i) => {
          if (isMap(item)) walk(head, block, item, [...path, i], [...names, String(item.get('id') ?? item.get('circumstance'))])
        })
      if (!isMap(node)) return
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue
        const word = String(key.value)
        const isFigure = isMap(value) && value.has('value') && value.has('status')
        const isBare = word === 'applies' || (node.has('status') && (word === 'opens' || word === 'closes'))
        const figure = isFigure
          ? value.toJS(document)
          : isBare && isScalar(value)
            ? { ...node.toJS(document), value: value.value }
            : undefined
        if (figure) add(key, [head, ...names, word], titleOf(block, [...path, word]), figure)
        else walk(head, block, value, [...path, word], [...names, word])
      }
    }
    if (typeof all?.id === 'string') walk(all.id, all, document.contents, [], [])
    else if (isMap(document.contents))
      for (const { key, value } of document.contents.items)
        if (isScalar(key)) walk(`offices.${key.value}`, all[String(key.value)], value, [], [])
    return found
  })
}

/** Settings of the parameter in scenario files, by its dotted or its Chinese name. */
export function settingsOf(files: readonly InputFile[], isMeant: (name: string) => boolean): Mention[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at): Mention[] => {
      const dotted = /(?:^|[{,])\s*'?([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)'?:/g
      const chinese = /(?:^|[{,])\s*'?(\p{Script=Han}[^:{},']*)'?:/gu
      const names = [...line.matchAll(dotted), ...line.matchAll(chinese)].map(([, name]) => name.trim())
      return names.some(isMeant) ? [{ file: path, line: at + 1, text: line.trim() }] : []
    }),
  )
}

export interface TestWords {
  readonly anywhere: RegExp
  readonly inTitle: RegExp
  /** names of files all of whose cases are about it */
  readonly ofFile: RegExp
}

/** Titles of cases and tests in which one of the words stands, each once. */
export function testsOf(files: readonly InputFile[], { anywhere, inTitle, ofFile }: TestWords): Mention[] {
  return files.flatMap(({ path, text }) => {
    const found = new Map<string, Mention>()
    const title = path.endsWith('.yaml') ? /^\s*- title: *(.*)$/ : /\b(?:test|it|describe)(?:\.each\(.*\))?\(\s*['"`](.+?)['"`]/
    const whole = ofFile.test(path)
    let last: Mention | undefined
    text.split('\n').forEach((line, at) => {
      const begins = title.exec(line)
      if (begins) last = { file: path, line: at + 1, text: begins[1] }
      if (last && (whole || anywhere.test(line) || inTitle.test(last.text)) && !found.has(last.text)) found.set(last.text, last)
    })
    return [...found.values()]
  })
}
