import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const start = (lang: string, ...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/start.mjs', ...given], {
    encoding: 'utf8',
    env: { ...process.env, LANGUAGE: '', LC_ALL: lang, LC_MESSAGES: lang, LANG: lang },
  })
  return { status, stdout, stderr }
}

test('npm start refuses arguments instead of running something else, and says what to write', () => {
  const [english, chinese] = [start('en_GB.UTF-8', 'where', '起付线'), start('zh_CN.UTF-8', 'where', '起付线')]
  expect(english).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/takes no arguments: where 起付线\..*: npx hezuo where 起付线$/m),
  })
  expect(chinese).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/不接受参数：where 起付线。.*npx hezuo where 起付线$/m) })
})
