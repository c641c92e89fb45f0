import ts from 'typescript';
import {type Report, shown} from '../finding.ts';

/** Globals that Run code hasn't, each with what to do instead (facts §1). */
const NO_GLOBALS: Readonly<Record<string, string>> = {
  fetch: 'Read data in the input query, and send requests with a step of their own.',
  XMLHttpRequest: 'Read data in the input query, and send requests with a step of their own.',
  WebSocket: 'Read data in the input query, and send requests with a step of their own.',
  setTimeout: 'Put a Wait step into the workflow.',
  setInterval: 'Put a Wait step into the workflow.',
  setImmediate: 'Put a Wait step into the workflow.',
  queueMicrotask: 'Return the result itself.',
  Promise: 'Return the result itself.',
  require: 'Put everything into the one script.',
  process: 'Write settings as constants at the top of the script.',
  BigInt: 'Count in whole numbers of the smallest unit.',
  Intl: 'Write numbers and dates out by hand.',
};

/** Came to the language after ES2020; which engine Flow uses is not known. */
const LATER_METHODS = new Set([
  'at',
  'findLast',
  'findLastIndex',
  'groupBy',
  'hasOwn',
  'replaceAll',
  'toReversed',
  'toSorted',
  'toSpliced',
]);

const INSTEAD_OF_CLOCK = 'Take the time from the input, for example the trigger’s scheduledAt.';
const OPTIONS: ts.TranspileOptions = {
  fileName: 'script.js',
  reportDiagnostics: true,
  compilerOptions: {allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext},
};

/** Holds a Run code script against Flow's bans, parsed, not searched: words in texts and comments don't count. */
export function checkScript(script: string, report: Report): void {
  if (script.trim() === '') return report.error('script', 'The script is empty.', 'Export a default function.');
  const {diagnostics = []} = ts.transpileModule(script, OPTIONS);
  const source = ts.createSourceFile('script.js', script, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  for (const {messageText, start} of diagnostics.slice(0, 3)) {
    const line = start === undefined ? '' : ` in line ${source.getLineAndCharacterOfPosition(start).line + 1}`;
    report.error(
      'script-syntax',
      `The script can't be read${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  }
  if (diagnostics.length === 0) new Inspection(source, report).run();
}

class Inspection {
  private readonly source: ts.SourceFile;
  private readonly report: Report;
  private readonly declared = new Set<string>();
  private hasDefault = false;

  constructor(source: ts.SourceFile, report: Report) {
    this.source = source;
    this.report = report;
  }

  run(): void {
    const collect = (node: ts.Node): void => {
      const name = (node as {name?: ts.Node}).name;
      const declares =
        ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isFunctionExpression(node) ||
        ts.isClassLike(node) ||
        ts.isBindingElement(node);
      if (declares && name && ts.isIdentifier(name)) this.declared.add(name.text);
      ts.forEachChild(node, collect);
    };
    collect(this.source);
    const visit = (node: ts.Node): void => {
      this.modules(node);
      this.waiting(node);
      this.globals(node);
      this.later(node);
      ts.forEachChild(node, visit);
    };
    visit(this.source);
    if (!this.hasDefault)
      this.report.error(
        'script-export',
        'The script exports no default function.',
        'Write export default function main(input) { … }.',
      );
  }

  private ban(node: ts.Node, what: string, fix: string): void {
    const line = this.source.getLineAndCharacterOfPosition(node.getStart(this.source)).line + 1;
    this.report.error('script-ban', `Run code has no ${what} (line ${line}).`, fix);
  }

  private modules(node: ts.Node): void {
    const isImport =
      ts.isImportDeclaration(node) ||
      (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) ||
      (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) ||
      (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);
    if (isImport) this.ban(node, 'imports', 'Put everything into the one script.');
    if (ts.isExportAssignment(node)) this.exported(node.expression);
    if (ts.isExportSpecifier(node) && node.name.text === 'default') this.hasDefault = true;
    const isDefault =
      (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
      modifiers(node).includes(ts.SyntaxKind.DefaultKeyword);
    if (!isDefault) return;
    if (ts.isFunctionDeclaration(node)) this.hasDefault = true;
    else this.exported(node);
  }

  private exported(value: ts.Node): void {
    this.hasDefault = true;
    let kind = value;
    while (ts.isParenthesizedExpression(kind)) kind = kind.expression;
    const canBeFunction =
      ts.isArrowFunction(kind) ||
      ts.isFunctionExpression(kind) ||
      ts.isIdentifier(kind) ||
      ts.isCallExpression(kind) ||
      ts.isPropertyAccessExpression(kind);
    if (!canBeFunction)
      this.report.error(
        'script-export',
        `The default export is ${shown(value.getText(this.source))}, not a function.`,
        'Export a default function.',
      );
  }

  private waiting(node: ts.Node): void {
    const isAsync = modifiers(node).includes(ts.SyntaxKind.AsyncKeyword);
    const awaits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
    if (isAsync || awaits) this.ban(node, 'async and await', 'Return the result itself.');
  }

  private globals(node: ts.Node): void {
    if (ts.isBigIntLiteral(node)) this.ban(node, 'BigInt', NO_GLOBALS['BigInt'] ?? '');
    if (ts.isNewExpression(node) && this.isGlobal(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0)
      this.ban(node, 'clock (new Date())', INSTEAD_OF_CLOCK);
    if (ts.isCallExpression(node) && this.isGlobal(node.expression, 'Date'))
      this.ban(node, 'clock (Date())', INSTEAD_OF_CLOCK);
    if (ts.isPropertyAccessExpression(node)) {
      const {expression, name} = node;
      if (this.isGlobal(expression, 'Date') && name.text === 'now')
        this.ban(node, 'clock (Date.now)', INSTEAD_OF_CLOCK);
      if (this.isGlobal(expression, 'Math') && name.text === 'random')
        this.ban(node, 'chance (Math.random)', 'Take what differs from the input, for example an id.');
      if (this.isGlobal(expression, 'console') && name.text !== 'log')
        this.ban(node, `console.${name.text}`, 'Use console.log.');
      if (this.isGlobal(expression, 'globalThis') && Object.hasOwn(NO_GLOBALS, name.text))
        this.ban(node, name.text, NO_GLOBALS[name.text] ?? '');
    }
    if (
      ts.isIdentifier(node) &&
      Object.hasOwn(NO_GLOBALS, node.text) &&
      this.isGlobal(node, node.text) &&
      isRead(node)
    ) {
      this.ban(node, node.text, NO_GLOBALS[node.text] ?? '');
    }
  }

  private isGlobal(node: ts.Node, name: string): boolean {
    return ts.isIdentifier(node) && node.text === name && !this.declared.has(name);
  }

  private later(node: ts.Node): void {
    const what = laterSyntax(node, this.source);
    if (what !== null) {
      const line = this.source.getLineAndCharacterOfPosition(node.getStart(this.source)).line + 1;
      this.report.error(
        'script-es2020',
        `Line ${line} has ${what}, newer than ES2020.`,
        'Build the script for ES2020.',
      );
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      LATER_METHODS.has(node.expression.name.text)
    ) {
      const {text} = node.expression.name;
      this.report.warning(
        'script-es2020',
        `The method ${text} is newer than ES2020; whether Flow's engine has it is not known.`,
      );
    }
  }
}

function modifiers(node: ts.Node): ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({kind}) => kind) : [];
}

/** Whether an identifier stands for a value, not for a property's name. */
function isRead(node: ts.Identifier): boolean {
  const {parent} = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  return !(ts.isBindingElement(parent) && parent.propertyName === node) && !ts.isImportSpecifier(parent);
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
