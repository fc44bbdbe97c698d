/** 结论依赖的假定各列 The columns of hangs_on.csv, for the data dictionary. */
import { type Measure, measure } from '../words/measure.ts'

export const HANGS_ON_COLUMNS: Readonly<Record<string, Measure>> = {
  'hangs_on.base': measure(
    'text',
    '基准情景',
    'base',
    'hangs_on.csv：空格为情景自身的指标；否则为对该基准的差异',
    'hangs_on.csv: empty for figures of the scenario itself, else the base from which its figures differ',
  ),
  'hangs_on.rank': measure(
    'text',
    '影响次序',
    'rank',
    'hangs_on.csv：1 为对该年该指标影响最大的假定参数，至多 3 个',
    'hangs_on.csv: 1 moves the measure of that year most; three at most',
  ),
  'hangs_on.value': measure(
    'text',
    '假定取值',
    'value assumed',
    'hangs_on.csv：参数的取值；×1 为列表或费用分段，low 与 high 为整体的倍数',
    'hangs_on.csv: of the parameter; ×1 is a list or bands, with low and high as factors on all of it',
  ),
  'hangs_on.low': measure('text', '范围下限', 'low end', 'hangs_on.csv：合理范围的下限', 'hangs_on.csv: of its range'),
  'hangs_on.high': measure('text', '范围上限', 'high end', 'hangs_on.csv：合理范围的上限', 'hangs_on.csv: of its range'),
  'hangs_on.at_low': measure(
    'text',
    '取下限时的变动',
    'moved by, at the low end',
    'hangs_on.csv：参数单独取下限时指标的变动，按该指标的单位；总量按人口折算；空格表示情景不接受该值',
    'hangs_on.csv: how far the measure moves, in its own unit, when this parameter alone is at the low end; sums are scaled to the persons of the run; empty where the scenario refuses the value',
  ),
  'hangs_on.at_high': measure(
    'text',
    '取上限时的变动',
    'moved by, at the high end',
    'hangs_on.csv：参数单独取上限时指标的变动',
    'hangs_on.csv: the same at the high end',
  ),
}
