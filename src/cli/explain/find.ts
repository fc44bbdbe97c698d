/** `--find`: the cases of a county in which something happened, the strongest first, each with the name by which it is explained. */
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import type { AmountId } from '../../words/amounts.ts'
import type { FactId } from '../../words/facts.ts'
import type { Lang, Words } from '../../words/lang.ts'

export interface Find extends Words {
  /** what happened */
  readonly kinds: readonly string[]
  /** the cases are in order of this, the greatest first; without it as they came */
  readonly by?: AmountId | { readonly fact: FactId }
  /** the case is explained as a claim, a person or a household */
  readonly as: 'claim' | 'person' | 'household'
}

export const FINDS = {
  'largest-bill': { en: 'the largest hospital bill', zh: '住院费用最高', kinds: ['benefit.settled'], by: 'bill', as: 'claim' },
  'largest-benefit': { en: 'the largest benefit', zh: '报销金额最高', kinds: ['benefit.settled'], by: 'paid_by_fund', as: 'claim' },
  'largest-share-borne': {
    en: 'the largest part of a hospital bill left to the patient',
    zh: '住院费用自付最多',
    kinds: ['benefit.settled'],
    by: 'out_of_pocket',
    as: 'claim',
  },
  'heaviest-year': {
    en: 'the heaviest year for a household',
    zh: '全年负担最重的参合户',
    kinds: ['burden.year'],
    by: 'borne_by_household',
    as: 'household',
  },
  'longest-wait': {
    en: 'the longest wait for the money',
    zh: '等待报销款最久',
    kinds: ['claim.paid'],
    by: { fact: 'days_since_discharge' },
    as: 'claim',
  },
  returned: { en: 'a claim returned', zh: '报销申请被退回', kinds: ['claim.returned', 'second.returned'], by: 'benefit', as: 'claim' },
  refused: { en: 'a claim refused', zh: '报销申请被拒', kinds: ['claim.refused', 'second.refused'], by: 'benefit', as: 'claim' },
  'given-up': { en: 'a claim given up', zh: '放弃报销', kinds: ['claim.given_up', 'second.given_up'], by: 'benefit', as: 'claim' },
  'never-filed': { en: 'a benefit never claimed', zh: '未申请报销', kinds: ['claim.never_filed'], by: 'not_claimed', as: 'claim' },
  'card-missing': { en: 'a card that was missing at the hospital', zh: '出院时无证无卡', kinds: ['claim.card_missing'], as: 'claim' },
  'second-reimbursement': { en: 'a second reimbursement', zh: '大病二次报销', kinds: ['second.paid'], by: 'benefit', as: 'claim' },
  assistance: { en: 'medical assistance', zh: '医疗救助', kinds: ['assistance.paid'], by: 'paid_by_assistance', as: 'person' },
  uninsured: {
    en: 'a hospital bill of somebody not covered',
    zh: '未参合住院',
    kinds: ['care.discharged_uninsured'],
    by: 'bill',
    as: 'person',
  },
  forgone: { en: 'an admission that was needed and forgone', zh: '应住院未住院', kinds: ['care.forgone'], as: 'person' },
  'not-joined': {
    en: 'a household that did not join',
    zh: '未参合户',
    kinds: ['enrolment.declined'],
    by: { fact: 'premium_percent_of_income' },
    as: 'household',
  },
} as const satisfies Readonly<Record<string, Find>>

export type FindName = keyof typeof FINDS
export const FIND_NAMES = Object.keys(FINDS) as readonly FindName[]

/** One case that was found. */
interface Case {
  readonly event: TraceEvent
  /** as `--claim`, `--person` or `--household` take it */
  readonly id: string
  readonly size: number
}

/** @throws InputFaults for a name that is none of FINDS */
export function findNamed(name: string): FindName {
  const found = FIND_NAMES.find((one) => one === name.trim())
  if (found) return found
  const [message, expected] = [`nothing is found by '${name}'`, `one of ${FIND_NAMES.join(', ')}`]
  throw new InputFaults([{ code: 'option', file: '--find', message, expected, nearest: nearestName(name, FIND_NAMES) }])
}

/** Goes through events in any order and keeps the strongest `most`, one of each claim, person or household and year. */
export class Cases {
  readonly #find: Find
  readonly #most: number
  #best: Case[] = []
  /** how many events there were of this kind */
  count = 0

  constructor(name: FindName, most: number) {
    this.#find = FINDS[name]
    this.#most = most
  }

  hear(event: TraceEvent): void {
    if (!this.#find.kinds.includes(event.kind)) return
    this.count++
    const one = { event, id: idOf(event, this.#find.as), size: sizeOf(event, this.#find.by) }
    const before = this.#best.findIndex(({ id }) => id === one.id)
    if (before >= 0 && this.#best[before].size >= one.size) return
    if (before >= 0) this.#best.splice(before, 1)
    this.#best = [...this.#best, one]
      .sort((a, b) => b.size - a.size || a.event.day - b.event.day || (a.id < b.id ? -1 : 1))
      .slice(0, this.#most)
  }

  get found(): readonly Case[] {
    return this.#best
  }
}

function idOf({ person, household, facts }: TraceEvent, as: Find['as']): string {
  return as === 'claim' ? `${person}/${facts?.claim}` : as === 'person' ? person : household
}

function sizeOf({ amounts = [], facts }: TraceEvent, by: Find['by']): number {
  if (by === undefined) return 0
  if (typeof by === 'object') return Number(facts?.[by.fact] ?? 0)
  return amounts.find(({ id }) => id === by)?.fen ?? 0
}

/** The heading of what was found, and how to read a case of it. */
export function findingText(name: FindName, { count, found }: Cases, scenario: string, lang: Lang): { head: string; foot: string } {
  const { as, [lang]: what } = FINDS[name]
  if (found.length === 0) return { head: lang === 'en' ? `${what}: none` : `${what}：无`, foot: '' }
  const how = `hezuo explain ${scenario} --${as} ${found[0].id}${lang === 'zh' ? ' --lang zh' : ''}`
  return lang === 'en'
    ? { head: `${what}: ${found.length} of ${count}`, foot: `To read one: ${how}` }
    : { head: `${what}：共 ${count} 例，列出 ${found.length} 例`, foot: `查看其中一例：${how}` }
}
