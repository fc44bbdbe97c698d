/** The two languages of hezuo. */
export type Lang = 'en' | 'zh'

/** One thing in both. */
export interface Words {
  readonly en: string
  readonly zh: string
}
