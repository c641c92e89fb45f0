import {type DocumentNode, isObjectType, Kind, parse, buildASTSchema} from 'graphql';
import {type Report, shown} from '../finding.ts';

const ALLOWED: ReadonlySet<string> = new Set([Kind.OBJECT_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION]);
const WORDS: Readonly<Record<string, string>> = {
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.DIRECTIVE_DEFINITION]: 'directive',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
};

/** Holds Run code's output schema against what Flow reads: SDL whose root type is `Output`. */
export function checkOutputSchema(sdl: string, report: Report): void {
  let document: DocumentNode;
  try {
    document = parse(sdl, {maxTokens: 5000});
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^Syntax Error: /, '') : String(error);
    return report.error('output-schema', `The schema can't be read: ${shown(message)}`, 'Write type Output { … }.');
  }
  for (const definition of document.definitions) {
    if (ALLOWED.has(definition.kind)) continue;
    const what = WORDS[definition.kind] ?? definition.kind;
    report.warning(
      'output-schema',
      `The schema has a definition (${what}) that Flow isn't known to read.`,
      'Use types, lists and enums only.',
    );
  }
  try {
    const output = buildASTSchema(document).getType('Output');
    if (!isObjectType(output))
      report.error('output-schema', 'The schema has no type Output.', 'Call the root type Output.');
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    report.error('output-schema', `The schema doesn't hold together: ${shown(message)}`);
  }
}
