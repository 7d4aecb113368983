import ts from 'typescript'

export type Import = { readonly from: string; readonly typeOnly: boolean }

const known = new Map<string, readonly Import[]>()

/** What a source file imports or re-exports, by TypeScript's own parser; each file is parsed once. */
export function listImports(path: string, text: string): readonly Import[] {
  const before = known.get(`${path}\n${text}`)
  if (before !== undefined) return before
  const found = readImports(path, text)
  known.set(`${path}\n${text}`, found)
  return found
}

function readImports(path: string, text: string): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const one = readImport(node)
    if (one !== undefined) found.push(one)
    ts.forEachChild(node, visit)
  }
  visit(parse(path, text))
  return found
}

function readImport(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return named(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
  }
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true)
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return named(node.arguments[0], false)
  }
  return undefined
}

function named(node: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  return node && ts.isStringLiteral(node) ? { from: node.text, typeOnly } : undefined
}

/** True for a file that holds nothing but doors to other files. */
export function isBarrel(path: string, text: string): boolean {
  const { statements } = parse(path, text)
  const doors = statements.filter((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)
  return doors.length > 0 && doors.length === statements.length
}

function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind)
}
