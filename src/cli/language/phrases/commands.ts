/** Options and arguments of the command line. */
import { phrases } from '../phrase.ts'

export const COMMANDS = phrases({
  'this option is missing': '缺少此选项',
  "'<text>' is no date": '“<text>”不是日期',
  '<year> is not simulated': '<year> 年不在模拟范围内',
  'a year from <first> to <last>': '<first> 至 <last> 的年份',
  'the years are <first> to <last>, those of the base <begin> to <end>': '年份为 <first> 至 <last>，而基准为 <begin> 至 <end>',
  'the years of the base': '与基准相同的年份',
  '<count> counties, in the base <base>': '有 <count> 个县，而基准有 <base> 个',
  'as many counties as in the base': '与基准相同的县数',
  'all, none, or some of <names>': 'all、none，或其中若干：<names>',
  'a name is empty': '有一个名称为空',
  "there is no chart '<name>'": '没有名为“<name>”的图',
  // explain
  'county, village, household and member, as in c0-v3-h12-m0': '县、村、户与成员，如 c0-v3-h12-m0',
  'county, village and household, as in c0-v3-h12': '县、村与户，如 c0-v3-h12',
  'a person, a year and a number, as in c0-v3-h12-m0/2013-1': '个人、年份与序号，如 c0-v3-h12-m0/2013-1',
  'nothing more': '不需其他内容',
  '<!who>; <name> has none': '<who>；<name> 没有',
  '<!who>; <name> has <claims>': '<who>；<name> 有 <claims>',
  'whom to explain is missing': '未指明说明对象',
  '<one> and <other> together': '同时写了 <one> 与 <other>',
  '--<one> and --<other> together': '同时写了 --<one> 与 --<other>',
  'one of --person, --household, --claim, --all, --find': '--person、--household、--claim、--all、--find 之一',
  "nobody in '<scenario>' is called '<name>'": '“<scenario>”中没有名为“<name>”的人',
  "no household in '<scenario>' is called '<name>'": '“<scenario>”中没有名为“<name>”的户',
  "no stay or claim in '<scenario>' is called '<name>'": '“<scenario>”中没有编号为“<name>”的住院或报销单',
  "nothing is found by '<name>'": '不能按“<name>”查找',
  "'<name>' tells nothing of <year>: its results are those of <first> to <last>": '“<name>”不含 <year> 年：其结果为 <first> 至 <last> 年',
  'a year from <first>, when the first campaign is held, to <last>, when the last claims are paid (later ones, where desks are slow, are told without --year)':
    '<first>（首次筹资）至 <last>（最后一批报销支付）的年份（经办缓慢时更晚的，不写 --year 即可看到）',
  "'<name>' has one replication, not <count>": '“<name>”只有 1 次模拟，没有第 <count> 次',
  "'<name>' has <all> replications, not <count>": '“<name>”有 <all> 次模拟，没有第 <count> 次',
  '1 (replications in the scenario sets how many there are)': '1（次数由情景中的 replications 决定）',
  '1 to <most>': '1 至 <most>',
  // where
  'a Chinese or English term of the policy, or the name of a parameter, a procedure or one of its figures':
    '政策术语（中文或英文），或参数、程序及其数值的名称',
  "nothing is called '<word>'": '没有名为“<word>”的术语、参数或程序',
  // what the reader of the options says
  "unknown option '<option>'": '无法识别选项“<option>”',
  "unknown command '<command>'": '无法识别命令“<command>”',
  "missing required argument '<name>'": '缺少参数“<name>”',
  "option '<option>' argument missing": '选项“<option>”缺少取值',
  "too many arguments for '<command>'. Expected 1 argument but got <count>.": '命令“<command>”参数过多：应为 1 个，实为 <count> 个。',
  "too many arguments for '<command>'. Expected 1 argument but got <count>: <given>.":
    '命令“<command>”参数过多：应为 1 个，实为 <count> 个（<given>）。',
  "too many arguments for '<command>'. Expected <most> arguments but got <count>.":
    '命令“<command>”参数过多：应为 <most> 个，实为 <count> 个。',
  'too many arguments. Expected 0 arguments but got <count>.': '参数过多：不应有参数，实有 <count> 个。',
  "option '<option>' argument '<given>' is invalid. <*reason>": '选项“<option>”的取值“<given>”无效：<reason>',
  "command-argument value '<given>' is invalid for argument '<name>'. <*reason>": '参数“<name>”的取值“<given>”无效：<reason>',
  'Allowed choices are <choices>.': '可选：<choices>。',
  'Expected a share from 0.0001 to 0.5, such as 0.01 or 1%.': '应为 0.0001 至 0.5 的比例，如 0.01 或 1%。',
  'Expected a whole number from <least> to <most>.': '应为 <least> 至 <most> 的整数。',
  'Expected csv, parquet or xlsx, or several of them with commas between.': '应为 csv、parquet、xlsx，或以逗号隔开的其中几种。',
  'Expected csv, parquet or xlsx, or several of them with commas between; nearest <name>.':
    '应为 csv、parquet、xlsx，或以逗号隔开的其中几种；最接近的是 <name>。',
  '(Did you mean <name>?)': '（是否指 <name>？）',
  '(Did you mean one of <names>?)': '（是否指其中之一：<names>？）',
  'hezuo: <!message>': 'hezuo：<message>',
  'hezuo --help lists commands and options': 'hezuo --help 列出命令与选项',
})
