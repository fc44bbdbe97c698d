/** 参数表各列 The columns of parameters.csv, for the data dictionary: no measures, but what a run rests on. */
import { type Measure, measure } from '../words/measure.ts'

export const PARAMETER_COLUMNS: Readonly<Record<string, Measure>> = {
  'parameters.name': measure(
    'text',
    '参数名',
    'name of the parameter',
    'parameters.csv：带点的参数名；列表的第 n 项为 [n]，费用分段为 [from=起点元数]；mechanisms.、procedures.、amend. 开头的为机制、程序数值与改写的规则（程序数值只列所设定的）',
    'parameters.csv: dotted name; of a list the nth number as [n], of bands the rate from so many yuan on as [from=…]; mechanisms., procedures. and amend. are mechanisms, figures of procedures and amended rules (of the figures those that are set)',
  ),
  'parameters.year': measure(
    'text',
    '年份',
    'year',
    'parameters.csv：取值适用的参合年度；年内变动的另起一行，见 from',
    'parameters.csv: the scheme year for which the value holds; a change within the year has a row of its own, see from',
  ),
  'parameters.base': measure(
    'text',
    '基准取值',
    'value of the base',
    'parameters.csv：run 为法规与数据的取值，compare 为第一个情景的取值；空格表示基准没有此项',
    'parameters.csv: of a run what law and data say, of a comparison what the first scenario runs with; empty where that has no such element',
  ),
  'parameters.reform': measure(
    'text',
    '本情景取值',
    'value of the scenario',
    'parameters.csv：情景实际采用的取值；与 base 不同即为改动',
    'parameters.csv: what the scenario runs with; it is changed where it differs from base',
  ),
  'parameters.source': measure(
    'text',
    '来源',
    'source',
    'parameters.csv：reform 的来源，data/SOURCES.csv 的编号；SCENARIO 为情景所设',
    'parameters.csv: of reform, an id of data/SOURCES.csv; SCENARIO where the scenario sets it',
  ),
  'parameters.status': measure(
    'text',
    '状态',
    'status',
    'parameters.csv：verified 已核实，unverified 未核实，assumed 假定，scenario 情景所设，default 照原样',
    'parameters.csv: verified, unverified, assumed, scenario (set by it), default (a mechanism as it stands)',
  ),
  'parameters.in_range': measure(
    'text',
    '是否在合理范围内',
    'inside its range',
    'parameters.csv：reform 是否在数据所给的范围内；空格表示数据未给范围',
    'parameters.csv: whether reform lies in the range that the data give for the year; empty where they give none',
  ),
  'parameters.set_by': measure(
    'text',
    '设定处',
    'set by',
    'parameters.csv：law 法规，behaviour 行为数据，procedures 程序数据，default 照原样，或情景文件（或其 extends 的文件，按情景所在目录）与行号',
    'parameters.csv: law, behaviour or procedures (the data), default, or FILE:LINE of the scenario or a file that it extends, as seen from the folder of the scenario',
  ),
  'parameters.from': measure(
    'text',
    '起始日',
    'from',
    'parameters.csv：年内自该日起适用',
    'parameters.csv: the day in the year from which the row holds',
  ),
  'parameters.period': measure(
    'text',
    '年份类别',
    'kind of year',
    'parameters.csv：reported 报告年度，burn_in 模拟但不报告，before 与 after 不模拟，仅在筹资或结算时用到',
    'parameters.csv: reported, burn_in (simulated, not reported), before or after (not simulated: a campaign or a settlement looks at it)',
  ),
}
