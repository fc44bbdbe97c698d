/** Relative changes of what the law says. */
import { phrases } from '../phrase.ts'

export const CHANGES = phrases({
  'what the law says, changed: +60, -60, ×2 or x2, +10%, -10%': '对法规取值的改动：+60、-60、×2 或 x2、+10%、-10%',
  'a text such as +60, -60, ×2 (or x2), +10% or -10%': '写作 +60、-60、×2（或 x2）、+10% 或 -10%',
  '<*value> is no change': '<value> 不是改动',
  '“<text>” is no change': '“<text>”不是改动',
  '<text> takes away more than there is': '<text> 减去的超过了原值',
  'at most -100%': '最多 -100%',
  '+<number>% or -<same>%': '+<number>% 或 -<same>%',
  "+<number>, -<same> or ×<factor>; a value stands without 'change'": '+<number>、-<same> 或 ×<factor>；直接给出取值时不写“change”',
  '<text> has no sign': '<text> 没有正负号或乘号',
  "{ change: … } with 'from: YYYY-MM-DD' or 'years: [2014, 2015]' beside it":
    '{ change: … }，可并列“from: YYYY-MM-DD”或“years: [2014, 2015]”',
  "'<key>' is not known beside 'change'": '“change”旁无法识别“<key>”',
  "'from' and 'years' stand side by side": '“from”与“years”同时出现',
  'from a date on, or named years': '自某日起，或指定年份，二者取一',
  'the law has no bands here, so there is nothing to change': '法规此处没有分段，无从改动',
  'bands of your own': '自行写出的分段',
  '<*expected>, or { change: <text> } to change what the law says': '<expected>；如要改动法规取值，写 { change: <text> }',
  '2014, [2014, 2015] or 2014-2015, from <first> to <last>': '2014、[2014, 2015] 或 2014-2015，在 <first> 至 <last> 之间',
  '<*value> are no years': '<value> 不是年份',
  '<*value> names a year twice': '<value> 中有重复的年份',
  "<span> for all from one to the other, or '<years>' for these two alone": '指其间各年写 <span>，只指这两年写“<years>”',
  '<*value> may be two years, or all from one to the other': '<value> 可指两个年份，也可指其间各年',
  '<text> would be read as <value>, the plus would mean nothing': '<text> 会被读作 <value>，加号不起作用',
  '{ change: <text> } for <value> more than the law says, or <same> without a sign':
    '在法规取值上增加 <value> 写 { change: <text> }；取值就是 <same> 则不写正负号',
  '{ change: <text> } for <value> more than what holds, or <same> without a sign':
    '在现有数值上增加 <value> 写 { change: <text> }；数值就是 <same> 则不写正负号',
  '<value> without a sign': '<value>，不写正负号',
  '<age>+ from this age on, or <same>': '指该年龄及以上写 <age>+，只指该年龄写 <same>',
  "'<key>' is not 'change' with a colon and a blank behind it": '“<key>”不是“change”后接冒号和空格',
  "'over' is not known": '无法识别“over”',
  'a change alone: the date before it says from when on, the next date up to when': '只写改动：其前的日期为起始日，下一个日期为截止',
  "'<key>' stands within a date": '“<key>”写在日期之内',
  'the first day of the change': '改动的起始日',
  'the years of the change: 2014, [2014, 2015] or 2014-2015': '改动的年份：2014、[2014, 2015] 或 2014-2015',
})
