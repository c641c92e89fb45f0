import ts from 'typescript';

/** From `globalThis` on; a part whose name is only known when the script runs is null. `[]` is `globalThis` itself. */
export type GlobalPath = readonly (string | null)[];

/** Longer chains of names for the same thing are nobody's. */
const DEEPEST = 20;

/** Finds what an expression takes from outside of the script, under whatever name it goes there. */
export class References {
  private readonly checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /**
   * `['Date', 'now']` for `Date.now`, `Date['now']`, `globalThis.Date.now`, and for `now` after `const {now} = Date`.
   * Null for what is the script's own.
   */
  globalOf(node: ts.Node, depth = 0): GlobalPath | null {
    if (depth > DEEPEST) return null;
    if (ts.isParenthesizedExpression(node)) return this.globalOf(node.expression, depth + 1);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken)
      return this.globalOf(node.right, depth + 1);
    if (ts.isPropertyAccessExpression(node)) return this.below(node.expression, node.name.text, depth);
    if (ts.isElementAccessExpression(node)) return this.below(node.expression, textOf(node.argumentExpression), depth);
    if (!ts.isIdentifier(node) || !isRead(node)) return null;
    const declaration = this.declarationOf(node);
    if (declaration === null) return node.text === 'globalThis' ? [] : [node.text];
    return this.declared(declaration, depth + 1);
  }

  /** Where a name was declared in the script; null where it wasn't. */
  declarationOf(node: ts.Identifier): ts.Node | null {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    return symbol?.valueDeclaration ?? symbol?.declarations?.[0] ?? null;
  }

  /** Whether what stands first in `a.b['c']` was declared in the script. */
  isOwnName(node: ts.Node): boolean {
    let first = node;
    while (
      ts.isPropertyAccessExpression(first) ||
      ts.isElementAccessExpression(first) ||
      ts.isParenthesizedExpression(first)
    )
      first = first.expression;
    return ts.isIdentifier(first) && this.declarationOf(first) !== null;
  }

  private below(owner: ts.Node, name: string | null, depth: number): GlobalPath | null {
    const path = this.globalOf(owner, depth + 1);
    return path === null ? null : path.length === 0 && name === 'globalThis' ? path : [...path, name];
  }

  private declared(declaration: ts.Node, depth: number): GlobalPath | null {
    if (ts.isVariableDeclaration(declaration) && declaration.initializer && ts.isIdentifier(declaration.name))
      return this.globalOf(declaration.initializer, depth);
    if (!ts.isBindingElement(declaration) || !ts.isObjectBindingPattern(declaration.parent)) return null;
    if (declaration.dotDotDotToken) return null;
    const {propertyName, name, parent} = declaration;
    const key = propertyName ?? name;
    const text = ts.isIdentifier(key) || ts.isStringLiteral(key) ? key.text : null;
    const owner = parent.parent;
    if (ts.isVariableDeclaration(owner) && owner.initializer) return this.below(owner.initializer, text, depth);
    if (!ts.isBindingElement(owner)) return null;
    const path = this.declared(owner, depth + 1);
    return path === null ? null : [...path, text];
  }
}

/** A text that stands there as it is, also in pieces: `'fe' + 'tch'`. Null for anything else. */
export function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === null || right === null ? null : left + right;
}

/** Whether an identifier stands for a value, not for the name of a property, a label or a declaration. */
function isRead(node: ts.Identifier): boolean {
  const {parent} = node;
  if (ts.isShorthandPropertyAssignment(parent))
    return parent.name === node || parent.objectAssignmentInitializer === node;
  if ((parent as {readonly name?: ts.Node}).name === node) return false;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return parent.label !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !ts.isExportSpecifier(parent) && !ts.isImportSpecifier(parent) && !ts.isMetaProperty(parent);
}
