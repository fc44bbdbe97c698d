/** A sound file made unsound: bytes, words, lines and values changed, as accidents and malice do. */
import type { Chance } from './chance.ts'

/** Values that stand where none of them belongs. */
export const ODD_VALUES: readonly string[] = [
  ...[
    '-1',
    '0',
    '-0',
    '1e308',
    '-1e308',
    '1e-320',
    '.inf',
    '-.inf',
    '.nan',
    '0x1F',
    '0o17',
    '1_000',
    '1,5',
    '１２',
    '+60',
    '-10%',
    '×2',
    '12,345.6',
  ],
  ...['9007199254740993', '99999999999999999999999', '2147483648', '0.1234567890123', '1e13', '65536', '4294967296', '0.5000000001'],
  ...[
    'null',
    '~',
    'true',
    'off',
    'yes',
    '""',
    "''",
    '" "',
    '2013-02-30',
    '2013-01-01',
    '1999-12-31',
    '9999-12-31',
    '12:60',
    '2013',
    '[2013]',
  ],
  ...[
    '[]',
    '{}',
    '[[[[]]]]',
    '[1, 2, 3, 4, 5]',
    '[0.5]',
    '{a: 1}',
    '{change: +60}',
    '{change: ×2, years: 2013}',
    '{change: }',
    '{change: -200%}',
  ],
  ...[
    '{2013-01-01: 1, 2012-01-01: 2}',
    '{2013-13-01: 1}',
    '{value: 1}',
    '{from: 0, rate: 2}',
    '[{from: 0, rate: 0.5}, {from: -1, rate: 0.5}]',
  ],
  ...['!!js/function "x"', '!!binary aGV6dW8=', '!!set {a, b}', '*unknown', '&a [*a]', '&b {k: *b}', '<<: *c', '|\n  text', '>-\n  folded'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '"=1+1"',
    '"\\u001b[2J"',
    '"\\0"',
    '"\\u202e"',
    '新农合',
    '起付线',
    'ﬀ',
    '🧮',
    '../../etc/passwd',
    '/dev/zero',
    '.',
  ],
  ...[
    'on',
    '"on"',
    'household_account',
    'none',
    'claim_by_hand.steps.review.minutes',
    'C:\\x',
    'con',
    '$' + '{x}',
    '<script>',
    '%00',
    'a'.repeat(3000),
  ],
  // what parsers go through again and again
  ...[
    `"${'\n'.repeat(2000)}`,
    `${'&a '.repeat(1000)}x`,
    `${'!t '.repeat(1000)}x`,
    `a ]${'\n]'.repeat(1000)}`,
    `"${'\\x'.repeat(1000)}"`,
    `{${'\n  a: 1'.repeat(1000)}`,
    `[${'\n  a: 1'.repeat(1000)}\n]`,
    `\n  ${'-    '.repeat(30)}${'x'.repeat(200)}`,
  ],
]

/** Names that every object has, and others that are no good as keys. */
const ODD_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'a.__proto__.b', '0', '""', '?', '<<']

/** A few changes of bytes anywhere. */
export function damagedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let list = [...bytes.subarray(0, 200_000)]
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const at = chance.below(list.length + 1)
    const some = 1 + chance.below(chance.oneIn(4) ? 200 : 4)
    switch (chance.below(6)) {
      case 0:
        list[at] = chance.below(256)
        break
      case 1:
        list.splice(at, some)
        break
      case 2:
        list.splice(at, 0, ...Array.from({ length: some }, () => chance.below(256)))
        break
      case 3:
        list.splice(at, 0, ...list.slice(at, at + some))
        break
      case 4:
        list = list.slice(0, at)
        break
      default:
        if (list[at] !== undefined) list[at] ^= 1 << chance.below(8)
    }
  }
  return Uint8Array.from(list, (byte) => byte ?? 0)
}

/** Lines of a text lost, doubled, exchanged, indented otherwise, or given an odd value or key. */
export function damagedLines(text: string, chance: Chance): string {
  const lines = text.split('\n')
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(lines.length)
    const line = lines[at]
    const [, key] = /^(\s*(?:- )?[^\s:#][^:#]*:)/.exec(line) ?? []
    switch (chance.below(8)) {
      case 0:
        lines.splice(at, 1)
        break
      case 1:
        lines.splice(at, 0, line)
        break
      case 2:
        lines[at] = `${' '.repeat(chance.below(5))}${line}`
        break
      case 3:
        lines[at] = lines[chance.below(lines.length)]
        break
      case 4:
        lines[at] = line.replace(/[\w.]+/, () => chance.pick(ODD_VALUES))
        break
      case 5:
        lines[at] = chance.oneIn(2) ? `\t${line}` : line.trimStart()
        break
      case 6:
        if (key) lines[at] = line.replace(/[^\s:-][^:]*/, () => chance.pick(ODD_KEYS))
        break
      default:
        if (key) lines[at] = `${key} ${chance.pick(ODD_VALUES)}`
    }
  }
  return lines.join(chance.oneIn(20) ? '\r\n' : '\n')
}

/** The text as another program would have stored it. */
export function stored(text: string, chance: Chance): Uint8Array {
  switch (chance.below(30)) {
    case 0:
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 1:
      return Buffer.from(text, 'latin1')
    case 2:
      return Buffer.from(`\uFEFF${text}`)
    case 3:
      return Buffer.from(text).map((byte) => (byte > 127 && chance.oneIn(3) ? chance.below(256) : byte))
    default:
      return Buffer.from(text)
  }
}
