import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Every operation of graphql/operations in one document, so that fragments are shared. */
export function readOperations(root: string): DocumentNode {
  const files = globSync('graphql/operations/*.graphql', {cwd: root}).toSorted();
  const definitions = files.flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions);
  return {kind: Kind.DOCUMENT, definitions};
}

export function readSchema(root: string, version: string): GraphQLSchema {
  return buildSchema(readFileSync(join(root, 'graphql', 'schema', `${version}.graphql`), 'utf8'));
}

/** What Shopify's data file says about access: by `Type` or `Type.field`, any one scope of the list is enough. */
export function readAccess(root: string, version: string): Record<string, string[]> {
  return JSON.parse(readFileSync(join(root, 'graphql', 'schema', `${version}.access.json`), 'utf8')) as Record<
    string,
    string[]
  >;
}

/** `Type` and `Type.field` of everything that the operations select. */
export function selectedNames(schema: GraphQLSchema, operations: DocumentNode): Set<string> {
  const names = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    operations,
    visitWithTypeInfo(info, {
      Field() {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        names.add(parent.name).add(`${parent.name}.${field.name}`).add(getNamedType(field.type).name);
      },
    }),
  );
  return names;
}
