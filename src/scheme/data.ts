/** The data beside the law that a model needs: read by `node` or `browser`, handed in. */
import type { StandardQuantiles } from '../kernel/distributions.ts'
import type { Holidays } from '../policy/holidays.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import type { Procedures } from '../procedures/data/load.ts'
import type { GroupLaws } from './groups/terms.ts'

export interface ModelData {
  readonly quantiles: StandardQuantiles
  readonly holidays: Holidays
  readonly procedures: Procedures
  /** the user's own people, where the scenario has them in place of the synthetic ones */
  readonly given?: GivenPeople
  /** where the scenario sets parameters by group */
  readonly groups?: GroupLaws
}
