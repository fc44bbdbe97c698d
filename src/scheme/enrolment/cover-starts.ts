/** Whose cover begins within the year: certificates sealed after 1 January, and demobilised soldiers. Few people, kept in lists by township. */
import { InvariantBroken } from '../../kernel/errors.ts'

/** Person and kind in one number below the day, so that sorting by the number sorts by day, then person. */
const PER_DAY = 67_108_864

export type Beginnings = ReturnType<typeof createBeginnings>

export function createBeginnings(townships: number) {
  /** certificates of the campaign for the coming year, in order of person */
  let sealed: { person: number; day: number }[] = []
  let nextSealed = 0
  const ahead: number[][] = Array.from({ length: townships }, () => [])
  /** day on which cover began, of those for whom it was not 1 January */
  const began = new Map<number, number>()

  function begin(): void {
    sealed = []
    openYear()
  }

  /** 1 January: the campaign's list becomes the year's. */
  function openYear(): void {
    nextSealed = 0
    began.clear()
    for (const list of ahead) list.length = 0
  }

  /** In the campaign: the certificate of `person` will be sealed on `day` of the coming year. Persons come in rising order. */
  function sealedLater(person: number, day: number): void {
    sealed.push({ person, day })
  }

  /** The townships open one after the other: takes the certificates of the persons before `endPerson`. */
  function openTownship(township: number, endPerson: number): void {
    for (; nextSealed < sealed.length && sealed[nextSealed].person < endPerson; nextSealed++) {
      add(township, sealed[nextSealed].person, sealed[nextSealed].day)
    }
  }

  function add(township: number, person: number, day: number): void {
    if (person >= PER_DAY) throw new InvariantBroken('cover.begins', day, `person ${person} is beyond ${PER_DAY}`)
    ahead[township].push(day * PER_DAY + person)
  }

  /** After all have been added: the earliest last. */
  function sort(township: number): void {
    ahead[township].sort((a, b) => b - a)
    if (nextSealed === sealed.length) {
      sealed = []
      nextSealed = 0
    }
  }

  /** Takes one person whose day has come, -1 when there is none. */
  function take(township: number, day: number): number {
    const list = ahead[township]
    if (list.length === 0 || list[list.length - 1] >= (day + 1) * PER_DAY) return -1
    return (list.pop() as number) % PER_DAY
  }

  return { begin, openYear, sealedLater, openTownship, add, sort, take, began }
}
