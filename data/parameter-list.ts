/** docs/parameters.md and docs/parameters.zh.md: every parameter in a list for reading, a table for each file of the data. */
import { formatDay } from '../src/kernel/calendar.ts'
import { coversText } from '../src/policy/covers.ts'
import type { Law } from '../src/policy/law.ts'
import type { InputFile } from '../src/policy/located-yaml.ts'
import type { DatedValue, Entry, ParameterValue, Unit } from '../src/policy/schema.ts'
import type { DataSource } from '../src/policy/sources.ts'
import { unitName } from '../src/words/units.ts'

export type ListLanguage = 'en' | 'zh'

const en = {
  head: [
    '# Every parameter',
    'Written by `npm run names` from `data/law` and `data/behaviour`: change those, not this page. [中文](parameters.zh.md)',
    'Any of them can be set or changed by a scenario under `policy`, by its dotted or its Chinese name ([policy.md](policy.md)); what a run has read and what it was set to stands in `parameters.csv` of its folder ([its columns](policy.md#what-a-scenario-changes)). A value holds from its date until the next; the first also holds before. `range`: how far the value may reasonably be moved, of lists and bands factors on all of it. Reasons of assumptions and notes stand beside the values in the data. Sources are named at the end.',
  ],
  columns: ['parameter', 'Chinese', 'name', 'unit', 'values', 'source', 'status', 'range', 'covers'],
  sources: '## Sources',
  sourceColumns: ['id', 'title', 'publisher', 'address'],
  status: { verified: 'verified', unverified: 'unverified', assumed: 'assumed', scenario: 'scenario' },
  band: (from: number, rate: number) => `from ${from}: ${rate}`,
  noBands: 'no bands',
}

const zh: typeof en = {
  head: [
    '# 参数表',
    '由 `npm run names` 根据 `data/law` 与 `data/behaviour` 生成：请改数据，勿改本页。[English](parameters.md)',
    '情景可在 `policy` 下以带点的名称或中文名设定或改动其中任何一个（[policy.zh.md](policy.zh.md)）；一次运行读取了哪些参数、取什么值，见结果文件夹中的 `parameters.csv`（各列的含义见其 `dictionary.csv`）。一个值自所标日期起适用，至下一个日期为止；第一个值也适用于此前。“范围”指取值可合理变动的幅度，列表与分段为对整体的倍数。假定的理由与说明写在数据文件中。来源列于页末。',
  ],
  columns: ['参数', '英文', '名称', '单位', '取值', '来源', '状态', '范围', '适用年份'],
  sources: '## 来源',
  sourceColumns: ['编号', '标题', '发布者', '地址'],
  status: { verified: '已核实', unverified: '未核实', assumed: '假定', scenario: '情景' },
  band: (from, rate) => `${from} 起：${rate}`,
  noBands: '不分段',
}

const WORDS: Readonly<Record<ListLanguage, typeof en>> = { en, zh }

/** Text of the committed page. `files`: all of data/, for the titles of the chapters. */
export function parameterList(law: Law, files: readonly InputFile[], sources: ReadonlyMap<string, DataSource>, lang: ListLanguage): string {
  const words = WORDS[lang]
  const entries = law.names().map((name) => law.entry(name))
  const chapters = [...new Set(entries.map(({ file }) => file))].flatMap((path) => {
    const rows = entries.filter(({ file }) => file === path).map((entry) => rowOf(entry, lang))
    return [`## ${chapterTitle(files, path, lang)}`, `\`${path}\``, table(words.columns, rows)]
  })
  const cited = [...new Set(entries.flatMap(({ values }) => values.map(({ source }) => source)))].sort()
  const sourceRows = cited.map((id) => {
    const { title = '', titleZh = '', publisher = '', url = '' } = sources.get(id) ?? {}
    return [id, lang === 'en' ? title : titleZh, publisher, url === '-' ? '' : url]
  })
  return `${[...words.head, ...chapters, words.sources, table(words.sourceColumns, sourceRows)].join('\n\n')}\n`
}

/** Of the file's first line, 补偿方案 Benefit schedule: …, the part in the language. */
function chapterTitle(files: readonly InputFile[], path: string, lang: ListLanguage): string {
  const first = files.find((file) => file.path === path)?.text.split('\n')[0] ?? ''
  const [, chinese, english] = /^# (\S+) (.+?)(?=[:,(]|\.(?:\s|$)|$)/.exec(first) ?? []
  if (!chinese) throw new Error(`${path} does not begin with its title in Chinese and English`)
  return lang === 'zh' ? chinese : english.trim()
}

function rowOf(entry: Entry, lang: ListLanguage): string[] {
  const { values } = entry
  const words = WORDS[lang]
  const other = lang === 'en' ? entry.zh : entry.en
  return [
    entry[lang],
    other,
    `\`${entry.name}\``,
    unitText(entry, lang),
    values.length === 1 ? valueText(values[0].value, lang) : values.map((one) => dated(one, valueText(one.value, lang))).join('<br>'),
    together(values, ({ source }) => source),
    together(values, ({ status }) => words.status[status]),
    together(values, ({ range }) => (range ? `${range[0]} – ${range[1]}` : '')),
    coversText(entry.covers).replaceAll(' to ', '–'),
  ]
}

/** Once where it is the same for all values, else line by line beside them. */
function together(values: readonly DatedValue[], text: (value: DatedValue) => string): string {
  const all = values.map(text)
  return new Set(all).size === 1 ? all[0] : all.map((one) => one || '–').join('<br>')
}

function dated({ from }: DatedValue, text: string): string {
  return `${formatDay(from).replace(/-01-01$/, '')}: ${text}`
}

function unitText({ unit, of, options }: Entry, lang: ListLanguage): string {
  const word = (one: Unit) => unitName(one, lang)
  const what = unit === 'mode' ? options?.join(', ') : unit === 'list' ? word(of ?? 'ratio') : undefined
  return what === undefined ? word(unit) : `${word(unit)}${lang === 'en' ? ': ' : '：'}${what}`
}

function valueText(value: ParameterValue, lang: ListLanguage): string {
  if (!Array.isArray(value)) return String(value)
  if (value.length === 0) return WORDS[lang].noBands
  return value.map((one) => (typeof one === 'object' ? WORDS[lang].band(one.from, one.rate) : String(one))).join(', ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
