/** How an error in a document is reported: with the path from the operation down. */
import {type ASTNode, GraphQLError, type ValidationContext} from 'graphql';

export type Ancestors = readonly (ASTNode | readonly ASTNode[])[];

/** The path of graphql-ruby: "mutation Name", then fields by alias, arguments and input keys by name. */
export function pathTo(node: ASTNode, ancestors: Ancestors): string[] {
  const chain = [...ancestors.filter((one): one is ASTNode => !Array.isArray(one)), node];
  return chain.flatMap((one) => {
    switch (one.kind) {
      case 'OperationDefinition':
        return [one.name ? `${one.operation} ${one.name.value}` : one.operation];
      case 'FragmentDefinition':
        return [`fragment ${one.name.value}`];
      case 'InlineFragment':
        return [one.typeCondition ? `... on ${one.typeCondition.name.value}` : '...'];
      case 'Field':
        return [one.alias?.value ?? one.name.value];
      case 'Argument':
      case 'ObjectField':
        return [one.name.value];
      default:
        return [];
    }
  });
}

/** Notes one error, with the path that graphql-ruby gives it. */
export function report(
  context: ValidationContext,
  node: ASTNode,
  path: readonly string[],
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  context.reportError(new GraphQLError(message, {nodes: node, path, extensions}));
}
