/** Names of the figures of procedures and offices in both languages: `claim_by_hand.steps.review.minutes` is 手工报销 审核 经办分钟. */
import { z } from 'zod'

export interface Title {
  readonly zh: string
  readonly en: string
}

/** What the last parts of a dotted name say of the procedure, paper, step or office before them. */
const WORDS: Readonly<Record<string, Title>> = {
  deadline: { zh: '申报期限（天）', en: 'days to the deadline' },
  chosen: { zh: '选择此处的比例', en: 'share of those who choose it' },
  agent: { zh: '代办比例', en: 'share brought by somebody else' },
  missing: { zh: '首次缺件比例', en: 'share missing on the first visit' },
  wrong_kind: { zh: '材料不符', en: 'of the wrong kind' },
  share: { zh: '比例', en: 'share' },
  minutes: { zh: '经办时间（分钟）', en: 'minutes of staff time' },
  minutes_each: { zh: '每人另需经办时间（分钟）', en: 'further minutes for each person' },
  working_days: { zh: '办理时限（工作日）', en: 'working days' },
  working_days_by_variant: { zh: '办理时限（工作日）', en: 'working days' },
  faulty: { zh: '审核发现差错比例', en: 'share in which the review finds a fault' },
  on_fault: { zh: '退回补件', en: 'sent back' },
  after: { zh: '补交时间（工作日）', en: 'working days until it returns' },
  give_up: { zh: '放弃比例', en: 'share that gives up' },
  gathers: { zh: '集中报送', en: 'gathered' },
  until: { zh: '报送日期', en: 'dates' },
  full: { zh: '满额件数', en: 'cases that fill a batch' },
  staff: { zh: '工作人员数', en: 'staff' },
  hours: { zh: '办公时间', en: 'office hours' },
  window: { zh: '受理期', en: 'taken in' },
  opens: { zh: '开始', en: 'from' },
  closes: { zh: '结束', en: 'to' },
  applies: { zh: '是否适用', en: 'applies' },
}

/** 手工报销 申报期限（天） without its unit: who writes the name need not. */
export const withoutUnit = (zh: string): string => zh.replace(/\s*[（(](?:天|分钟|工作日)[）)]/g, '')

const Named = z.looseObject({ zh: z.string(), en: z.string() })
const WithVariants = z.looseObject({ variants: z.array(z.looseObject({ id: z.string(), zh: z.string(), en: z.string() })) })

/** The title of the figure at `path` of a procedure or office, as far as its file and the words above name the parts. Never throws. */
export function titleOf(block: unknown, path: readonly (string | number)[]): Title {
  const variants = WithVariants.safeParse(block).data?.variants ?? []
  const parts: Title[] = []
  let part = block
  const take = (key: string) => {
    const title = Named.safeParse(part).data ?? WORDS[key] ?? variants.find(({ id }) => id === key)
    if (title) parts.push(title)
  }
  take('')
  for (const key of path) {
    part = typeof part === 'object' && part !== null ? new Map<string, unknown>(Object.entries(part)).get(String(key)) : undefined
    take(String(key))
  }
  return { zh: parts.map(({ zh }) => zh).join(' '), en: parts.map(({ en }) => en).join(', ') }
}
