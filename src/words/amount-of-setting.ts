/** 不封顶 What a parameter is set to, in words where no amount is meant: a ceiling that never binds is written as a large number. */
import type { Lang } from './lang.ts'

/** A limit that never binds is written as a large number; what is so large limits nothing. */
const UNLIMITED = 1e9
export const isUnlimited = (limit: number): boolean => limit >= UNLIMITED
const CEILING = /\.(ceiling|cap|cap_per_visit|listed_disease_limit)$/
export const NO_CEILING = { en: 'no ceiling', zh: '不封顶' } as const

/** A ceiling of a milliard yuan or more for one person limits nobody. */
export const isNoCeiling = (name: string, value: unknown): boolean =>
  CEILING.test(name) && value !== '' && (typeof value === 'number' || typeof value === 'string') && isUnlimited(Number(value))

/** `1e+100` of a ceiling as “no ceiling”, of anything else as 10^100; what a reader can count as it is. */
export function settingText(name: string, value: number | string, lang: Lang): string {
  return isNoCeiling(name, value) ? NO_CEILING[lang] : plainPowers(String(value))
}

/** 负号 Numbers below zero have the sign of other figures for reading; dates, ids and powers keep their hyphens. */
export const minusSign = (text: string): string => text.replace(/(?<![\w.^-])-(?=\.?\d)/g, '−')

/** Numbers of which JavaScript tells the exponent: 2.5e+30 as 2.5 × 10^30, 1e-7 as 10^-7. */
export function plainPowers(text: string): string {
  return text.replace(
    /(?<![\w.])(\d+(?:\.\d+)?)e([+-]\d+)(?![\w.])/g,
    (_, digits: string, power: string) => `${digits === '1' ? '' : `${digits} × `}10^${power.replace('+', '')}`,
  )
}
