/** A few damaged files; `npm run fuzz` gives 200,000 of them to hezuo. */
import { describe, expect, test } from 'vitest'
import { emptyFolder } from '../cli/command.ts'
import { attack } from './attack.ts'
import { inputOf } from './inputs.ts'

describe('Damaged files', () => {
  test('are taken or refused with faults that can be read: no crash, no file, no changed prototype', async () => {
    const folder = `${emptyFolder()}/in`
    const outcomes: string[] = []
    for (let number = 0; number < 150; number++)
      outcomes.push(await attack(inputOf('npm test', number), folder).catch((error) => `input ${number}: ${error}`))
    expect(outcomes.filter((one) => one !== 'taken' && one !== 'refused')).toEqual([])
    expect(new Set(outcomes)).toEqual(new Set(['taken', 'refused']))
  })

  test('are the same again for the same seed and number', () => {
    for (const number of [1, 2, 3, 4, 5]) expect(inputOf('a', number)).toEqual(inputOf('a', number))
    expect(inputOf('a', 1)).not.toEqual(inputOf('b', 1))
  })

  test('of which one did more than it may would be told', async () => {
    const folder = `${emptyFolder()}/in`
    const sound = inputOf('npm test', 0)
    Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true })
    await expect(attack(sound, folder)).rejects.toThrow('changed a prototype')
    Reflect.deleteProperty(Object.prototype, 'polluted')
    await expect(attack({ kind: 'law', files: { 'file.yaml': Buffer.from('') }, inPlaceOf: 'none' }, folder)).resolves.toBe('taken')
  })
})
