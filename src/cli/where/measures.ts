/** Measures of the output files: found by their id, their Chinese or their English name, told with unit, definition, declaration and tests. */
import { DICTIONARY } from '../../measures/dictionary.ts'
import { HANGS_ON_COLUMNS } from '../../measures/hangs-on-columns.ts'
import { PARAMETER_COLUMNS } from '../../measures/parameter-columns.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import type { Lang } from '../../words/lang.ts'
import type { Measure } from '../../words/measure.ts'
import { unitAlone } from '../../words/units.ts'
import { literal } from '../language/literal.ts'
import { fitting } from './fit.ts'
import { testsOf } from './index.ts'
import { heading, mentions, section } from './sections.ts'

interface NamedMeasure extends Measure {
  readonly id: string
}

/** Every row of dictionary.csv that is a measure or a column. */
export const ALL_MEASURES: readonly NamedMeasure[] = Object.entries({ ...DICTIONARY, ...PARAMETER_COLUMNS, ...HANGS_ON_COLUMNS }).map(
  ([id, one]) => ({ id, ...one }),
)

/** What reports say of households, who may be asked for so. */
const ALSO: Readonly<Record<string, readonly string[]>> = { winners_share: ['受益户', 'winners'], losers_share: ['受损户', 'losers'] }

const namesOf = ({ id, zh, en }: NamedMeasure) => [id, zh, en, ...(ALSO[id] ?? [])]

export const MEASURE_NAMES = ALL_MEASURES.flatMap(namesOf)

/** Measures that are called so. */
export function measuresCalled(word: string): NamedMeasure[] {
  return ALL_MEASURES.filter((one) => namesOf(one).some((name) => name.toLowerCase() === word.toLowerCase()))
}

/** Measures whose names hold the word, those that fit best first. */
export function measuresLike(word: string): NamedMeasure[] {
  return fitting(ALL_MEASURES, namesOf, word)
}

/** Where the line stands that declares it: its id as a key or as a word in quotes, its Chinese name below where it has one of its own. */
export function declaredAt(
  { id, zh }: NamedMeasure,
  sources: readonly InputFile[],
): { file: string; line: number; text: string } | undefined {
  // a measure of the books is declared by its account
  const names = [id, id.replace(/^fund_(income|expenditure)\./, '$1:')].map((name) => name.replaceAll('.', '\\.'))
  const named = new RegExp(`(?:^|[\\s(])'?(?:${names.join('|')})'?[:,]`)
  const found = sources.flatMap(({ path, text }) => {
    if (!/^src\/(?:measures|scheme\/counted)\//.test(path)) return []
    const lines = text.split('\n')
    return lines.flatMap((line, at) =>
      named.test(line)
        ? [
            {
              file: path,
              line: at + 1,
              text: line.trim(),
              isNear: lines
                .slice(at, at + 12)
                .join('')
                .includes(`'${zh}'`),
            },
          ]
        : [],
    )
  })
  return found.find(({ isNear }) => isNear) ?? found[0]
}

/** Unit, definition, the line that declares it, the tests about it. */
export function answerMeasure(
  one: NamedMeasure,
  texts: { sources: readonly InputFile[]; tests: readonly InputFile[] },
  lang: Lang,
): string {
  const { id, zh, en, unit } = one
  const lines = heading({ zh: [zh], en: [en] }, lang === 'en' ? `measure of the results: ${id}` : `结果指标：${id}`, lang)
  lines.push(...section('unit', [unitAlone(unit, lang)], lang))
  lines.push(...section('means', [lang === 'en' ? one.definition : one.definitionZh], lang))
  const declared = declaredAt(one, texts.sources)
  lines.push(...section('defined', declared ? mentions([declared]) : [], lang))
  const about = {
    anywhere: new RegExp(`(?<![\\w.])${literal(id)}(?![\\w.])|${literal(zh)}`),
    ofFile: /(?!)/,
    inTitle: new RegExp(`\\b${literal(en)}(?!\\w)`, 'i'),
  }
  // a word of one part, such as `cash` or `gain`, stands in tests about other things: there it counts in quotes
  const quoted = new RegExp(`['"\`]${literal(id)}['"\`|]|\\b${literal(id)}:|${literal(zh)}`)
  const found = testsOf(texts.tests, /[._]/.test(id) ? about : { ...about, anywhere: quoted })
  lines.push(...section('tested', mentions(found), lang))
  return lines.join('\n')
}

/** Measures with one of the names in theirs, an id and a name each. */
export function measuresOf(names: readonly string[], lang: Lang): string[] {
  const found = new Set(names.flatMap((name) => measuresLike(name)))
  return [...found].map(({ id, zh, en }) => `${id}  ${lang === 'en' ? en : zh}`)
}
