/** A chart as its room declares it: name, words of both languages, sentence, table and panels from the rows. */
import { type Figures, figuresOf } from './estimates.ts'
import type { Json, Language, ReportInput } from './input.ts'
import { sheet } from './sheet.ts'
import { type Layout, WIDE } from './theme.ts'
import { COMMON_WORDS } from './words.ts'

/** The numbers behind a chart, already text: one header row, rows whose first cell is a header. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The questions of the report, in order; each chart of a run stands under the one that it answers. */
export const QUESTIONS = ['fund', 'cover', 'protection'] as const
type Question = (typeof QUESTIONS)[number]

/** One chart: `spec` is undefined when the rows hold nothing it could show. */
export interface Chart<Input = ReportInput> {
  readonly name: string
  /** what the picture finds, in a few words */
  title(input: Input, lang: Language): string
  /** one sentence (or two) computed from the rows: what one sees */
  sentence(input: Input, lang: Language): string
  /** how the picture is to be read, where that is not plain */
  reading?(lang: Language): string
  table(input: Input, lang: Language): ChartTable
  /** for a page, or for a telephone */
  spec(input: Input, lang: Language, layout?: Layout): Json | undefined
}

/** What a chart is drawn from in one language. */
export interface View<Words, Input = ReportInput> {
  readonly input: Input
  readonly words: Words
  readonly lang: Language
  readonly layout: Layout
}

interface Declaration<Words, Input = ReportInput> {
  readonly name: string
  readonly words: Readonly<Record<Language, Words>>
  title(view: View<Words, Input>): string
  sentence(view: View<Words, Input>): string
  reading?(words: Words): string
  table(view: View<Words, Input>): ChartTable
  /** one under the other; an undefined one has no rows, and a chart without any is not drawn */
  panels(view: View<Words, Input>): readonly (Json | undefined)[]
  /** the lines under the panels */
  foot(view: View<Words, Input>): readonly string[]
}

export function chartOf<Words, Input>(declared: Declaration<Words, Input>): Chart<Input> {
  const { name, words, reading } = declared
  const view = (input: Input, lang: Language, layout = WIDE): View<Words, Input> => ({ input, words: words[lang], lang, layout })
  return {
    name,
    title: (input, lang) => declared.title(view(input, lang)),
    sentence: (input, lang) => declared.sentence(view(input, lang)),
    ...(reading ? { reading: (lang: Language) => reading(words[lang]) } : {}),
    table: (input, lang) => declared.table(view(input, lang)),
    spec(input, lang, layout = WIDE) {
      const own = view(input, lang, layout)
      const panels = declared.panels(own).filter((one) => one !== undefined)
      if (panels.length === 0) return undefined
      return sheet({ title: declared.title(own), sentence: declared.sentence(own), foot: declared.foot(own) }, panels, layout)
    },
  }
}

/** Words that every chart of a run has. */
interface RunWords {
  readonly title: string
  readonly reading?: string
  /** what the picture rests on, where it is not means with intervals */
  readonly restsOn?: (replications: number) => string
}

export interface RunChart extends Chart {
  readonly question: Question
  /** its place among the charts that answer the same question, lowest first */
  readonly place: number
}

/** A run with its figures looked up. */
export interface RunView<Words> extends View<Words> {
  readonly figures: Figures
}

interface RunDeclaration<Words> {
  readonly name: string
  readonly question: Question
  /** its place among the charts that answer the same question, lowest first */
  readonly place: number
  readonly words: Readonly<Record<Language, Words>>
  /** the title: what the rows say, the title among the words where they say nothing */
  finding?(view: RunView<Words>): string | undefined
  sentence(view: RunView<Words>): string
  table(view: RunView<Words>): ChartTable
  panels(view: RunView<Words>): readonly (Json | undefined)[]
}

/** A chart of one run: its title, reading and foot follow from its words. */
export function chartOfRun<Words extends RunWords>(declared: RunDeclaration<Words>): RunChart {
  const { name, question, place, words } = declared
  const withFigures = (view: View<Words>): RunView<Words> => ({ ...view, figures: figuresOf(view.input) })
  const chart = chartOf<Words, ReportInput>({
    name,
    words,
    title: (view) => declared.finding?.(withFigures(view)) || view.words.title,
    sentence: (view) => declared.sentence(withFigures(view)),
    ...(words.en.reading ? { reading: (own: Words) => own.reading ?? '' } : {}),
    table: (view) => declared.table(withFigures(view)),
    panels: (view) => declared.panels(withFigures(view)),
    foot: ({ input, lang, words: own }) => COMMON_WORDS[lang].foot(input, own.restsOn),
  })
  return { ...chart, question, place }
}
