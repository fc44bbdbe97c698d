/** 规则改写 Reads the modules that a scenario amends rules with, compiles them, and finds what is wrong with them before anybody is simulated. */
import type { TransformFailure } from 'esbuild'
import { type Fault, InputFaults } from '../../kernel/errors.ts'
import type { AmendmentFile } from '../../scenario/amend/block.ts'
import { amendmentOf, NoAmendment } from '../../scenario/amend/in-force.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { reasonOf } from '../../scenario/reading/unreadable.ts'
import type { AmendedRule } from '../../scheme/settings.ts'
import { readScenarioText, sha256, Unreadable } from '../files.ts'

/** Reads and compiles the modules. Throws InputFaults with the first fault of each. */
export async function readAmendments(files: readonly AmendmentFile[]): Promise<AmendedRule[]> {
  if (files.length === 0) return []
  const { transformSync } = await import('esbuild')
  const compile = (text: string, path: string) =>
    transformSync(text, { loader: 'ts', format: 'cjs', sourcefile: path, logLevel: 'silent', target: 'es2022', tsconfigRaw: KEEP_IMPORTS })
  const faults: Fault[] = []
  const amended = files.flatMap((file) => {
    try {
      return [amendedBy(file, compile)]
    } catch (error) {
      if (!(error instanceof InputFaults)) throw error
      faults.push(...error.faults)
      return []
    }
  })
  if (faults.length) throw new InputFaults(faults)
  return amended
}

/** The scenario with its amendments: they are part of its settings and of what its hash is taken of. */
export function withModules(scenario: LoadedScenario, amendments: readonly AmendedRule[]): LoadedScenario {
  if (amendments.length === 0) return scenario
  const hashed = amendments.map(({ rule, content }) => `${rule} ${content?.sha256}`)
  return {
    ...scenario,
    settings: { ...scenario.settings, amendments },
    hashInput: `${scenario.hashInput}\namend\n${hashed.join('\n')}`,
  }
}

/** What is not the same in every thread and on every day, what reaches out of the module, and what would break when nobody waits for it any more. */
const OUTSIDE = new RegExp(
  `\\b(${[
    'Math\\.random|crypto|Date|performance',
    'process|globalThis|fetch|Function|eval|WebAssembly|Worker|SharedArrayBuffer|Atomics|WeakRef|FinalizationRegistry',
    'Promise|async|await|fromAsync|queueMicrotask|setTimeout|setInterval|setImmediate|MessageChannel|BroadcastChannel',
  ].join('|')})\\b`,
)

/** Only what is imported as a type vanishes. */
const KEEP_IMPORTS = { compilerOptions: { verbatimModuleSyntax: true } }
type Compile = (text: string, path: string) => { readonly code: string }

function amendedBy({ rule, file, path, named }: AmendmentFile, compile: Compile): AmendedRule {
  const text = textOf(path, named, file)
  const foreign = /\bAmendment<\s*['"](\w+)['"]\s*>/.exec(text)
  if (foreign && foreign[1] !== rule)
    throw fault(
      path,
      text,
      foreign.index,
      `this is an amendment of '${foreign[1]}', the scenario amends '${rule}' with it`,
      `Amendment<'${rule}'>`,
    )
  const code = compiled(text, path, compile)
  const late = /\bimport\s*\(/.exec(code)
  if (late) throw fault(path, text, text.search(/\bimport\s*\(/), 'the module imports while it runs', 'a module by itself: types only')
  const outside = OUTSIDE.exec(code)
  if (outside) {
    const message = `the module uses ${outside[1]}: what it answers may rest on nothing but what it is given`
    throw fault(path, text, text.indexOf(outside[1]), message, 'the same answer to the same question, whoever asks and when')
  }
  try {
    const amended: unknown = amendmentOf(code)((...given: unknown[]) => given.length)
    if (typeof amended !== 'function') throw new NoAmendment('the amendment gives no rule', '(law) => (…) => …')
  } catch (error) {
    if (!(error instanceof NoAmendment)) throw fault(path, text, 0, `the module broke: ${error instanceof Error ? error.message : error}`)
    throw fault(path, text, placeOf(text, error), error.message, error.expected)
  }
  return { rule, file, content: { title: titleOf(text, file), sha256: sha256(text), text, code } }
}

function textOf(path: string, named: AmendmentFile['named'], file: string): string {
  try {
    return readScenarioText(path).replaceAll('\r\n', '\n')
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const message = `'amend' names '${file}': ${reasonOf(error.code)}`
    throw new InputFaults([{ code: 'unreadable', ...named, message, expected: 'a TypeScript module', nearest: error.nearest }])
  }
}

function compiled(text: string, path: string, compile: Compile): string {
  try {
    return compile(text, path).code
  } catch (error) {
    const [first] = (error as TransformFailure).errors ?? []
    if (!first) throw error
    const { line = 1, column = 0 } = first.location ?? {}
    throw new InputFaults([
      {
        code: 'amendment',
        file: path,
        line,
        column: column + 1,
        message: `no valid TypeScript: ${first.text}`,
        expected: 'a module of TypeScript',
      },
    ])
  }
}

function fault(file: string, text: string, at: number, message: string, expected?: string): InputFaults {
  const before = text.slice(0, Math.max(0, at)).split('\n')
  const place = { line: before.length, column: before[before.length - 1].length + 1 }
  return new InputFaults([{ code: 'amendment', file, ...place, message, expected }])
}

/** Where the import or the default export stands. */
function placeOf(text: string, { imported }: NoAmendment): number {
  if (imported !== undefined) return text.lastIndexOf('import', text.indexOf(imported))
  return text.indexOf('export default')
}

/** The first line of the module's comment: Chinese first, English after it; without one the file's name. */
function titleOf(text: string, file: string): { en: string; zh: string } {
  const line = /^\s*\/\*\*[\s*]*([^\n]*?)\s*(?:\*\/|\n)/.exec(text)?.[1] ?? ''
  const [, zh = '', en = ''] = /^([\p{Script=Han}，、；：（）0-9%]*)\s*(.*?)[.。]?$/u.exec(line) ?? []
  const name = file.split('/').pop() ?? file
  return { en: en || zh || name, zh: zh || en || name }
}
