/** What `--help` says of commands, arguments and options. */
import { phrases } from '../phrase.ts'

export const HELP = phrases({
  'Usage:': '用法：',
  '[options]': '[选项]',
  '[command]': '[命令]',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  "Simulates China's rural cooperative medical insurance (新农合, then 城乡居民医保) under the rules of a scenario file.":
    '按情景文件的规则模拟农村合作医疗（新农合，后为城乡居民医保）。',
  '<!what> (default: <value>)': '<what>（默认：<value>）',
  '<!what> (choices: <choices>)': '<what>（可选：<choices>）',
  '<!what> (choices: <choices>, default: <value>)': '<what>（可选：<choices>；默认：<value>）',
  'output the version number': '显示版本号',
  'show this help': '显示本帮助',
  'display help for command': '显示某一命令的帮助',
  'language of what is said (otherwise that of the locale)': '输出语言，不写则按系统区域设置',
  'simulate scenarios; write tables, charts and the report to a folder': '模拟情景；把表格、图和报告写入文件夹',
  'scenario files (YAML)': '情景文件（YAML）',
  'scenario file (YAML)': '情景文件（YAML）',
  'folder for the results; an existing one is refused without --force or --resume': '存放结果的文件夹；已存在的须加 --force 或 --resume',
  'another seed than the scenario file gives: any text': '代替情景文件中的随机种子：任意文本',
  'how many replications': '模拟次数',
  'threads (0: none beside this one)': '线程数（0：只用本线程）',
  'csv, and parquet or xlsx besides: csv,parquet,xlsx': 'csv，可另加 parquet、xlsx：csv,parquet,xlsx',
  'the assumptions that headlines hang on: what is known, worked out, or nothing':
    '主要指标依赖的假定：auto 列出已知结果，quick 现在计算，none 不列',
  'names of charts to draw, or none (otherwise all)': '要绘制的图的名称，或 none（不写则全部绘制）',
  'replace the folder of an earlier run': '替换此前运行的文件夹',
  'go on with an interrupted run: finished replications are not simulated again': '续跑中断的运行：已完成的各次不再模拟',
  'go on with an interrupted comparison: finished replications are not simulated again': '续跑中断的比较：已完成的各次不再模拟',
  'no progress, no summary': '不显示进度与摘要',
  'fire drill: plant an error of one fen in the books on this day (YYYY-MM-DD); the run must stop':
    '演练：在该日（YYYY-MM-DD）的账中放入一分钱的差错，运行必须停止',
  'what a reform changes: every measure as base, reform and difference with its interval, on common draws':
    '改革带来什么变化：各指标的基准、方案、差异及其区间，使用同一随机数',
  'scenario file of the base (YAML)': '基准的情景文件（YAML）',
  'scenario files of the reforms, with the years of the base': '各方案的情景文件，年份与基准相同',
  'half-width up to which every headline difference must be known': '各主要差异的误差（区间半宽）上限',
  'this many replications, whatever the precision': '模拟次数，不论误差大小',
  'no more replications than this for the precision': '为达到误差上限最多模拟的次数',
  'a further pair: a reform beside another one of the scenarios; may be given several times':
    '另一对照：方案与所列情景中的另一个对照；可写多次',
  'the year told first (otherwise the one in which the differences are largest)': '首先说明的年份（不写则为差异最大的年份）',
  'the seed of all scenarios: any text (otherwise that of the base)': '所有情景的随机种子：任意文本（不写则用基准的）',
  'validate scenario files only; every fault in one pass': '只检查情景文件；一次列出全部错误',
  'what happened to a person, a household, a claim or everybody, step by step, with rule, parameters, documents and amounts':
    '逐步说明个人、家庭、报销单或全体参合人的经过，附规则、参数、依据和金额',
  'a person: county, village, household and member, as in c0-v3-h12-m0': '个人：县、村、户与成员，如 c0-v3-h12-m0',
  'a household and all its members, as in c0-v3-h12': '一户及其全部成员，如 c0-v3-h12',
  'one stay and its claim, from admission to payment, as in c0-v3-h12-m0/2013-1': '一次住院及其报销，从入院到支付，如 c0-v3-h12-m0/2013-1',
  'everybody, day by day (best with --format ndjson)': '全体参合人，逐日（宜配 --format ndjson）',
  'cases: catastrophic, largest-bill, refused, returned, longest-wait, impoverished … (a wrong word lists them all)':
    '案例：灾难性支出、住院费用最高、退回、被拒、等待最久、因病致贫……（写错时列出全部；英文名亦可）',
  'a reform: what differs for the person, household or claim, and what made it (--find loser, winner)':
    '另一情景（方案）：同一个人、户或报销单有何不同、缘于哪项改动（--find loser、winner 查找户）',
  'how many cases --find tells': '--find 列出的案例数',
  'one line an event': '每件事一行',
  'the milestones of the scheme, each beside the value used': '制度沿革，各项附所用取值',
  'only this scheme year (--find without it: the years of results)': '只说明该参合年度（--find 不指定时为各结果年度）',
  'which replication': '第几次模拟',
  'form of the answer': '输出格式',
  'where a term of the policy is defined, valued, amended and tested, and what a measure means':
    '政策术语在何处定义、取值、改写和检验，以及结果指标的含义',
  'Chinese term, English term, name of a parameter or key of a scenario file': '中文术语、英文术语、参数名或情景文件的键',
  'JSON Schema of a scenario file, with every parameter, for editors': '情景文件的 JSON Schema（含全部参数），供编辑器使用',
})
