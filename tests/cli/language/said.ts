/** Every English sentence that the sources may say to the user: texts and templates, without what is said to nobody or in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Said {
  readonly at: string
  /** what stands between what varies */
  readonly pieces: readonly string[]
}

/** Errors that mean a bug, and what is told to another program. */
const TO_NOBODY = /^(Error|RangeError|TypeError|InvariantBroken|RegExp|Function)$/

export function saidIn(folder: string): Said[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => saidInFile(join(folder, name)))
}

export function saidInFile(path: string, text = readFileSync(path, 'utf8')): Said[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Said[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isInBothLanguages(node)) return
    if (ts.isNewExpression(node) && TO_NOBODY.test(node.expression.getText())) return
    const pieces = piecesOf(node)
    if (pieces?.some(isSentence)) found.push({ at: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, pieces })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function piecesOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return undefined
}

/** Two words of small letters with a blank between, or beside what varies. */
export function isSentence(piece: string): boolean {
  return /[a-z]{2,}[,;:]? [a-z(‘“']|^[,;]? ?[a-z]{2,} | [a-z]{2,}$/.test(piece) && !/\p{Script=Han}/u.test(piece)
}

/** `en: '…'` beside a Chinese one, `const en = {…}`, what a condition says in English only; and what the JSON Schema describes to an editor. */
function isInBothLanguages(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node)) return /^(en|description)$/.test(node.name.getText())
  if (ts.isVariableDeclaration(node)) return /^(en([A-Z]|$)|description$)/.test(node.name.getText())
  const { parent } = node
  if (parent === undefined) return false
  if (ts.isIfStatement(parent)) return parent.thenStatement === node && IN_ENGLISH.test(parent.expression.getText())
  return ts.isConditionalExpression(parent) && parent.whenTrue === node && IN_ENGLISH.test(parent.condition.getText())
}

const IN_ENGLISH = /lang(uage)? === 'en'/
