/** The folder that was asked for cannot be had: told before anything is simulated (exit code 2). */
import { InputFaults } from '../../kernel/errors.ts'

export function refusal(file: string, message: string, expected: string): InputFaults {
  return new InputFaults([{ code: 'output', file, message, expected }])
}
