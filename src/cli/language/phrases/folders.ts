/** The folder of the results, and what the disk does not take. */
import { phrases } from '../phrase.ts'

export const FOLDERS = phrases({
  'a folder for the results': '存放结果的文件夹',
  'beside it stands <path>, which no run of hezuo made': '旁边有并非由 hezuo 运行产生的 <path>',
  'another folder, or to move that away': '另选文件夹，或将其移走',
  'another run is writing to this folder (process <pid>)': '另一次运行正在写入该文件夹（进程 <pid>）',
  'another run is writing to this folder (process <pid> on <host>)': '另一次运行正在写入该文件夹（<host> 上的进程 <pid>）',
  'another run is writing to this folder (<where>)': '另一次运行正在写入该文件夹（<where>）',
  'another folder, or to wait until that run has ended; if there is none, delete <lock>':
    '另选文件夹，或等该运行结束；若并无此运行，请删除 <lock>',
  'the path or the name of a scenario is too long for this disk': '路径或情景名称对此磁盘过长',
  'shorter names': '更短的名称',
  'the folder cannot be written (<code>)': '文件夹无法写入（<code>）',
  'a folder that you may write': '有写入权限的文件夹',
  '<path> holds <file>, which no run wrote': '<path> 中有并非由运行写入的 <file>',
  'the name of the folder is too long (<count> bytes)': '文件夹名过长（<count> 字节）',
  'a shorter name': '更短的名称',
  'this is a file, not a folder': '这是文件，不是文件夹',
  'a folder for --out': '--out 须为文件夹',
  'a disk or volume is mounted here, so the folder cannot be put in place as a whole': '此处挂载了磁盘或卷，无法整体替换文件夹',
  'a folder in it: <path>': '其中的文件夹：<path>',
  'the folder exists': '文件夹已存在',
  'another folder, or --force to replace it, or --resume to finish it': '另选文件夹，或用 --force 替换，或用 --resume 续跑',
  'the folder holds no run.json of hezuo, so it is not ours to replace': '文件夹中没有 hezuo 的 run.json，不予替换',
  'a folder of an earlier run': '此前运行产生的文件夹',
  'the folder also holds <files>, which no run wrote': '文件夹中还有并非由运行写入的 <files>',
  'a folder that holds nothing but an earlier run': '只含此前运行结果的文件夹',
  'this is a link to a folder that does not exist': '这是指向不存在文件夹的链接',
  'a folder, or a link to one': '文件夹，或指向文件夹的链接',
  'the folder holds a finished run of another scenario, seed, number of replications, version or data':
    '文件夹中已有另一情景、种子、模拟次数、版本或数据的完整结果',
  'another folder, or --force to replace it': '另选文件夹，或用 --force 替换',
  '<path> keeps <count> finished replication of an interrupted run': '<path> 中保留着中断运行已完成的 <count> 次模拟',
  '<path> keeps <count> finished replications of an interrupted run': '<path> 中保留着中断运行已完成的 <count> 次模拟',
  '--resume to go on, --force to begin anew, or another folder': '用 --resume 续跑，用 --force 重新开始，或另选文件夹',
  '<path> keeps <count> finished replication of another scenario, seed, version or data':
    '<path> 中保留着另一情景、种子、版本或数据已完成的 <count> 次模拟',
  '<path> keeps <count> finished replications of another scenario, seed, version or data':
    '<path> 中保留着另一情景、种子、版本或数据已完成的 <count> 次模拟',
  'another folder, or --force to drop them': '另选文件夹，或用 --force 丢弃',
  '<counties> counties and <replications> replications: the results take about <wanted> MiB, Node gives this process <room>':
    '<counties> 个县、<replications> 次模拟：结果约需 <wanted> MiB 内存，Node 只给本进程 <room> MiB',
  'a thread ran out of memory; a smaller county, or more room: NODE_OPTIONS=--max-old-space-size=8192':
    '一个线程内存不足；请缩小县的规模，或加大内存：NODE_OPTIONS=--max-old-space-size=8192',
  'a thread ran out of memory; fewer --workers, a smaller county, or more room: NODE_OPTIONS=--max-old-space-size=8192':
    '一个线程内存不足；请减少 --workers、缩小县的规模，或加大内存：NODE_OPTIONS=--max-old-space-size=8192',
  'fewer counties or replications, or NODE_OPTIONS=--max-old-space-size=<size>':
    '减少县数或模拟次数，或设 NODE_OPTIONS=--max-old-space-size=<size>',
  '<name> is not in results.xlsx: it has <rows> rows, more than a sheet holds; read <file>':
    '<name> 未列入 results.xlsx：有 <rows> 行，超过工作表上限；请读 <file>',
  '--format xlsx: <names> will not be in results.xlsx, more rows are planned than a sheet holds (<most>); the CSV files have them':
    '--format xlsx：<names> 不会列入 results.xlsx，预计行数超过工作表上限（<most>）；见 CSV 文件',
  'the folder holds this run without <names>': '文件夹中已有此次运行的结果，但没有 <names>',
  '--force to run it again, or another folder': '用 --force 重新运行，或另选文件夹',
  // the disk
  'standard output: <!cause>': '标准输出：<cause>',
  'the disk is full': '磁盘已满',
  'the share of the disk that you may use is full': '磁盘配额已满',
  'the disk may only be read': '磁盘只读',
  'it may not be written': '没有写入权限',
  'the folder or file is no longer there': '文件夹或文件已不存在',
  'the folder is no longer there': '文件夹已不存在',
  'the disk reports an error': '磁盘报告错误',
  'too many files are open': '打开的文件过多',
  'it cannot be written (<code>)': '无法写入（<code>）',
  'the file is gone or is not what was written': '文件已不存在，或已不是所写入的内容',
  'the file is not what was written: something else wrote there': '文件已不是所写入的内容：有其他程序写过',
  interrupted: '已中断',
  'nothing was finished yet': '尚无已完成的模拟',
  'finished replications (<count>) are kept in <path>, --resume goes on with them':
    '已完成的模拟（<count> 次）保存在 <path>，可用 --resume 续跑',
})
