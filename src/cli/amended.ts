/** Says which rules a scenario amends, on a line each. */
import { RULES } from '../scheme/rules.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Lang } from '../words/lang.ts'

export function amendedNotes({ amendments = [] }: Pick<ModelSettings, 'amendments'>, lang: Lang): string[] {
  return amendments.map(({ rule, file, content }) =>
    lang === 'en'
      ? `rule amended: ${rule} (${RULES[rule].zh}) by ${content?.title.en ?? file} (${file})`
      : `改写规则：${RULES[rule].zh}（${rule}），${content?.title.zh ?? file}（${file}）`,
  )
}
