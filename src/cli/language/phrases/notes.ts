/** What is told before and during a run: what one should know of a scenario, and how far the run has come. */
import { phrases } from '../phrase.ts'

export const NOTES = phrases({
  // of a scenario
  'a run takes about <minutes> min of processor time, <memory> MiB of memory and <disk> MiB on the disk':
    '运行约需处理器时间 <minutes> 分钟、内存 <memory> MiB、磁盘 <disk> MiB',
  "<name> (<zh>): your <*own> holds in all years, in place of the law's <*list>":
    '<name>（<zh>）：你的取值 <own> 适用于各年，取代法规的 <list>',
  "<name> (<zh>): your <*own> of <from> also replaces the law's <*list>": '<name>（<zh>）：你自 <from> 起的取值 <own> 也取代法规的 <list>',
  '<name> (<zh>): your <*own> holds in all years, in place of what the extended file leaves, <*list>':
    '<name>（<zh>）：你的取值 <own> 适用于各年，取代所扩展文件的 <list>',
  '<name> (<zh>): your <*own> of <from> also replaces what the extended file leaves, <*list>':
    '<name>（<zh>）：你自 <from> 起的取值 <own> 也取代所扩展文件的 <list>',
  '“no ceiling”': '“不封顶”',
  '<name> (<zh>): <*what> from <day> changes nothing, the years of the run are <first> to <last>':
    '<name>（<zh>）：自 <day> 起的 <what> 不起作用，运行的年份为 <first> 至 <last> 年',
  '<name> (<zh>): <*what> in <years> changes nothing, the years of the run are <first> to <last>':
    '<name>（<zh>）：<years> 年的 <what> 不起作用，运行的年份为 <first> 至 <last> 年',
  '<name> (<zh>): <*what> from <day> to <end> changes nothing, the years of the run are <first> to <last>':
    '<name>（<zh>）：<day> 至 <end> 的 <what> 不起作用，运行的年份为 <first> 至 <last> 年',
  '<name> (<zh>): <change> makes <*list>': '<name>（<zh>）：<change> 使取值变为 <list>',
  '<name> (<zh>): <*value> lies outside its range, <*range>': '<name>（<zh>）：<value> 超出合理范围 <range>',
  '<name> (<zh>): <*value> in <years> lies outside its range, <*range>': '<name>（<zh>）：<years> 年的 <value> 超出合理范围 <range>',
  '<name> (<zh>): <*value> from <from> to <end> lies outside its range, <*range>':
    '<name>（<zh>）：<from> 至 <end> 的 <value> 超出合理范围 <range>',
  '<name> (<zh>): <*value> of <from> lies outside its range, <*range>': '<name>（<zh>）：自 <from> 起的 <value> 超出合理范围 <range>',
  '<name> (<zh>): <year> asks about <times> times what the desk can do, <asked> minutes of work for the <given> of its staff, and claims pile up; raise <staff> or lower <figure>':
    '<name>（<zh>）：<year> 年的工作量约为该窗口能力的 <times> 倍（需 <asked> 分钟，人员可提供 <given> 分钟），报销将积压；请提高 <staff> 或降低 <figure>',
  '<name> (<zh>): <year> asks about <share> % of what the desk can do, <asked> minutes of work for the <given> of its staff: close to full, queues grow long; raise <staff> or lower <figure>':
    '<name>（<zh>）：<year> 年的工作量约为该窗口能力的 <share>%（需 <asked> 分钟，人员可提供 <given> 分钟），接近满负荷，排队会变长；请提高 <staff> 或降低 <figure>',
  'for <year>, after the last year, 1 parameter is read that does not cover it; the nearest value stands: <*names>':
    '末年之后的 <year> 年要用到 1 个未覆盖该年的参数，取最近的值：<names>',
  'for <year>, after the last year, <count> parameters are read that do not cover it; the nearest value stands: <*names>':
    '末年之后的 <year> 年要用到 <count> 个未覆盖该年的参数，取最近的值：<names>',
  'for <year>, before the first year, 1 parameter is read that does not cover it; the nearest value stands: <*names>':
    '首年之前的 <year> 年要用到 1 个未覆盖该年的参数，取最近的值：<names>',
  'for <year>, before the first year, <count> parameters are read that do not cover it; the nearest value stands: <*names>':
    '首年之前的 <year> 年要用到 <count> 个未覆盖该年的参数，取最近的值：<names>',
  'columns not used': '未使用的列',
  '<file>: 1 empty column without a name': '<file>：1 个没有列名的空列',
  '<file>: 1 empty row at the end': '<file>：末尾 1 个空行',
  '<file>: <count> empty columns without a name': '<file>：<count> 个没有列名的空列',
  '<file>: <count> empty rows at the end': '<file>：末尾 <count> 个空行',
  // progress
  'writing tables, charts and the report': '正在写入表格、图和报告',
  'writing tables, charts and the reports': '正在写入表格、图和各份报告',
  '<count> finished replications taken from <path>': '从 <path> 取用已完成的 <count> 次模拟',
  '<path> is damaged: this replication is simulated again': '<path> 已损坏：重新模拟该次',
  'What was finished, and what broke, is kept in <path>': '已完成的部分与出错的情况保存在 <path>',
  '<share> %, starting': '<share>%，开始',
  '<share> %, <rate> person-years/s, <*left>': '<share>%，每秒 <rate> 人年，<left>',
  '<share> %, <rate> million person-years/s, <*left>': '<share>%，每秒 <rate> 百万人年，<left>',
  'in <*time>': '用时 <time>',
  '<*time> left': '剩余 <time>',
  // the end
  'The run is complete: <path>': '运行已完成：<path>',
  'The comparison is complete: <path>': '比较已完成：<path>',
  'Report: <path>': '报告：<path>',
  '1 fault; nothing was written': '1 处错误；未写入任何内容',
  '<count> faults; nothing was written': '<count> 处错误；未写入任何内容',
  'The model contradicts itself: <reason>': '模型自相矛盾：<reason>',
  'This is a bug in hezuo <version>, not in your scenario; please report it with the scenario file, the seed and the files kept.':
    '这是 hezuo <version> 的缺陷，并非情景有误；请附上情景文件、种子和保留的文件反馈。',
  'hezuo <version> failed: <*reason>': 'hezuo <version> 出错：<reason>',
  'This is a bug in hezuo, not in your scenario; please report it. HEZUO_TRACE=1 shows where it happened.':
    '这是 hezuo 的缺陷，并非情景有误；请反馈。设 HEZUO_TRACE=1 可显示出错位置。',
  'the installation is incomplete: <path> is missing': '安装不完整：缺少 <path>',
  '<count> manual claims are still open <years> years after <last>: the desks cannot work them off':
    '<last> 年之后 <years> 年仍有 <count> 份手工报销未办结：窗口无法消化',
  'fewer manual claims (claims.card_share.*), or mechanisms: offices: off':
    '减少手工报销（claims.card_share.*），或设 mechanisms: offices: off',
})
