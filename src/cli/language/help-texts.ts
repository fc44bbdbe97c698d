/** What stands below the lists of commands and options in the help, in both languages. */
import type { Words } from '../../words/lang.ts'

const EXAMPLES = `  hezuo check scenarios/baseline.yaml
  hezuo run scenarios/baseline.yaml --out out/baseline
  hezuo run scenarios/subsidy-years.yaml --out out/steps --seed spring --workers 2
  hezuo compare scenarios/subsidy-years.yaml scenarios/higher-rate.yaml --out out/higher-rate
  hezuo explain scenarios/baseline.yaml --person c0-v3-h12-m0 --year 2013 --lang zh
  hezuo where 起付线
  hezuo schema > scenario.schema.json`

export const BELOW_ALL: Words = {
  en: `
Examples:
${EXAMPLES}

Exit codes: 0 done; 1 the model broke (a bug); 2 the input is wrong; 3 the disk or the memory is full or failed; 130 interrupted.`,
  zh: `
示例：
${EXAMPLES}

退出码：0 完成；1 模型出错（程序缺陷）；2 输入有误；3 磁盘或内存已满或出错；130 已中断。`,
}

const EXAMPLE = '  hezuo compare scenarios/subsidy-years.yaml scenarios/higher-rate.yaml --out out/higher-rate'

export const BELOW_COMPARE: Words = {
  en: `
Every scenario gets the same people and the same luck (the seed of the base), so a difference is the rules' doing, and two equal
scenarios differ by exactly zero. Replications are run until the 95 % interval of every headline difference is narrow enough: money and
counts within --precision of the base (balances of the base's fund income), shares within --precision of the whole.
docs/compare.md tells what the files hold, docs/reading-results.md how to read them in Excel, R, Python or Stata.

Example:
${EXAMPLE}`,
  zh: `
各情景的人口与随机数相同（用基准的种子），差异只来自规则；两个相同的情景之差恰为零。模拟逐次增加，直到各主要差异的 95% 区间足够窄：
金额与人次的误差在基准的 --precision 以内（结余按基准的基金收入计），比率的误差在 --precision 以内。
结果文件的内容见 docs/compare.zh.md，在 Excel、R、Python 或 Stata 中的读法见 docs/reading-results.zh.md。

示例：
${EXAMPLE}`,
}
