/** The language before anything is compiled: found.ts says the same, and knows more of options. */

/** Whether --lang asks for Chinese, or nothing is asked and the locale is Chinese. */
export function speaksChinese(argv, { LC_ALL, LC_MESSAGES, LANG }) {
  const asked = argv.map((word, at) => (word === '--lang' ? argv[at + 1] : /^--lang=(.*)$/.exec(word)?.[1]))
  const last = asked.findLast((word) => word === 'en' || word === 'zh')
  return last === undefined ? /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') : last === 'zh'
}
