/** Parts of sentences with hardly a word of their own: looked for last, since they would fit much else. */
import { phrases } from '../phrase.ts'

export const PARTS = phrases({
  '<*value> of <date>': '<value>（<date>）',
  '<*value> of <date>, <!rest>': '<value>（<date>）、<rest>',
  '<*made> of <*value> from <date>': '<made>（原 <value>，<date> 起）',
  '<*made> of <*value> from <date>, <!rest>': '<made>（原 <value>，<date> 起）、<rest>',
  '<*made> of <*value> in <years>': '<made>（原 <value>，<years> 年）',
  '<*made> of <*value> in <years>, <!rest>': '<made>（原 <value>，<years> 年）、<rest>',
  '<*made> of <*value> from <date> to <end>': '<made>（原 <value>，<date> 至 <end>）',
  '<*made> of <*value> from <date> to <end>, <!rest>': '<made>（原 <value>，<date> 至 <end>）、<rest>',
  '×<low> to ×<high>': '×<low> 至 ×<high>',
  '<low> to <high>': '<low> 至 <high>',
  '<low> to <high> in <year>': '<low> 至 <high>（<year>）',
  '<low> to <high> in <year>, <!rest>': '<low> 至 <high>（<year>）、<rest>',
  '<low> to <high> for its number <at>': '<low> 至 <high>（第 <at> 个数）',
  '<low> to <high> from <cost> yuan on': '<low> 至 <high>（<cost> 元起）',
  '<time> s': '<time> 秒',
  '<time> min': '<time> 分钟',
  '<time> h': '<time> 小时',
  '<*names> and <count> more': '<names>，另有 <count> 个',
})

/** Two sentences in one. */
export const JOINED = phrases({
  '<place>: <!message>': '<place>：<message>',
  '<!what>; <!remedy>': '<what>；<remedy>',
})

/** What fits almost anything. */
export const LOOSEST = phrases({
  '<name> is <*value>': '<name> 的值为 <value>',
  '<one> or <*other>': '<one> 或 <other>',
})
