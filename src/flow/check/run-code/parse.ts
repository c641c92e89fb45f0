import ts from 'typescript';

const NAME = 'script.js';

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  lib: [],
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true,
  noResolve: true,
  target: ts.ScriptTarget.ESNext,
  types: [],
};

/** A script as TypeScript's parser sees it, alone: no file is read, and no library counts as declared. */
export interface Script {
  readonly source: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  /** What no engine would run: syntax, names declared twice, two default exports. */
  readonly faults: readonly ts.Diagnostic[];
}

export function parseScript(text: string): Script {
  const source = ts.createSourceFile(NAME, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    fileExists: (name) => name === NAME,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '',
    getDefaultLibFileName: () => '',
    getNewLine: () => '\n',
    getSourceFile: (name) => (name === NAME ? source : undefined),
    readFile: (name) => (name === NAME ? text : undefined),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => {},
  };
  const program = ts.createProgram([NAME], OPTIONS, host);
  const syntax = program.getSyntacticDiagnostics(source);
  // Without a type to hold them against, these are the early errors of the language only.
  const faults = syntax.length > 0 ? syntax : program.getSemanticDiagnostics(source);
  return {source, checker: program.getTypeChecker(), faults};
}
