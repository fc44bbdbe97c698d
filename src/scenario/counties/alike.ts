/** 分县 Of counties that differ in nothing but their names, what is worked out of one holds of all of them. */
import type { LoadedCounty } from './loaded.ts'

/** What `of` gives of each county; it may rest on settings, policy and groups, and is asked once for those that have them alike. */
export function ofEach<T>(counties: readonly LoadedCounty[], of: (one: LoadedCounty) => T): T[] {
  const found = new Map<string, T>()
  return counties.map((county) => {
    const key = essence(county)
    const before = found.get(key)
    if (before !== undefined) return before
    const own = of(county)
    found.set(key, own)
    return own
  })
}

/** Names, lists of all counties and modules, which are the same for all, left out. */
function essence({ settings, policy, groups = [] }: LoadedCounty): string {
  const { name, counties, named, amendments, ...own } = settings
  return JSON.stringify([own, policy, groups.map((group) => [group.name, group.who, group.policy, group.sets])])
}
