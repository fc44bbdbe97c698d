/** Figures with which nobody takes another way to a benefit than the ordinary one, however many there are. */
import { smallCounty } from '../../model/small-county.ts'

const procedures = [...smallCounty().data.procedures.procedures.values()]
export const THE_ORDINARY_WAY: Readonly<Record<string, number>> = Object.fromEntries(
  procedures.flatMap(({ id, chosen }) => (chosen ? [[`${id}.chosen`, 0] as const] : [])),
)
