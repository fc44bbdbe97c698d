/** 户年结果 The households of a county by year, as columns that can be sent between threads: what a comparison pairs household by household. */
import { ABOUT, type HouseholdYearColumns } from '../../scheme/household-accounts.ts'

/** A row for each household with a member alive on 1 January, year by year; all columns of one length. Money in fen. */
export interface HouseholdColumns {
  /** the household's number in its county, the same in every scenario with the same people */
  readonly household: Int32Array<ArrayBuffer>
  readonly year: Int32Array<ArrayBuffer>
  /** bills and spending outside the scheme, less what fund, insurer and assistance paid, not below 0 */
  readonly outOfPocket: Int32Array<ArrayBuffer>
  /** stays and visits that its members had, in one number: less is fewer stays, or as many and fewer visits */
  readonly care: Int32Array<ArrayBuffer>
  /** premiums it paid itself for the year */
  readonly premium: Int32Array<ArrayBuffer>
  /** decile of income per head, 1 (lowest) to 10 */
  readonly decile: Int32Array<ArrayBuffer>
  /** eldest member on 1 January: 0 under 45, 1 45 to 59, 2 60 or older */
  readonly age: Int32Array<ArrayBuffer>
  /** 1 when a member is chronically ill */
  readonly chronic: Int32Array<ArrayBuffer>
  /** 0 all at home, 1 some away, 2 all away */
  readonly living: Int32Array<ArrayBuffer>
  /** groups of the scenario that a member belongs to, a bit each; HAS_GROUPS besides where the scenario has some */
  readonly groups: Int32Array<ArrayBuffer>
}

export const HAS_GROUPS = 256

/** `decile`: by household, 0 to 9 (see `incomeOrder`). */
export function householdColumns(
  years: readonly { readonly year: number; readonly columns: HouseholdYearColumns }[],
  decile: Uint8Array,
  hasGroups = false,
): HouseholdColumns {
  let rows = 0
  for (const { columns } of years) for (let h = 0; h < decile.length; h++) if (columns.size[h] > 0) rows++
  const column = () => new Int32Array(rows)
  const all = {
    ...{ household: column(), year: column(), outOfPocket: column(), care: column(), premium: column() },
    ...{ decile: column(), age: column(), chronic: column(), living: column(), groups: column() },
  }
  let row = 0
  for (const { year, columns } of years) {
    const { size, billed, care, received, premium, about, groups } = columns
    for (let h = 0; h < decile.length; h++) {
      if (size[h] === 0) continue
      all.household[row] = h
      all.year[row] = year
      all.outOfPocket[row] = Math.max(0, billed[h] - received[h])
      all.care[row] = care[h]
      all.premium[row] = premium[h]
      all.decile[row] = decile[h] + 1
      all.age[row] = about[h] & ABOUT.old ? 2 : about[h] & ABOUT.middleAged ? 1 : 0
      all.chronic[row] = about[h] & ABOUT.chronic ? 1 : 0
      all.living[row] = !(about[h] & ABOUT.away) ? 0 : about[h] & ABOUT.home ? 1 : 2
      all.groups[row] = hasGroups ? HAS_GROUPS | groups[h] : 0
      row++
    }
  }
  return all
}
