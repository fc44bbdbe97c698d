/** The chapter of rules that the scenario amends, each with the text of its module; nothing where none is. */
import type { Language } from '../charts/kit/input.ts'
import { RULES } from '../scheme/rules.ts'
import type { AmendedRule } from '../scheme/settings.ts'
import { escaped, section } from './html.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

export function amendmentsChapter(amendments: readonly AmendedRule[] | undefined, lang: Language): string {
  if (!amendments?.length) return ''
  const { heading, note, of } = REPORT_WORDS[lang].amendments
  const parts = amendments.map(({ rule, file, content }) => {
    const title = content?.title[lang] ?? file
    const facts = of(RULES[rule][lang], rule, file, content?.sha256 ?? '')
    return `<h3>${escaped(title)}</h3>\n<p>${escaped(facts)}</p>\n<pre><code>${escaped(content?.text ?? '')}</code></pre>`
  })
  return `${section(`amendments-${lang}`, heading, `<p>${escaped(note)}</p>\n${parts.join('\n')}`)}\n`
}
