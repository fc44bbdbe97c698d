/** 缺失值 How surveys and their programs write that an answer is missing: never read as an answer, nor is one proposed for it. */

const WORDS = new Set(
  'na n/a nan none null nil missing unknown . .a .b .c .d .m .r -- #n/a #null! #value! #ref! 缺失 未知 不详 不知道 拒答 拒绝回答 不适用'.split(
    ' ',
  ),
)
/** -1 to -9, -99, 99, 998, 9999 and the like, where a word or a yes is asked for. */
const CODES = /^(-[1-9]|-?9{2,}|9+[78])(\.0+)?$/
/** Amounts that no household has, and that code books give for “does not know” and “refused”. */
const LARGE_CODES = /^9{5,}[6-9](\.0+)?$/

export const FILL_IN = 'a missing answer must be filled in, or its household left out'

export function isMissingWord(text: string): boolean {
  return WORDS.has(text.trim().toLowerCase())
}

export function isMissingCode(text: string): boolean {
  return isMissingWord(text) || CODES.test(text.trim())
}

export function isMissingAmount(text: string): boolean {
  return LARGE_CODES.test(text.trim())
}
