/** Prints explained events as text, as one JSON array or as lines of JSON, one by one as they come. */

import type { Procedures } from '../../procedures/data/load.ts'
import { describe } from '../../procedures/describe.ts'
import type { Lang } from '../../words/lang.ts'
import type { LineOutput } from '../line-output.ts'
import type { ExplainedEvent } from './event.ts'
import { factNames } from './fact-names.ts'
import type { Subject } from './subject.ts'
import { eventText, shortText } from './text.ts'
import { say } from './words.ts'

export type ExplainFormat = 'text' | 'json' | 'ndjson'

interface Printer {
  event(event: ExplainedEvent): void
  end(): void
}

export function createPrinter(
  out: LineOutput,
  subject: Subject,
  procedures: Procedures,
  options: { readonly format: ExplainFormat; readonly lang: Lang; readonly short?: boolean },
): Printer {
  if (options.format === 'ndjson') return { event: (event) => out.line(JSON.stringify(event)), end() {} }
  if (options.format === 'json') return jsonPrinter(out)
  return textPrinter(out, subject, procedures, options)
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

function textPrinter(
  out: LineOutput,
  subject: Subject,
  procedures: Procedures,
  { lang, short }: { readonly lang: Lang; readonly short?: boolean },
): Printer {
  const nameFact = factNames(procedures)
  const several = subject.kind === 'all' || subject.kind === 'household'
  const used = new Set<string>()
  const name = subject.number ? `${subject.name}/${subject.number}` : subject.name
  let told = 0
  out.line(`${say(subject.kind, lang)} ${name}`.trimEnd())
  return {
    event(event) {
      told++
      if (short) return out.line(shortText(event, nameFact, lang, several))
      if (typeof event.facts.procedure === 'string') used.add(event.facts.procedure)
      out.line(`\n${eventText(event, nameFact, lang, several)}`)
    },
    end() {
      if (told === 0) out.line(say('nothing', lang))
      for (const id of used) {
        const procedure = procedures.procedures.get(id)
        if (procedure) out.line(`\n${describe(procedure, lang, procedures.offices).join('\n    ')}`)
      }
    },
  }
}
