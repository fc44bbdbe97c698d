/** 局限 What a reader of a comparison must keep in mind. */
import type { ComparisonInput } from '../charts/comparison/input.ts'
import type { Language } from '../charts/kit/input.ts'
import { percent } from '../charts/kit/text.ts'
import { peopleLimit } from './people.ts'
import { surveyBreak } from './survey-break.ts'

const LIMITS: Readonly<Record<Language, (input: ComparisonInput) => string[]>> = {
  en: ({ assumed }) => [
    'Intervals show chance only: other luck, same rules and constants. The uncertainty of the assumed parameters comes on top and is not in them.',
    `Of the ${assumed.of} parameters that the base reads, ${percent(assumed.share, 0)} are assumptions. A difference may hang on them; the reports of the single scenarios list each with the range in which it might lie.`,
    'The reform changes what its scenario says and what people in the model answer to; hospitals outside the county have no capacity limit and answer to no rule of this fund.',
  ],
  zh: ({ assumed }) => [
    '区间只反映偶然性（规则与常数相同、随机结果不同），不包含假定参数本身的不确定性。',
    `基准所用的 ${assumed.of} 个参数中，${percent(assumed.share, 0)} 为假定。差异可能取决于这些假定；各情景的报告逐项列出其可能的范围。`,
    '方案只改变情景文件所列的规则及模型中人们对此的反应；县外医院没有容量限制，也不受本基金规则约束。',
  ],
}

export const comparisonLimits = (input: ComparisonInput, lang: Language): string[] => [
  ...LIMITS[lang](input),
  peopleLimit(input.microdata, lang),
  ...surveyBreak(input.years, lang),
]
