/** How an answer is laid out: a label, and under it the lines. */
import type { Lang } from '../../words/lang.ts'
import type { Mention } from './index.ts'

/** More lines of one kind than this are counted, not shown. */
export const SHOWN = 12

const LABELS = {
  en: {
    other: 'Chinese',
    unit: 'unit',
    means: 'means',
    example: 'example',
    defined: 'defined',
    valued: 'valued',
    amended: 'amended',
    tested: 'tested',
    measured: 'measured',
    documents: 'texts',
  },
  zh: {
    other: '英文',
    unit: '单位',
    means: '含义',
    example: '示例',
    defined: '定义',
    valued: '取值',
    amended: '设定',
    tested: '检验',
    measured: '指标',
    documents: '资料',
  },
} as const satisfies Record<Lang, object>

/** Lines under their label; beyond `most` they are counted. */
export function section(what: keyof typeof LABELS.en, lines: readonly string[], lang: Lang, most = SHOWN): string[] {
  const left = lines.length - most
  const more = lang === 'en' ? `… and ${left} more` : `… 另有 ${left} 行`
  const shown = left > 0 ? [...lines.slice(0, most), more] : lines
  // a Chinese letter is two wide
  const head = LABELS[lang][what].padEnd(lang === 'en' ? 8 : 6)
  return (shown.length > 0 ? shown : ['–']).map((line, at) => `  ${at === 0 ? head : ''.padEnd(8)} ${line}`)
}

/** What something is called in the reader's language, what kind of thing it is, and below it what it is called in the other. */
export function heading({ zh, en }: Names, kind: string, lang: Lang): string[] {
  const [own, other] = lang === 'en' ? [en.join(', '), zh.join('、')] : [zh.join('、'), en.join(', ')]
  const said = kind === '' ? '' : lang === 'en' ? `  (${kind})` : `（${kind}）`
  return [own + said, ...section('other', [other], lang)]
}

interface Names {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export function mentions(found: readonly Mention[]): string[] {
  return found.map(({ file, line, text }) => `${file}:${line}  ${text}`)
}
