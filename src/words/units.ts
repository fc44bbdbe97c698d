/** 单位 Units of parameters and of figures of procedures. */
import type { Lang, Words } from './lang.ts'

const UNITS: Readonly<Record<string, Words>> = {
  yuan: { en: 'yuan', zh: '元' },
  share: { en: 'share', zh: '比例' },
  days: { en: 'days', zh: '天' },
  persons: { en: 'persons', zh: '人' },
  per_person_year: { en: 'per person and year', zh: '每人每年' },
  ratio: { en: 'ratio', zh: '倍数' },
  index: { en: 'index', zh: '指数' },
  growth: { en: 'growth', zh: '年增长率' },
  count: { en: 'count', zh: '整数' },
  list: { en: 'list', zh: '列表' },
  bands: { en: 'bands', zh: '分段' },
  date: { en: 'date (MM-DD)', zh: '日期（月-日）' },
  day: { en: 'day', zh: '日期' },
  mode: { en: 'mode', zh: '选项' },
  'working days': { en: 'working days', zh: '个工作日' },
  minutes: { en: 'minutes', zh: '分钟' },
  episodes: { en: 'episodes', zh: '人次' },
  claims: { en: 'claims', zh: '件' },
  months: { en: 'months', zh: '个月' },
  yes_no: { en: '1 yes, 0 no', zh: '1 是，0 否' },
  text: { en: 'text', zh: '文字' },
  posts: { en: 'posts', zh: '个岗位' },
}

/** A unit named by itself, without a number before it: 岗位, not 个岗位. */
export const unitAlone = (unit: string, lang: Lang): string => unitName(unit, lang).replace(/^个/, '')

/** A unit in words. */
export function unitName(unit: string, lang: Lang): string {
  return UNITS[unit]?.[lang] ?? unit.replaceAll('_', ' ')
}
