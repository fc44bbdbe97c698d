/** 人口来源 Where the people of a run come from, in words. */
import type { Language } from '../charts/kit/input.ts'
import { number } from '../charts/kit/text.ts'
import type { GivenSource } from '../scheme/settings.ts'

/** Files, persons, households, weighted or not. */
function peopleText(source: GivenSource, lang: Language): string {
  const { personsFile, householdsFile, content } = source
  if (lang === 'en') {
    const held = content
      ? `: ${number(content.persons)} persons in ${number(content.households)} households, ${content.isWeighted ? 'weighted' : 'not weighted'}`
      : ''
    return `the user’s own microdata, ${personsFile} and ${householdsFile}${held}`
  }
  const held = content
    ? `：${number(content.persons)} 人、${number(content.households)} 户，${content.isWeighted ? '按抽样权重' : '不加权'}`
    : ''
  return `用户自有微观数据 ${personsFile}、${householdsFile}${held}`
}

/** A line among the facts of a report on the user's own people; none on synthetic ones. */
export function ownPeople(source: GivenSource | undefined, lang: Language): (readonly [string, string])[] {
  return source ? [[{ en: 'people', zh: '人口来源' }[lang], peopleText(source, lang)]] : []
}

/** What a reader must keep in mind of the population. */
export function peopleLimit(source: GivenSource | undefined, lang: Language): string {
  if (!source)
    return {
      en: 'The county is synthetic: its people and their incomes are drawn from published distributions, not from any county’s register.',
      zh: '该县为合成县：人口与收入按公布的分布抽取，并非任何一县的登记数据。',
    }[lang]
  const mean = source.content?.meanIncome ?? 0
  return {
    en: `The people are ${peopleText(source, 'en')}. How well these files stand for a county is not judged here, and no interval holds the error of a survey. Their incomes count relative to their mean (${number(mean)} yuan a head); the level of each year is population.income_per_head. Frailty, which no file states, is drawn.`,
    zh: `人口为${peopleText(source, 'zh')}。数据能否代表一县不在此判断，区间不含抽样调查的误差。收入取相对于其均值（人均 ${number(mean)} 元）的水平，各年的水平由 population.income_per_head 决定；数据中没有的健康脆弱度由模型抽取。`,
  }[lang]
}
