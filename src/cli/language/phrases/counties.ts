/** Counties that a scenario describes one by one. */
import { phrases } from '../phrase.ts'

export const COUNTIES = phrases({
  'a mapping of counties, each by its name': '各县按名称列出的映射',
  "a county's name of letters, digits, hyphens, dots and underscores, 40 at most, other than '<all>'":
    '县名由字母（含汉字）、数字、连字符、点和下划线组成，最多 40 个字，且不为“<all>”',
  '<most> counties at most': '最多 <most> 个县',
  'a mapping with what this county has of its own: place, population, policy, …': '只属于本县的各项的映射：place、population、policy 等',
  'a mapping with persons': '含 persons 的映射',
  'population: {persons: …}, of this county or of all': 'population: {persons: …}，写在本县或各县共用处',
  "'population.counties' counts counties that are alike, 'counties' describes each by itself":
    '“population.counties”给出相同的县的个数，“counties”则逐县描述',
  'one of both': '二者择一',
  'the counties are <names>, those of the base <base>': '各县为 <names>，而基准为 <base>',
  'the counties of the base, in their order': '与基准相同的县，次序也相同',
})
