/** The page around a report: both languages in one file, shown by radio buttons and CSS alone. */
import { LANGUAGES, type Language } from '../charts/kit/input.ts'
import { escaped } from './html.ts'
import { STYLE } from './style.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** @param article HTML of one language */
export function page(title: Readonly<Record<Language, string>>, article: (lang: Language) => string): string {
  const { en, zh } = REPORT_WORDS
  const choice = (id: string, label: string, lang: string, checked: boolean) =>
    `<label lang="${lang}"><input type="radio" name="language" id="${id}"${checked ? ' checked' : ''}> ${escaped(label)}</label>`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title.en)} · ${escaped(title.zh)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="switch" role="radiogroup" aria-label="${escaped(en.language)} / ${escaped(zh.language)}">
${choice('show-en', en.name, 'en', true)}${choice('show-zh', zh.name, 'zh-Hans', false)}${choice('show-both', `${en.both} / ${zh.both}`, 'en', false)}
</div>
<main>
${LANGUAGES.map(article).join('\n')}
</main>
</body>
</html>
`
}
