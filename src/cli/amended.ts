/** Says which rules a scenario amends, on a line each. */
import { RULES } from '../scheme/rules.ts'
import type { ModelSettings } from '../scheme/settings.ts'

export function amendedNotes({ amendments = [] }: Pick<ModelSettings, 'amendments'>): string[] {
  return amendments.map(({ rule, file, content }) => `rule amended: ${rule} (${RULES[rule].zh}) by ${content?.title.en ?? file} (${file})`)
}
