/** The language of a command line: what --lang says, else what the locale says, else English. */
import type { Lang } from '../../words/lang.ts'

export const LANGUAGES: readonly Lang[] = ['en', 'zh']

/** Found once, before anything is said; the last --lang counts, and a word that is no language is left to whoever reads the options. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const asked = options.map((word, at) => (word === '--lang' ? options[at + 1] : /^--lang=(.*)$/.exec(word)?.[1]))
  return asked.map(languageCalled).findLast((lang) => lang !== undefined) ?? languageOfLocale(env)
}

/** The first that says anything decides, as everywhere on the system: LC_ALL=C beside LANG=zh_CN.UTF-8 is no Chinese. */
function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Lang {
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

function languageCalled(word: string | undefined): Lang | undefined {
  return LANGUAGES.find((lang) => lang === word)
}
