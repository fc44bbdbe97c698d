/**
 * 效力 What a step does to the case when it is done, and in which procedures (`purpose`) it means something. What it does there stands with
 * whoever runs them: the claims office, the hospital's window, the registration desk.
 */

/** 用途 Where the model uses a procedure: for enrolment, for claims by hand, for second reimbursement, for settlement with the card. */
export const USES = ['enrolment', 'claim', 'second_claim', 'settlement'] as const
export type Use = (typeof USES)[number]

interface Declaration {
  readonly zh: string
  readonly en: string
  readonly of: readonly Use[]
  /** the right that it hands out */
  readonly grants?: 'certificate' | 'card'
}

const declared = {
  none: { zh: '', en: '', of: USES },
  register: { zh: '登记入册', en: 'registered', of: ['enrolment'] },
  certify: { zh: '发证盖章', en: 'certificate sealed', of: ['enrolment'], grants: 'certificate' },
  record: { zh: '备案', en: 'on record', of: ['enrolment'] },
  approve: { zh: '审核通过', en: 'approved', of: ['claim', 'second_claim', 'settlement'] },
  pay: { zh: '拨付到账', en: 'paid', of: ['claim', 'second_claim', 'settlement'] },
  issue_card: { zh: '发卡', en: 'card issued', of: ['enrolment'], grants: 'card' },
} as const satisfies Readonly<Record<string, Declaration>>

export type Effect = keyof typeof declared
export const EFFECTS: Readonly<Record<Effect, Declaration>> = declared

/** The only procedure for this use. Throws RangeError when there is none or more than one. */
export function theProcedureFor<T extends { readonly purpose: Use }>(use: Use, procedures: ReadonlyMap<string, T>): T {
  const found = [...procedures.values()].filter(({ purpose }) => purpose === use)
  if (found.length !== 1) throw new RangeError(`${found.length} procedures have the purpose ${use}; one must have it`)
  return found[0]
}
