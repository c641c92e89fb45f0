import ts from 'typescript';
import {type Report, shown} from '../finding.ts';
import {ABSENT, BY_LANGUAGE, DOUBTFUL, LANGUAGE, LATER_METHODS, PERHAPS} from './globals.ts';
import {parseScript, type Script} from './parse.ts';
import {type GlobalPath, References, textOf} from './references.ts';

const INSTEAD_OF_CLOCK = 'Take the time from the input, for example the trigger’s scheduledAt.';
const INSTEAD_OF_CHANCE = 'Take what differs from the input, for example an id.';
const EXPORT_IT = 'Write export default function main(input) { … }.';

/** Codes of TypeScript from here on say that something is TypeScript, not JavaScript. */
const TYPESCRIPT_ONLY = 8000;

/** Longer scripts are nobody's; reading them would only take time. */
const LONGEST = 500_000;

/** Holds a Run code script against Flow's bans, parsed, not searched: words in texts and comments don't count, other names for a thing do. */
export function checkScript(text: string, report: Report): void {
  if (text.trim() === '') return report.error('script', 'The script is empty.', 'Export a default function.');
  if (text.length > LONGEST) return report.unchecked(`a script of ${text.length} characters.`);
  const script = parseScript(text);
  if (script.faults.length > 0) tellFaults(script, report);
  else new Inspection(script, report).run();
}

