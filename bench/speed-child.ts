/** What a replication of the main job's county costs, told to speed.ts. */
import { type Cost, costOf, mainJob } from './main-job.ts'

const scenario = mainJob()

export function costOfReplication(replication: number): Cost {
  return costOf(scenario, replication)
}
