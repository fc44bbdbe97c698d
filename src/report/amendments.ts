/** The chapter of rules that scenarios amend, each with the text of its module; nothing where none does. */
import type { Language } from '../charts/kit/input.ts'
import { RULES } from '../scheme/rules.ts'
import type { AmendedRule } from '../scheme/settings.ts'
import { escaped, section } from './html.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

interface Amending {
  readonly title: Readonly<Record<Language, string>>
  readonly amendments?: readonly AmendedRule[]
}

/** Of several scenarios each says whose amendment it is. */
export function amendmentsChapter(scenarios: readonly Amending[], lang: Language): string {
  const parts = scenarios.flatMap(({ title, amendments = [] }) =>
    amendments.map((one) => amendmentPart(one, lang, scenarios.length > 1 ? title[lang] : '')),
  )
  if (parts.length === 0) return ''
  const { heading, note } = REPORT_WORDS[lang].amendments
  return `${section(`amendments-${lang}`, heading, `<p>${escaped(note)}</p>\n${parts.join('\n')}`)}\n`
}

function amendmentPart({ rule, file, content }: AmendedRule, lang: Language, scenario: string): string {
  const title = [scenario, content?.title[lang] ?? file].filter((part) => part).join(': ')
  const facts = REPORT_WORDS[lang].amendments.of(RULES[rule][lang], rule, file, content?.sha256 ?? '')
  return `<h3>${escaped(title)}</h3>\n<p>${escaped(facts)}</p>\n<pre><code>${escaped(content?.text ?? '')}</code></pre>`
}
