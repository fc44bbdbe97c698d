/** A day for each of a few persons of many: whoever has none, which is nearly everybody, is told so by one bit. */
export class DaysOfFew {
  readonly #has: Uint32Array
  readonly #days: Int16Array

  /** For persons 0 to before `persons`, nobody with a day at first. */
  constructor(persons: number) {
    this.#has = new Uint32Array((persons >>> 5) + 1)
    this.#days = new Int16Array(persons)
  }

  /** `day`: of a year. */
  set(person: number, day: number): void {
    this.#has[person >>> 5] |= 1 << (person & 31)
    this.#days[person] = day
  }

  get(person: number): number | undefined {
    return (this.#has[person >>> 5] & (1 << (person & 31))) === 0 ? undefined : this.#days[person]
  }

  clear(): void {
    this.#has.fill(0)
  }
}
