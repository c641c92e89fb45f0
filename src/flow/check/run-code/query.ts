import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type InlineFragmentNode,
  isLeafType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import {type Report, shown} from '../finding.ts';
import {fieldOf, lookUp, type Scope} from '../path.ts';

/** Tokens in a query; more than anybody writes, and few enough to read. */
const LONGEST = 5000;

/** Holds Run code's input against what the step may read: it is a query over the workflow's environment, never over the Admin API. */
export function checkInputQuery(text: string, scope: Scope, report: Report): void {
  let document: DocumentNode;
  try {
    document = parse(text, {maxTokens: LONGEST});
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^Syntax Error: /, '') : String(error);
    return report.error('input-query', `The input can't be read: ${message}`, 'Write { order { id } }.');
  }
  const [operation, ...more] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY) {
    return report.error('input-query', 'The input is no query.', 'Write { order { id } }.');
  }
  if (more.length > 0)
    report.error(
      'input-query',
      'The input has more than one definition.',
      'Put everything into one query, without fragments.',
    );
  if ((operation.variableDefinitions?.length ?? 0) > 0)
    report.error('input-query', 'The input has variables, which nobody fills.', 'Leave them out.');
  if ((operation.directives?.length ?? 0) > 0) report.unchecked('directives in the input.');
  new Selection(scope, report).fields(operation.selectionSet, null, [], 0);
}

const DEEPEST = 50;

/** Walks a query along the environment's types. */
class Selection {
  private readonly scope: Scope;
  private readonly report: Report;

  constructor(scope: Scope, report: Report) {
    this.scope = scope;
    this.report = report;
  }

  /** @param owner the type whose fields are selected; null at the root */
  fields(set: SelectionSetNode, owner: GraphQLNamedType | null, above: readonly string[], depth: number): void {
    if (depth > DEEPEST) return this.report.unchecked('an input that is nested this deep.');
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.field(selection, owner, above, depth);
      else {
        this.report.unchecked('whether Flow reads fragments (…) in the input.');
        if (selection.kind === Kind.INLINE_FRAGMENT && owner)
          this.fields(selection.selectionSet, this.narrowed(selection, owner, above), above, depth + 1);
      }
    }
  }

  private narrowed(
    {typeCondition}: InlineFragmentNode,
    owner: GraphQLNamedType,
    above: readonly string[],
  ): GraphQLNamedType {
    const name = typeCondition?.name.value ?? owner.name;
    if (name === owner.name) return owner;
    const found = this.scope.types.named(name);
    if (!found) this.report.at(above.join('.')).error('input-query', `There is no type ${shown(name)}.`);
    return found ? getNamedType(found) : owner;
  }

  private field(node: FieldNode, owner: GraphQLNamedType | null, above: readonly string[], depth: number): void {
    const name = node.name.value;
    const path = [...above, name];
    const place = this.report.at(path.join('.'));
    if ((node.arguments?.length ?? 0) > 0) {
      const message = `Run code's input takes no arguments, and ${name} has some.`;
      place.error('input-argument', message, 'Leave them out; lists come whole.');
    }
    if (node.alias) place.unchecked(`whether Flow reads aliases (${node.alias.value}: ${name}).`);
    if (name === '__typename') return this.report.unchecked('whether Flow knows __typename in the input.');
    const found = owner ? fieldOf(owner, name, path, this.scope.types) : lookUp(this.scope, path);
    if (found.is === 'wrong') return place.error('path', found.message, found.fix);
    if (found.is === 'unchecked') return place.unchecked(found.why);
    const type = getNamedType(found.type);
    if (isLeafType(type)) {
      if (node.selectionSet)
        place.error('input-query', `${shown(path.join('.'))} is a single value and has no fields.`);
    } else if (!node.selectionSet) {
      place.error(
        'input-query',
        `${shown(path.join('.'))} is an object or a list of them.`,
        'Name the fields that the script needs: { … }.',
      );
    } else this.fields(node.selectionSet, type, path, depth + 1);
  }
}
