/** Words of what a scenario changes, on the terminal. */
import type { Lang } from '../../words/lang.ts'

const en = {
  nothing: 'nothing is changed: law, data and mechanisms as they stand',
  head: ['parameter', 'years', 'law and data', 'this scenario'],
  heading: 'what this scenario changes:',
  unread: (names: string) => `set, but not read by this run (what it is for is off, or done in another way): ${names}`,
  outside: 'outside the range in which the data hold the value to be reasonable',
  against: (one: string, base: string) => `${one} against ${base}`,
  none: { base: 'no difference in parameters, mechanisms, procedures and people', data: 'nothing is changed, law and data as they stand' },
  changes: (head: string) => `${head} changes:`,
  more: (count: number) => `and ${count} more: parameters.csv`,
  moreOfRun: (count: number) => `and ${count} more: a run writes all to parameters.csv`,
  all: (years: string) => `all years (${years})`,
  from: (day: string) => `from ${day}`,
  until: (day: string, year: string) => `${day} to ${year}`,
  colon: ': ',
  comma: ', ',
  named: (name: string, other: string) => `${name} (${other})`,
}

const zh: typeof en = {
  nothing: '未作改动：法规、数据与机制均照原样',
  head: ['参数', '年份', '法规与数据', '本情景'],
  heading: '本情景的改动：',
  unread: (names) => `已设定但本次运行未读取（所属机制已关闭，或改用其他方式）：${names}`,
  outside: '超出数据认为合理的范围',
  against: (one, base) => `${one} 对照 ${base}`,
  none: { base: '参数、机制、程序与人口均无差异', data: '未作改动，法规与数据均照原样' },
  changes: (head) => `${head} 的改动：`,
  more: (count) => `另有 ${count} 项，见 parameters.csv`,
  moreOfRun: (count) => `另有 ${count} 项，运行后见 parameters.csv`,
  all: (years) => `各年（${years}）`,
  from: (day) => `${day} 起`,
  until: (day, year) => `${day} 至 ${year}`,
  colon: '：',
  comma: '，',
  named: (name, other) => `${name}（${other}）`,
}

export const CHANGE_WORDS: Readonly<Record<Lang, typeof en>> = { en, zh }
