/** Policy blocks over `extends`: what the nearer file says over what the farther ones say. */
import { isMapping, type Mapping } from '../../policy/change/form.ts'
import type { Overrides } from '../../policy/overrides.ts'

/** One block of those of a chain, the nearest first. */
export function mergePolicy(nearestFirst: readonly Overrides[]): Overrides {
  const merged: Record<string, unknown> = {}
  for (const block of [...nearestFirst].reverse())
    for (const [name, setting] of Object.entries(block)) merged[name] = mergeSetting(merged[name], setting)
  return merged
}

/**
 * A plain value holds on all days, so it replaces what was said; dates join dates. Otherwise the nearer setting stands over the farther as
 * over the law: before a date the value of the farther file stays, and what is changed is that file's.
 */
export function mergeSetting(far: unknown, near: unknown): unknown {
  if (far === undefined || !isMapping(near)) return near
  return isMapping(far) && isDated(far) && isDated(near) ? { ...far, ...near } : { over: far, ...near }
}

export function isDated(setting: Mapping): boolean {
  return !('change' in setting) && Object.entries(setting).every(([key, value]) => key === 'over' || !isMapping(value))
}
