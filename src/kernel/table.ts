/** Rows as columns: one typed array a column, so that millions of persons fit in memory and a county's are read in memory order. */

type ColumnKind =
  | Int8ArrayConstructor
  | Uint8ArrayConstructor
  | Int16ArrayConstructor
  | Uint16ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Float32ArrayConstructor
  | Float64ArrayConstructor

type Column = ColumnKind['prototype']

/** Name and kind of each column of a table. */
type Layout = Readonly<Record<string, ColumnKind>>

/** The arrays of a table, by name of the column. The owner writes; others take `ReadonlyColumns`. */
export type Columns<L extends Layout> = { readonly [Name in keyof L]: L[Name]['prototype'] }

/** A column for those who do not own it: it can be read, and only that. */
export interface ReadonlyColumn {
  readonly length: number
  readonly [row: number]: number
  subarray(from: number, end: number): ReadonlyColumn
}
export type ReadonlyColumns<C> = { readonly [Name in keyof C]: ReadonlyColumn }

/** A table of `capacity` rows, all zero. */
export function columns<L extends Layout>(capacity: number, layout: L): Columns<L> {
  const table: Record<string, Column> = {}
  for (const name of Object.keys(layout)) table[name] = new layout[name](capacity)
  return table as Columns<L>
}

/** Bytes that the arrays of a table (or of any object) take. */
export function bytesOf(table: object): number {
  let bytes = 0
  for (const column of Object.values(table)) if (ArrayBuffer.isView(column)) bytes += column.byteLength
  return bytes
}

/** Rows that come one after another, such as messages. The arrays are replaced when they grow: read them from here each time. */
type Growable<L extends Layout> = Columns<L> & Rows<L>

/** Rows of the layout that grow by doubling, with room for `capacity` at first. No column may be called length, append or push. */
export function growable<L extends Layout>(capacity: number, layout: L): Growable<L> {
  return new Rows(capacity, layout) as Growable<L>
}

class Rows<L extends Layout> {
  /** rows in use; setting it to 0 empties the table and keeps its memory */
  length = 0
  #room: number
  /** the same arrays as the properties of their names */
  #columns: Record<string, Column>
  readonly #layout: L

  constructor(capacity: number, layout: L) {
    this.#room = Math.max(1, Math.ceil(capacity))
    this.#layout = layout
    this.#columns = columns(this.#room, layout)
    Object.assign(this, this.#columns)
  }

  /** Appends a row of zeros (or of what stood there before) and returns its index: the caller then fills each column. */
  append(): number {
    if (this.length === this.#room) this.#grow()
    return this.length++
  }

  /** Appends a row given by name. */
  push(row: { readonly [Name in keyof L]: number }): void {
    const at = this.append()
    for (const name in this.#layout) this.#columns[name][at] = row[name]
  }

  #grow(): void {
    this.#room *= 2
    const larger: Record<string, Column> = columns(this.#room, this.#layout)
    for (const name in this.#layout) larger[name].set(this.#columns[name])
    this.#columns = larger
    Object.assign(this, larger)
  }
}
