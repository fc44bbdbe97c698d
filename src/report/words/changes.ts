/** Words of the chapter of what a scenario changes, in English and Chinese. */
import type { Language } from '../../charts/kit/input.ts'

const en = {
  heading: 'What was changed',
  none: {
    data: 'Nothing is changed: law, data and mechanisms as they stand.',
    base: 'No difference from the base in parameters, mechanisms and procedures.',
  },
  parameters: 'Parameters, year by year',
  switches: 'Mechanisms, procedures and rules, the same in all years',
  head: { parameter: 'parameter', source: 'source', status: 'status', setBy: 'set by' },
  side: { data: 'law and data', base: 'base', scenario: 'scenario' },
  period: { before: ' (looked at only)', burn_in: ' (not reported)', after: ' (looked at only)' } as Record<string, string>,
  setBy: { law: 'law', behaviour: 'data of behaviour', procedures: 'data of procedures', default: 'as it stands' } as Record<
    string,
    string
  >,
  fromDay: (day: string, value: string) => `from ${day}: ${value}`,
  note: {
    data: 'Above what law and data say, below what the scenario runs with, set by a file and its line. A year looked at only is not simulated: a campaign or a settlement reads it. Everything that was read, changed or not, stands in parameters.csv.',
    base: 'Above what the base runs with, below the reform, set by a file and its line. A year looked at only is not simulated: a campaign or a settlement reads it. Everything that was read, changed or not, stands in parameters.csv.',
  },
  outside: 'Outside the range in which the data hold the value to be reasonable.',
}

const zh: typeof en = {
  heading: '改动内容',
  none: {
    data: '未作改动：法规、数据与机制均照原样。',
    base: '参数、机制与程序均与基准无差异。',
  },
  parameters: '逐年参数',
  switches: '机制、程序与规则（各年相同）',
  head: { parameter: '参数', source: '来源', status: '状态', setBy: '设定处' },
  side: { data: '法规与数据', base: '基准', scenario: '本情景' },
  period: { before: '（仅供参照）', burn_in: '（不报告）', after: '（仅供参照）' },
  setBy: { law: '法规', behaviour: '行为数据', procedures: '程序数据', default: '照原样' },
  fromDay: (day, value) => `${day}起：${value}`,
  note: {
    data: '上行为法规与数据的取值，下行为本情景实际采用的取值，并注明设定它的文件与行号。“仅供参照”的年份不模拟，只在筹资或结算时用到。全部读取的参数（无论是否改动）见 parameters.csv。',
    base: '上行为基准采用的取值，下行为方案采用的取值，并注明设定它的文件与行号。“仅供参照”的年份不模拟，只在筹资或结算时用到。全部读取的参数（无论是否改动）见 parameters.csv。',
  },
  outside: '超出数据认为合理的范围。',
}

export const CHANGES: Readonly<Record<Language, typeof en>> = { en, zh }
