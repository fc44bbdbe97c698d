/** 调查口径变化 The break of 2014 in what protection is measured against (docs/protection.md): levels before and after are two series. */
import type { Language } from '../charts/kit/input.ts'

/** First year of the integrated household survey, which the yearbooks' rural income and consumption come from. */
const NEW_SURVEY = 2014

const TEXT: Readonly<Record<Language, string>> = {
  en: 'Catastrophic spending and poverty before and after 2014 are two series: from 2014 a new survey measures income and consumption, and resources rise by a quarter in one year; minimum income reaches the poverty line, so that without payments for care hardly anybody is poor, by definition. A fall from 2013 to 2014 is no effect of the scheme; hold scenarios against each other within a year.',
  zh: '灾难性支出与贫困的比例在 2014 年前后是两个序列：2014 年起收入与消费改用新的调查口径，可支配资源一年内上升约四分之一；最低收入达到贫困线，未发生医疗支出时按定义几乎无人贫困。2013 年至 2014 年的下降不是制度的效果；情景之间应在同一年份内比较。',
}

/** A limit of results whose years lie on both sides of the break; none otherwise. */
export function surveyBreak([first, last]: readonly [number, number], lang: Language): string[] {
  return first < NEW_SURVEY && last >= NEW_SURVEY ? [TEXT[lang]] : []
}
