/** On whose authority: what documents and sources are called in the language, in place of their ids and files. */
import type { InputFile } from '../../policy/located-yaml.ts'
import { sourcesOf } from '../../scenario/materials.ts'
import type { Lang } from '../../words/lang.ts'
import { BUDGET_RULE, type ExplainedParameter } from './event.ts'
import { say, valueName } from './words.ts'

export interface Titles {
  /** documents in a few letters: `documents 001, 002` */
  short(files: readonly string[]): string
  /** their titles, a line each, with the file in which each is */
  list(files: readonly string[]): string
  /** of ids and files those that are documents, each once, a line each: number, title, file */
  documents(sources: readonly string[]): string[]
  /** of an id of data/SOURCES.csv; anything else as it is */
  source(id: string): string
  /** how sure a value is, and who says so */
  authority(parameter: Pick<ExplainedParameter, 'source' | 'status'>): string
}

const WORDS = {
  en: {
    documents: (numbers: readonly string[]) => `document${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`,
    in: (title: string, file: string) => `${title}, ${file}`,
    moved: 'moved by the county’s budget rule',
    after: (title: string) => `assumed, after: ${title}`,
    noFigure: (documents: string, several: boolean) => `assumed; ${documents} ${several ? 'give' : 'gives'} no figure`,
    by: (status: string, title: string) => `${status}: ${title}`,
  },
  zh: {
    documents: (numbers: readonly string[]) => `资料${numbers.join('、')}`,
    in: (title: string, file: string) => `${title}，${file}`,
    moved: '由本县以收定支规则调整',
    after: (title: string) => `假定，参照：${title}`,
    noFigure: (documents: string) => `假定；${documents}未给出数字`,
    by: (status: string, title: string) => `${status}：${title}`,
  },
} as const satisfies Readonly<Record<Lang, unknown>>

/** Sources that say no more than the status does. */
const NOBODY = new Set(['ASSUMED', 'SCENARIO'])

/** `files`: all of data/. */
export function titlesOf(files: readonly InputFile[], lang: Lang): Titles {
  const sources = [...sourcesOf(files).values()]
  const documents = new Map(sources.filter(({ url }) => isDocument(url)).map((one) => [one.url, one]))
  const byId = new Map(sources.map((one) => [one.id, one]))
  const words = WORDS[lang]
  const titleOf = ({ title, titleZh }: { title: string; titleZh: string }) => (lang === 'en' ? title : titleZh)
  const short = (files: readonly string[]) => words.documents(files.map((file) => file.slice(0, NUMBER)))
  const source = (id: string) => {
    const found = byId.get(id)
    return found ? (documents.has(found.url) ? short([found.url]) : titleOf(found)) : id
  }
  const authority: Titles['authority'] = ({ source: id, status }) => {
    if (id === BUDGET_RULE) return words.moved
    if (NOBODY.has(id)) return valueName(status, lang)
    const files = id.split(', ').map((one) => byId.get(one)?.url ?? one)
    if (files.every((file) => documents.has(file))) {
      return status === 'assumed' ? words.noFigure(short(files), files.length > 1) : words.by(valueName(status, lang), short(files))
    }
    return status === 'assumed' ? words.after(source(id)) : words.by(valueName(status, lang), source(id))
  }
  const lineOf = (file: string) => {
    const found = documents.get(file)
    return `${file.slice(0, NUMBER)}  ${found ? words.in(titleOf(found), file) : file}`
  }
  return {
    short,
    source,
    authority,
    list: (files) => [say('documents', lang), ...files.map((file) => `    ${lineOf(file)}`)].join('\n'),
    documents: (named) =>
      [...new Set(named.map((one) => byId.get(one)?.url ?? one))]
        .filter((file) => documents.has(file))
        .sort()
        .map(lineOf),
  }
}

/** The documents are told apart by the number before their name. */
const NUMBER = 3
const isDocument = (url: string) => /^\d{3}_\w+\.txt$/.test(url)
