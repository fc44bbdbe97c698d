/** The data beside the law that a model needs: read by `node` or `browser`, handed in. */
import type { StandardQuantiles } from '../kernel/distributions.ts'
import type { Holidays } from '../policy/holidays.ts'
import type { Procedures } from '../procedures/load.ts'

export interface ModelData {
  readonly quantiles: StandardQuantiles
  readonly holidays: Holidays
  readonly procedures: Procedures
}
