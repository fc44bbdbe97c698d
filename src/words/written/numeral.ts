/** Numbers as people write them, where plain ones are expected: `11,264`, `22,5`, `８０`, `500元`, `30万`, `2012年`, `[80、90]`. */

const THOUSANDS = /^[+-]?\d{1,3}([,'_]\d{3})+(\.\d+)?$/
const THOUSANDS_BY_POINTS = /^[+-]?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
const UNDERSCORES = /^[+-]?\d+(_\d+)+(\.\d+)?$/
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)$/
const TIMES: Readonly<Record<string, number>> = { k: 1e3, 千: 1e3, 万: 1e4, 亿: 1e8 }

/**
 * The plain numeral that was probably meant; undefined where none is likely, or where the text is one already. A comma marks thousands only
 * before groups of three digits, otherwise it stands for the decimal point. A plus says nothing.
 */
export function likelyNumeral(text: string): string | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s元¥￥$]/g, '')
    .replace(/(?<=[\d万千亿])[年岁人户个次天]$/, '')
    .replace(/^−/, '-')
    .replace(/^\+/, '')
  const [, figure, unit] = /^(.*\d\.?)([k千万亿])$/i.exec(bare) ?? [undefined, bare, undefined]
  const separated = THOUSANDS.test(figure) || UNDERSCORES.test(figure) ? figure.replace(/[,'_]/g, '') : withPoint(figure)
  if (!NUMERAL.test(separated)) return undefined
  const plain = unit === undefined ? separated : String(Number((Number(separated) * TIMES[unit.toLowerCase()]).toPrecision(12)))
  return plain === text ? undefined : plain
}

/** The number that a text stands for: '80,000' as 80000, and 82% as 0.82 where a share is meant. A sign may mean a change: then none. */
export function numeralMeant(value: unknown, isShare: boolean): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const [, hundredths] = /^(.*\S)\s*[%％]$/.exec(text) ?? []
  if (/^[+＋]/.test(text) || (hundredths !== undefined && /^[-－−]/.test(text))) return undefined
  if (hundredths === undefined) return likelyNumeral(text) ?? (/^\d+(\.\d+)?$/.test(text) ? text : undefined)
  const figure = Number(likelyNumeral(hundredths) ?? hundredths)
  return Number.isFinite(figure) && isShare ? String(Number((figure / 100).toPrecision(12))) : undefined
}

/** `[80、90]`, 【80，90】, '80 90' and `['80', '90']` as [80, 90]; undefined where a member is no number, or nothing would change. */
export function listMeant(value: unknown, isShare = false): string | undefined {
  const written = Array.isArray(value) ? value : [value]
  if (written.some((one) => typeof one !== 'string' && typeof one !== 'number')) return undefined
  const parts = written.flatMap((one) => (typeof one === 'string' ? membersOf(one) : [String(one)]))
  const numbers = parts.map((part) => numeralMeant(part, isShare))
  if (numbers.length === 0 || numbers.some((number) => number === undefined || /^0\d/.test(number))) return undefined
  const isSo = Array.isArray(value) && value.length === parts.length && value.every((one) => typeof one === 'number')
  return isSo ? undefined : `[${numbers.join(', ')}]`
}

/** The parts of a list written as one text; a comma before three digits is left to the number. */
function membersOf(text: string): string[] {
  const bare = text
    .replaceAll('，', ';')
    .normalize('NFKC')
    .replace(/^[\s[【〔(]+|[\s\]】〕)]+$/g, '')
  return bare.split(/\s*(?:[、;和]|,(?!\d{3}(?!\d)))\s*|\s+/).filter((part) => part !== '')
}

const MARKS = /[、，；：【】［］（）｛｝〔〕“”‘’～＋－％．]/g

/** The marks of a Chinese keyboard in a text or list of texts, each once, and whether digits are. */
export function wideMarks(value: unknown): { readonly marks: string; readonly hasDigits: boolean } {
  const text = [value]
    .flat()
    .filter((one) => typeof one === 'string')
    .join('')
  return { marks: [...new Set(text.match(MARKS) ?? [])].join(''), hasDigits: /[０-９]/.test(text) }
}

function withPoint(text: string): string {
  if (THOUSANDS_BY_POINTS.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text
}
