/** 情景文件的键 What each key of a scenario file is called: by these words `hezuo where` finds it. Mechanisms: words/mechanisms.ts. */

interface KeyTerms {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export const SCENARIO_KEYS = {
  name: { zh: ['情景名称', '名称', '短名'], en: ['name', 'name of the scenario'] },
  title: { zh: ['标题', '情景标题'], en: ['title', 'title of the scenario'] },
  extends: { zh: ['扩展', '继承', '所扩展的情景'], en: ['extends', 'scenario extended'] },
  years: { zh: ['年份', '参合年度范围', '模拟年份', '年'], en: ['years', 'years reported'] },
  burn_in: { zh: ['预热年', '预热', '期前年数'], en: ['burn_in', 'burn-in', 'years before the first'] },
  place: { zh: ['地区', '所在地区', '东中西部'], en: ['place', 'part of the country', 'region'] },
  population: { zh: ['人口', '县内人口'], en: ['population', 'people'] },
  'population.persons': { zh: ['人数', '在册人口', '人口数', '县人口'], en: ['persons', 'registered persons'] },
  'population.counties': { zh: ['县数', '县的个数'], en: ['number of counties'] },
  'population.added_villages': { zh: ['增设村', '增设的村', '村'], en: ['added_villages', 'added villages'] },
  'population.microdata': { zh: ['微观数据', '自有数据', '调查数据'], en: ['microdata', 'own people', 'survey data'] },
  counties: { zh: ['分县', '县', '县别', '逐县', '多县', '按县'], en: ['counties', 'county', 'several counties', 'county by county'] },
  groups: {
    zh: ['分组', '组', '群体', '按群体', '按收入', '按收入分组', '按年龄', '按贫困', '按村', '贫困户', '人群'],
    en: ['groups', 'group', 'by group', 'by income', 'by age', 'by poverty', 'income_quintile', 'who'],
  },
  policy: { zh: ['政策', '政策参数', '参数设定'], en: ['policy', 'parameters set'] },
  procedures: { zh: ['程序', '办理程序', '程序设定'], en: ['procedures', 'procedures set'] },
  mechanisms: { zh: ['机制', '开关'], en: ['mechanisms', 'mechanism', 'switches'] },
  amend: { zh: ['改写规则', '规则改写', '改写'], en: ['amend', 'rule amended', 'amendment'] },
  replications: { zh: ['模拟次数', '重复次数', '次数'], en: ['replications', 'replication'] },
  seed: { zh: ['种子', '随机种子', '随机数种子'], en: ['seed', 'random seed', 'common draws'] },
} as const satisfies Readonly<Record<string, KeyTerms>>
