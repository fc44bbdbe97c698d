/** 另一基准 Reforms held against another one of the scenarios than the base: what one rule does where another rule is in force. */
import type { Language } from '../../kit/input.ts'
import type { ComparedPair, ComparisonInput } from '../input.ts'
import { answers } from './answer.ts'

/** The comparison as if this pair were all of it. */
function ofPair(input: ComparisonInput, { base, reform, unpaired, ...found }: ComparedPair): ComparisonInput {
  const { pairs: _, counties: __, ...of } = input
  return { ...of, ...found, base, reforms: [reform], unpaired: unpaired ? { [reform.name]: unpaired } : {} }
}

/** The pairs with their reforms called after the base as well, where reforms go by their titles. */
export function pairsTitled(input: ComparisonInput): ComparisonInput[] {
  return (input.pairs ?? []).map((pair) => {
    const { base, reform } = pair
    const title = { en: `${reform.title.en}, against “${base.title.en}”`, zh: `${reform.title.zh}（对照“${base.title.zh}”）` }
    return ofPair(input, { ...pair, reform: { ...reform, title } })
  })
}

/** A sentence for each reform, then one for each further pair. */
export function allAnswers(input: ComparisonInput, lang: Language): string[] {
  return [...answers(input, lang), ...(input.pairs ?? []).flatMap((pair) => answers(ofPair(input, pair), lang))]
}