function tellFaults({source, faults}: Script, report: Report): void {
  const plain = faults.filter(({code}) => code < TYPESCRIPT_ONLY);
  if (plain.length === 0) {
    const [first] = faults;
    const line = first ? lineAt(source, first.start ?? 0) : 1;
    return report.error(
      'script-syntax',
      `Line ${line} is TypeScript; Flow runs JavaScript.`,
      'Take the types out, or build the script first.',
    );
  }
  for (const {messageText, start} of plain.slice(0, 3)) {
    const line = start === undefined ? '' : ` in line ${lineAt(source, start)}`;
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    report.error('script-syntax', `The script can't be read${line}: ${message}`);
  }
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

class Inspection {
  private readonly source: ts.SourceFile;
  private readonly references: References;
  private readonly report: Report;
  private hasDefault = false;

  constructor({source, checker}: Script, report: Report) {
    this.source = source;
    this.references = new References(checker);
    this.report = report;
  }

  run(): void {
    this.visit(this.source);
    if (!this.hasDefault) this.report.error('script-export', 'The script exports no default function.', EXPORT_IT);
  }

  private visit(node: ts.Node): void {
    this.modules(node);
    this.waiting(node);
    this.later(node);
    if (ts.isBigIntLiteral(node)) this.doubt(node, 'BigInt');
    if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) {
      const message = `Line ${this.lineOf(node)} is JSX; Flow runs JavaScript.`;
      return this.report.error('script-syntax', message, 'Build the script first.');
    }
    const path = this.references.globalOf(node);
    if (path === null) ts.forEachChild(node, (child) => this.visit(child));
    else {
      this.globals(node, path);
      this.keysWithin(node);
    }
  }

  /** The keys of `a[b][c]`, once the whole of it is judged. */
  private keysWithin(node: ts.Node): void {
    if (ts.isElementAccessExpression(node)) this.visit(node.argumentExpression);
    if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) this.keysWithin(node.expression);
  }

  private lineOf(node: ts.Node): number {
    return lineAt(this.source, node.getStart(this.source));
  }

  private ban(node: ts.Node, what: string, fix: string): void {
    this.report.error('script-ban', `Run code has no ${what} (line ${this.lineOf(node)}).`, fix);
  }

  private doubt(node: ts.Node, what: string): void {
    const message = `Whether Run code has ${what} is not known (line ${this.lineOf(node)}).`;
    this.report.stricter('script-doubtful', message, DOUBTFUL[what] ?? null);
  }

  private modules(node: ts.Node): void {
    const isImport =
      ts.isImportDeclaration(node) ||
      (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) ||
      (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) ||
      (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);
    if (isImport) this.ban(node, 'imports', 'Put everything into the one script.');
    if (ts.isExportAssignment(node)) this.exported(node.expression);
    if (ts.isExportSpecifier(node) && node.name.text === 'default') this.exported(node.propertyName ?? node.name);
    const isDefault =
      (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
      modifiers(node).includes(ts.SyntaxKind.DefaultKeyword);
    if (isDefault) this.exported(node);
  }

  private exported(value: ts.Node): void {
    if (this.hasDefault)
      this.report.error('script-export', 'The script has two default exports.', 'Leave one of them.');
    this.hasDefault = true;
    const what = this.meant(value);
    const isFunction = ts.isFunctionDeclaration(what) || ts.isFunctionExpression(what) || ts.isArrowFunction(what);
    if (isFunction && what.asteriskToken !== undefined) {
      this.report.error('script-export', 'The default export is a generator, which gives no result.', EXPORT_IT);
      return;
    }
    // What a call or another value gives is only known when the script runs.
    const canBeFunction =
      isFunction || ts.isCallExpression(what) || ts.isPropertyAccessExpression(what) || ts.isIdentifier(what);
    if (!canBeFunction)
      this.report.error(
        'script-export',
        `The default export is ${shown(what.getText(this.source))}, not a function.`,
        'Export a default function.',
      );
  }

  /** What a name stands for, where it was given a value when it was declared. */
  private meant(value: ts.Node, depth = 0): ts.Node {
    if (ts.isParenthesizedExpression(value)) return this.meant(value.expression, depth);
    if (!ts.isIdentifier(value) || depth > 5) return value;
    const declaration = this.references.declarationOf(value);
    if (declaration && ts.isFunctionDeclaration(declaration)) return declaration;
    if (declaration && ts.isClassDeclaration(declaration)) return declaration;
    const isConstant =
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      ts.isVariableDeclarationList(declaration.parent) &&
      (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
    return isConstant && declaration.initializer ? this.meant(declaration.initializer, depth + 1) : value;
  }

  private waiting(node: ts.Node): void {
    const isAsync = modifiers(node).includes(ts.SyntaxKind.AsyncKeyword);
    const awaits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
    if (isAsync || awaits) this.ban(node, 'async and await', 'Return the result itself.');
  }

  private globals(node: ts.Node, [first, second]: GlobalPath): void {
    const outer = unwrapped(node);
    if (first === undefined || (ts.isTypeOfExpression(outer) && second === undefined)) return;
    if (first === null || (second === null && ['Date', 'Math', 'console'].includes(first))) {
      this.report.unchecked(`which name ${shown(node.getText(this.source))} has when the script runs.`);
    } else if (Object.hasOwn(ABSENT, first)) this.ban(node, first, ABSENT[first] ?? '');
    else if (Object.hasOwn(DOUBTFUL, first)) this.doubt(node, first);
    else if (first === 'Date') this.clock(node, outer, second);
    else if (first === 'Math' && second === 'random') this.ban(node, 'chance (Math.random)', INSTEAD_OF_CHANCE);
    else if (first === 'console' && second !== undefined && second !== 'log')
      this.ban(node, `console.${second ?? ''}`, 'Use console.log.');
    else if ((first === 'eval' || first === 'Function') && second === undefined && isCalled(outer)) this.hidden(node);
    else if (PERHAPS.has(first))
      this.report.warning(
        'script-global',
        `${first} (line ${this.lineOf(node)}) isn't part of the language of 2020; whether Flow's engine has it is not known.`,
      );
    else if (!LANGUAGE.has(first) && !this.references.isOwnName(node))
      this.report.error(
        'script-undeclared',
        `${shown(first)} (line ${this.lineOf(node)}) is declared nowhere.`,
        'Declare it with const, or read it from the input.',
      );
  }

  private clock(node: ts.Node, outer: ts.Node, second: string | null | undefined): void {
    if (second === 'now') this.ban(node, 'clock (Date.now)', INSTEAD_OF_CLOCK);
    if (second !== undefined) return;
    const {parent} = outer;
    if (ts.isNewExpression(parent) && parent.expression === outer && (parent.arguments?.length ?? 0) === 0)
      this.ban(parent, 'clock (new Date())', INSTEAD_OF_CLOCK);
    if (ts.isCallExpression(parent) && parent.expression === outer)
      this.ban(parent, 'clock (Date())', INSTEAD_OF_CLOCK);
    if (ts.isCallExpression(parent) && this.isConstruct(parent) && parent.arguments[0] === outer)
      this.ban(parent, 'clock (Reflect.construct(Date, …))', INSTEAD_OF_CLOCK);
  }

  /** `Reflect.construct` and `Reflect.apply` without a moment in their list. */
  private isConstruct({expression, arguments: given}: ts.CallExpression): boolean {
    const [owner, method] = this.references.globalOf(expression) ?? [];
    const list = given.at(-1);
    const isEmpty = list !== undefined && ts.isArrayLiteralExpression(list) && list.elements.length === 0;
    return owner === 'Reflect' && (method === 'apply' || (method === 'construct' && isEmpty));
  }

  private hidden(node: ts.Node): void {
    this.report.stricter(
      'script-eval',
      `Line ${this.lineOf(node)} makes code from a text: what it does can't be checked, and Flow may not run it.`,
      'Write it as code.',
    );
  }

  private later(node: ts.Node): void {
    const what = laterSyntax(node, this.source);
    if (what !== null)
      this.report.stricter(
        'script-es2020',
        `Line ${this.lineOf(node)} has ${what}, newer than ES2020; whether Flow's engine has it is not known.`,
        'Build the script for ES2020.',
      );
    if (!ts.isCallExpression(node)) return;
    const {expression} = node;
    const method = ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : ts.isElementAccessExpression(expression)
        ? textOf(expression.argumentExpression)
        : null;
    if (method === null) return;
    if (method === 'constructor') this.hidden(node);
    if (LATER_METHODS.has(method))
      this.report.warning(
        'script-es2020',
        `The method ${method} is newer than ES2020; whether Flow's engine has it is not known.`,
      );
    if (BY_LANGUAGE.has(method))
      this.report.warning(
        'script-language',
        `${method} (line ${this.lineOf(node)}) writes as a language does; Flow's engine may know none and give another text.`,
        'Write the number or date out by hand.',
      );
  }
}

/** The brackets around an expression belong to it. */
function unwrapped(node: ts.Node): ts.Node {
  let outer = node;
  while (ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
  return ts.isTypeOfExpression(outer.parent) ? outer.parent : outer;
}

function isCalled(node: ts.Node): boolean {
  const {parent} = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

function modifiers(node: ts.Node): ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({kind}) => kind) : [];
}

const LATER_ASSIGNMENTS = new Set([
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

function laterSyntax(node: ts.Node, source: ts.SourceFile): string | null {
  if (ts.isBinaryExpression(node) && LATER_ASSIGNMENTS.has(node.operatorToken.kind))
    return `the operator ${node.operatorToken.getText(source)}`;
  if (ts.isNumericLiteral(node) && node.getText(source).includes('_')) return 'a number with underscores';
  if (ts.isPropertyDeclaration(node)) return 'a class field';
  if (ts.isClassStaticBlockDeclaration(node)) return 'a static block';
  if (ts.isPrivateIdentifier(node)) return 'a private name';
  if (ts.isRegularExpressionLiteral(node) && /[dv]/.test(node.text.slice(node.text.lastIndexOf('/'))))
    return 'a regular expression with the flag d or v';
  return null;
}
