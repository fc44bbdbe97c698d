/** Counties that a scenario describes one by one, and groups for whom it sets parameters apart. */
import { phrases } from '../phrase.ts'

export const COUNTIES = phrases({
  'a mapping of counties, each by its name': '各县按名称列出的映射',
  "a county's name of letters, digits, hyphens, dots and underscores, 40 at most, other than '<all>'":
    '县名由字母（含汉字）、数字、连字符、点和下划线组成，最多 40 个字，且不为“<all>”',
  '<most> counties at most': '最多 <most> 个县',
  'a mapping with what this county has of its own: place, population, policy, …': '只属于本县的各项的映射：place、population、policy 等',
  'population: {persons: …}, of this county or of all': 'population: {persons: …}，写在本县或各县共用处',
  "'population.counties' counts counties that are alike, 'counties' describes each by itself":
    '“population.counties”给出相同的县的个数，“counties”则逐县描述',
  'one of both': '二者择一',
  'the counties are <names>, those of the base <base>': '各县为 <names>，而基准为 <base>',
  'the counties of the base, in their order': '与基准相同的县，次序也相同',
  'what headlines hang on is not worked out for counties described one by one': '逐县描述的县，不计算主要指标依赖于哪些假定',
  '--sensitivity none, or a scenario of one of them': '--sensitivity none，或只含其中一个县的情景',
  // groups
  'a mapping of groups, each by its name': '各组按名称列出的映射',
  "a group's name of letters, digits, hyphens, dots and underscores, 40 at most, other than '<none>'":
    '组名由字母（含汉字）、数字、连字符、点和下划线组成，最多 40 个字，且不为“<none>”',
  'a mapping with who and policy': '含 who 与 policy 的映射',
  'a mapping with poor, income_quintile, age, village or county': '含 poor、income_quintile、age、village 或 county 的映射',
  'yes (assisted: 五保、低保) or no': 'yes（五保、低保）或 no',
  'ages on 1 January such as 60+, 0-14 or 60': '1 月 1 日的年龄，如 60+、0-14 或 60',
  'an income quintile from 1 (lowest) to 5, or a list of them': '收入五等分组 1（最低）至 5，或其列表',
  'one of <names>, or a list of them': '以下之一：<names>，或其列表',
  'the name of a county, or a list of names': '县名或县名列表',
  'more than <most> groups': '超过 <most> 个组',
  '<most> groups at most': '最多 <most> 个组',
  '<name> is asked of households, which have no age': '<name> 按户收取，与年龄无关',
  'who by poor, income_quintile, village or county': 'who 只用 poor、income_quintile、village 或 county',
  "<name> is a person's, wherever the village pays its premiums": '<name> 按人计算，与村的缴费渠道无关',
  '<name> is of the poor, who are not in this group': '<name> 只适用于贫困人口（五保、低保），本组不含贫困人口',
  'who with poor: yes, or without poor': 'who 中写 poor: yes，或不写 poor',
  'who by poor, income_quintile, age or county': 'who 只用 poor、income_quintile、age 或 county',
  '<name> is the same for everybody': '<name> 对所有人相同，不能分组设定',
  'who: { poor: no }, { age: 60+ }, { income_quintile: [1, 2] }, …': 'who: { poor: no }、{ age: 60+ }、{ income_quintile: [1, 2] } 等',
  'there is no county <name>': '没有名为 <name> 的县',
  // figures of procedures by name, and changes of them
  'each figure once': '每个数值只写一次',
  "'<key>' may be any of <count> figures": '“<key>”可指 <count> 个数值中的任何一个',
  'a figure of data/procedures by its dotted or Chinese name': 'data/procedures 中的数值，用带点的名称或中文名',
  'a change alone: figures hold in all years': '只写 change：程序数值各年相同',
  '<name> has no number that can be changed': '<name> 没有可以改变的数',
  "a county that 'counties' describes": '“counties”中描述的县',
})
