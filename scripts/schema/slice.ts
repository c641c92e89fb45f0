/**
 * Cuts Shopify's introspection down to what our operations touch.
 *
 * Kept: every output type that an operation selects from, with all of its fields whose own type is kept, an enum or
 * a scalar; every input type that can be reached from the arguments of those fields; no descriptions.
 * On the two root types only the fields that an operation calls are kept.
 */
import {
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionQuery,
  type IntrospectionType,
  type IntrospectionTypeRef,
  isCompositeType,
  buildClientSchema,
  printSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const BUILT_IN_SCALARS = ['ID', 'String', 'Int', 'Float', 'Boolean'];
const KEPT_DIRECTIVES = new Set(['idempotent', 'include', 'skip', 'deprecated', 'specifiedBy', 'oneOf']);

type Named = IntrospectionTypeRef & {name: string; kind: string};

/** The type at the bottom of lists and non-nulls. */
function named(ref: IntrospectionTypeRef): Named {
  let at: IntrospectionTypeRef = ref;
  while ('ofType' in at && at.ofType) at = at.ofType;
  return at as Named;
}

interface Touched {
  types: Set<string>;
  rootFields: Map<string, Set<string>>;
}

/** Which composite types and root fields the documents select. Throws where a document asks for an unknown field. */
function touchedBy(schema: GraphQLSchema, documents: readonly DocumentNode[]): Touched {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name].filter((name) => name !== undefined);
  const touched: Touched = {types: new Set(roots), rootFields: new Map(roots.map((name) => [name, new Set<string>()]))};
  for (const document of documents) {
    const info = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field(node) {
          const parent = info.getParentType();
          const field = info.getFieldDef();
          if (!parent || !field) throw new Error(`Unknown field ${parent?.name ?? '?'}.${node.name.value}`);
          touched.types.add(parent.name);
          touched.rootFields.get(parent.name)?.add(field.name);
          const type = getNamedType(field.type);
          if (isCompositeType(type)) touched.types.add(type.name);
        },
        InlineFragment() {
          const type = info.getType();
          if (type && isCompositeType(type)) touched.types.add(type.name);
        },
        FragmentDefinition() {
          const type = info.getType();
          if (type && isCompositeType(type)) touched.types.add(type.name);
        },
      }),
    );
  }
  return touched;
}

/** Adds the input type behind a reference, and everything that it needs, to `keep`. */
function keepInputs(byName: Map<string, IntrospectionType>, ref: IntrospectionTypeRef, keep: Set<string>): void {
  const {name} = named(ref);
  if (keep.has(name)) return;
  keep.add(name);
  const type = byName.get(name);
  if (type?.kind === 'INPUT_OBJECT') for (const field of type.inputFields) keepInputs(byName, field.type, keep);
}

function bare<T extends {description?: unknown}>(value: T): T {
  return {...value, description: null};
}

const bareInput = (value: IntrospectionInputValue): IntrospectionInputValue => bare(value);

/**
 * @param introspection Shopify's whole schema as introspection
 * @param documents the operations that the slice has to serve
 * @returns the slice as SDL, types in alphabetical order
 * @throws Error when a document selects a field that the schema doesn't have
 */
export function sliceSchema(introspection: IntrospectionQuery, documents: readonly DocumentNode[]): string {
  const whole = buildClientSchema(introspection);
  const {types: keep, rootFields} = touchedBy(whole, documents);
  const all = introspection.__schema.types;
  const byName = new Map(all.map((type) => [type.name, type]));
  for (const name of BUILT_IN_SCALARS) keep.add(name);

  const isKeptOutput = (field: IntrospectionField, owner: string): boolean => {
    const calls = rootFields.get(owner);
    if (calls && !calls.has(field.name)) return false;
    const type = named(field.type);
    return keep.has(type.name) || type.kind === 'ENUM' || type.kind === 'SCALAR';
  };

  const kept: IntrospectionType[] = [];
  const fieldsOf = new Map<string, IntrospectionField[]>();
  const outputs = all.filter((type) => keep.has(type.name) && ['OBJECT', 'INTERFACE', 'UNION'].includes(type.kind));
  for (const type of outputs) {
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') continue;
    const fields = type.fields.filter((field) => isKeptOutput(field, type.name));
    fieldsOf.set(type.name, fields);
    for (const field of fields) {
      keep.add(named(field.type).name);
      for (const arg of field.args) keepInputs(byName, arg.type, keep);
    }
  }
  // An interface may only promise what each of its kept implementations still has.
  for (const type of outputs) {
    if (type.kind !== 'INTERFACE') continue;
    const implementations = type.possibleTypes.filter((ref) => keep.has(ref.name));
    fieldsOf.set(
      type.name,
      (fieldsOf.get(type.name) ?? []).filter((field) =>
        implementations.every((ref) => fieldsOf.get(ref.name)?.some((own) => own.name === field.name)),
      ),
    );
  }

  for (const type of all) {
    if (!keep.has(type.name)) continue;
    if (type.kind === 'OBJECT' || type.kind === 'INTERFACE') {
      const fields = (fieldsOf.get(type.name) ?? []).map((field) => ({
        ...bare(field),
        args: field.args.map(bareInput),
      }));
      const interfaces = type.interfaces.filter((ref) => keep.has(ref.name));
      kept.push(
        type.kind === 'OBJECT'
          ? {...bare(type), fields, interfaces}
          : {...bare(type), fields, interfaces, possibleTypes: type.possibleTypes.filter((ref) => keep.has(ref.name))},
      );
    } else if (type.kind === 'UNION') {
      kept.push({...bare(type), possibleTypes: type.possibleTypes.filter((ref) => keep.has(ref.name))});
    } else if (type.kind === 'INPUT_OBJECT') {
      kept.push({...bare(type), inputFields: type.inputFields.map(bareInput)});
    } else if (type.kind === 'ENUM') {
      kept.push({...bare(type), enumValues: type.enumValues.map(bare)});
    } else {
      kept.push(bare(type));
    }
  }

  const slice = buildClientSchema({
    __schema: {
      ...introspection.__schema,
      subscriptionType: null,
      types: kept.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      directives: introspection.__schema.directives
        .filter((directive) => KEPT_DIRECTIVES.has(directive.name))
        .map(bare),
    },
  });
  return `${printSchema(slice)}\n`;
}
