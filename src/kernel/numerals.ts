/** Numbers as people and spreadsheets write them: which one was probably meant. Nothing is read so, it is only proposed. */

const THOUSANDS = /^[+-]?\d{1,3}([,'_]\d{3})+(\.\d+)?$/
const THOUSANDS_BY_POINTS = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
const UNDERSCORES = /^[+-]?\d+(_\d+)+(\.\d+)?$/
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)$/

/**
 * The plain numeral that was probably meant by `11,264`, `22,5`, `８０`, `500元` or `1 000`; undefined where none is likely, or where the text is
 * one already. A comma marks thousands only before groups of three digits, otherwise it stands for the decimal point.
 */
export function likelyNumeral(text: string): string | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s元¥￥$]/g, '')
    .replace(/^−/, '-')
  const plain = THOUSANDS.test(bare) || UNDERSCORES.test(bare) ? bare.replace(/[,'_]/g, '') : withPoint(bare)
  return NUMERAL.test(plain) && plain !== text ? plain : undefined
}

function withPoint(text: string): string {
  if (THOUSANDS_BY_POINTS.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text
}
