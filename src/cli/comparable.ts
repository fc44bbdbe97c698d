/** Whether a reform can be set beside a base at all: the same years and the same counties. */
import type { Fault } from '../kernel/errors.ts'
import { areaOf } from '../measures/areas.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import type { ModelSettings } from '../scheme/settings.ts'

/** What stands against it, if anything. */
export function incomparable({ settings: base }: LoadedScenario, { settings, files }: LoadedScenario): Fault[] {
  const [first, last] = settings.years
  const fault = (message: string, expected: string): Fault => ({ code: 'incomparable', file: files[0], message, expected })
  if (first !== base.years[0] || last !== base.years[1])
    return [fault(`the years are ${first} to ${last}, those of the base ${base.years.join(' to ')}`, 'the years of the base')]
  if (settings.counties !== base.counties)
    return [fault(`${settings.counties} counties, in the base ${base.counties}`, 'as many counties as in the base')]
  const names = ({ named }: ModelSettings) => named?.map(({ name }) => name).join(', ') ?? areaOf({ county: 0 })
  if (names(settings) === names(base)) return []
  return [fault(`the counties are ${names(settings)}, those of the base ${names(base)}`, 'the counties of the base, in their order')]
}
