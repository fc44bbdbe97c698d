/** Prints explained events as text, as one JSON array or as lines of JSON, one by one as they come. */

import type { InputFile } from '../../policy/located-yaml.ts'
import type { EventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import { describe } from '../../procedures/describe.ts'
import type { Lang } from '../../words/lang.ts'
import type { LineOutput } from '../line-output.ts'
import type { ExplainedEvent } from './event.ts'
import { factNames } from './fact-names.ts'
import { foldedLines } from './fold.ts'
import type { Subject } from './subject.ts'
import { eventText, shortText, type Telling } from './text.ts'
import { titlesOf } from './titles.ts'
import { say } from './words.ts'

export type ExplainFormat = 'text' | 'json' | 'ndjson'

interface Printer {
  event(event: ExplainedEvent): void
  end(): void
}

interface PrinterOptions {
  readonly format: ExplainFormat
  readonly lang: Lang
  readonly short?: boolean
}

/** Whence the words come: all of data/, the catalogue of events, the procedures of the subject's county. */
interface Wording {
  readonly files: readonly InputFile[]
  readonly catalogue: EventCatalogue
  readonly procedures: Procedures
}

export function createPrinter(out: LineOutput, subject: Subject, wording: Wording, options: PrinterOptions): Printer {
  if (options.format === 'ndjson') return { event: (event) => out.line(JSON.stringify(event)), end() {} }
  if (options.format === 'json') return jsonPrinter(out)
  return textPrinter(out, subject, wording, options)
}

function jsonPrinter(out: LineOutput): Printer {
  let before = '['
  return {
    event(event) {
      out.line(`${before}\n  ${JSON.stringify(event)}`)
      before = ','
    },
    end: () => out.line(before === '[' ? '[]' : ']'),
  }
}

/** Of everybody each event is told in full and each line whole, to be searched; else what was told is not told again, and lines fit a terminal. */
function textPrinter(
  out: LineOutput,
  subject: Subject,
  { files, catalogue, procedures }: Wording,
  { lang, short }: Pick<PrinterOptions, 'lang' | 'short'>,
): Printer {
  const titles = titlesOf(files, lang)
  const isAll = subject.kind === 'all'
  const telling: Telling = {
    lang,
    titles,
    nameFact: factNames(procedures),
    named: isAll || subject.kind === 'household',
    rowName: (row) => [row, catalogue.rows.get(row)?.[lang]].filter(Boolean).join(' '),
    toldBefore: isAll ? undefined : new Set(),
  }
  const [used, documents] = [new Set<string>(), new Set<string>()]
  const name = subject.number ? `${subject.name}/${subject.number}` : subject.name
  const block = (text: string) => out.line(isAll ? text : foldedLines(text))
  let told = 0
  out.line(`${say(subject.kind, lang)} ${name}`.trimEnd())
  return {
    event(event) {
      told++
      if (short) return out.line(shortText(event, telling))
      if (typeof event.facts.procedure === 'string') used.add(event.facts.procedure)
      for (const document of event.documents) documents.add(document)
      block(`\n${eventText(event, telling)}`)
    },
    end() {
      if (told === 0) out.line(say('nothing', lang))
      for (const id of used) {
        const procedure = procedures.procedures.get(id)
        if (procedure)
          block(`\n${describe({ ...procedure, documents: [titles.short(procedure.documents)] }, lang, procedures.offices).join('\n    ')}`)
      }
      if (documents.size > 0) block(`\n${titles.list([...documents].sort())}`)
    },
  }
}
