/** 是否有效果 The four answers to whether a difference is worth speaking of, by the word that tables have for each, in both languages. */
import type { Words } from './lang.ts'

interface Answer extends Words {
  /** when it is given */
  readonly told: Words
}

export const EFFECTS = {
  no: { en: 'no', zh: '否', told: { en: 'exactly 0 in every replication', zh: '每次模拟都恰为 0' } },
  unclear: {
    en: 'cannot be told from 0',
    zh: '与零无法区分',
    told: { en: 'the interval holds 0: chance alone may have made the difference', zh: '区间含 0，差异可能只是偶然' },
  },
  small: {
    en: 'too small to matter',
    zh: '有但微小',
    told: {
      en: 'the interval leaves out 0, but the difference is less than 0.1 % of what it is held against (0.1 points of a share or an index)',
      zh: '区间不含 0，但差异不到对照值的 0.1 %（比率与指数为 0.1 个百分点）',
    },
  },
  yes: {
    en: 'yes',
    zh: '是',
    told: { en: 'the interval leaves out 0, and the difference is no smaller than that', zh: '区间不含 0，且差异达到上述大小' },
  },
} as const satisfies Readonly<Record<string, Answer>>

/** Whether a figure moved: by nothing, by no more than chance may, by too little to matter, or so that it matters. */
export type Effect = keyof typeof EFFECTS
