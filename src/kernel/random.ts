/**
 * Chance by key, not by sequence: a draw is a function of whose life it is (the key), what it is for (the purpose)
 * and which time (the occasion). So a person has the same luck in every scenario, and nobody's luck depends on order.
 *
 * Threefry2x32 with 13 rounds: J. Salmon, M. Moraes, R. Dror, D. Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11).
 */
import seedrandom from 'seedrandom'

export interface Key {
  readonly a: number
  readonly b: number
}

/** Constant of the Skein key schedule: it makes the third word of the key. */
const PARITY = 0x1bd11bda
const SHARE_OF_WORD = 1 / 4_294_967_296

let second = 0

/**
 * One draw: the first random word, signed 32 bits; the second of the same draw is then in `secondWord()`.
 * All four arguments are taken modulo 2^32. The pairs (purpose, occasion) of one key never repeat, so its words are independent.
 *
 * The hottest function of the model: the rounds are written out, four between two additions of the key, nothing is allocated, and
 * it is kept just short enough (460 bytes of byte code, `x ^ (…)` instead of `(…) ^ x`) that V8 builds it into its callers.
 */
export function draw(keyA: number, keyB: number, purpose: number, occasion: number): number {
  const keyC = keyA ^ keyB ^ PARITY
  let x = (occasion + keyA) | 0
  let y = (purpose + keyB) | 0

  x = (x + y) | 0
  y = x ^ ((y << 13) | (y >>> 19))
  x = (x + y) | 0
  y = x ^ ((y << 15) | (y >>> 17))
  x = (x + y) | 0
  y = x ^ ((y << 26) | (y >>> 6))
  x = (x + y) | 0
  y = x ^ ((y << 6) | (y >>> 26))
  x = (x + keyB) | 0
  y = (y + keyC + 1) | 0

  x = (x + y) | 0
  y = x ^ ((y << 17) | (y >>> 15))
  x = (x + y) | 0
  y = x ^ ((y << 29) | (y >>> 3))
  x = (x + y) | 0
  y = x ^ ((y << 16) | (y >>> 16))
  x = (x + y) | 0
  y = x ^ ((y << 24) | (y >>> 8))
  x = (x + keyC) | 0
  y = (y + keyA + 2) | 0

  x = (x + y) | 0
  y = x ^ ((y << 13) | (y >>> 19))
  x = (x + y) | 0
  y = x ^ ((y << 15) | (y >>> 17))
  x = (x + y) | 0
  y = x ^ ((y << 26) | (y >>> 6))
  x = (x + y) | 0
  y = x ^ ((y << 6) | (y >>> 26))
  x = (x + keyA) | 0
  y = (y + keyB + 3) | 0

  x = (x + y) | 0
  second = x ^ ((y << 17) | (y >>> 15))
  return x
}

/** The second word of the latest draw, signed 32 bits, independent of the first. */
export function secondWord(): number {
  return second
}

/**
 * 16 random bits of a word that has already served as a rank. A rank is known to 1 in 65,536 by its upper half alone, and of that the lower
 * half is independent; so a word whose every bit has served can serve once more, for a chance. The odd factor takes halves that follow one another
 * far apart: where the upper half is at its end, the lower one is the depth of the tail, and the chance shall not go with it.
 */
export function spareBits(word: number): number {
  return Math.imul(word, SPREAD) & 0xffff
}

const SPREAD = 0x9e3b

/** A word as a share: the unsigned word ÷ 2^32, a double in [0, 1). */
export function share(word: number): number {
  return (word >>> 0) * SHARE_OF_WORD
}

/**
 * The master key of a run, from any seed text, by seedrandom. seedrandom reads a text cyclically ('1' is '11' to it) and of each
 * character only the low byte; so the text goes in with its length before it, an end after it, and both bytes of each character.
 */
export function masterKey(seedText: string): Key {
  let terminated = `${seedText.length}:`
  for (let at = 0; at < seedText.length; at++) {
    const unit = seedText.charCodeAt(at)
    terminated += String.fromCharCode(unit >>> 8, unit & 255)
  }
  const source = seedrandom(`${terminated}.`)
  return { a: source.int32() | 0, b: source.int32() | 0 }
}
