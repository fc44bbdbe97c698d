/** 来源 On whose authority a value stands, by title in the language of the report. */
import type { Language, SourceTitles } from '../charts/kit/input.ts'

const SEMICOLON: Readonly<Record<Language, string>> = { en: '; ', zh: '；' }

/** Titles of sources, each once. @param sources ids, with a comma between them; what is none of them stays as it is */
export function cited(sources: string, titles: SourceTitles | undefined, lang: Language): string {
  const told = sources.split(', ').map((id) => titles?.get(id)?.[lang] ?? id)
  return [...new Set(told)].filter((one) => one !== '').join(SEMICOLON[lang])
}
