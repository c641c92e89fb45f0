import {
  buildASTSchema,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldConfig,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLUnionType,
  isInterfaceType,
  isListType,
  isNamedType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from 'graphql';
import {ADMIN} from './slice.ts';

/** A field with arguments that the workflow reads under a handle of its own: `patched_fields` of a `.flow` file. */
export interface Patch {
  readonly handle: string;
  /** `metafield`, above all. */
  readonly field: string;
  /** `Order` in exports, `ORDER` in the tool API. */
  readonly type: string;
}

type Fields = Record<string, GraphQLFieldConfig<unknown, unknown>>;
type Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;

/** `PRODUCT_VARIANT` and `ProductVariant` are one type, and Flow's short `VARIANT` is a third way to say it. */
export function patchedTypeName(written: string): string {
  const short = written.toUpperCase() === 'VARIANT' ? 'PRODUCT_VARIANT' : written;
  if (ADMIN.getType(short)) return short;
  const bare = short.replaceAll('_', '').toLowerCase();
  return Object.keys(ADMIN.getTypeMap()).find((name) => name.toLowerCase() === bare) ?? written;
}

/** What a connection is a list of; null for every other type. */
function nodeOf(type: GraphQLNamedType): GraphQLOutputType | null {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return null;
  const nodes = type.getFields()['nodes']?.type;
  return nodes ? getNullableType(nodes) : null;
}

/**
 * The Admin API's types as a workflow sees them: connections are plain lists, no field takes arguments (those that need one are
 * reached through a patch only), and patches are fields like any other. One instance serves one workflow.
 */
export class EnvironmentTypes {
  private readonly made = new Map<string, Composite>();
  private readonly patches: readonly Patch[];

  constructor(patches: readonly Patch[] = []) {
    this.patches = patches;
  }

  /** A type of the slice as the environment has it, by its name; null where the slice has none. */
  named(name: string): GraphQLOutputType | null {
    const type = ADMIN.getType(name);
    if (!type || name.startsWith('__')) return null;
    if (isObjectType(type) || isInterfaceType(type) || isUnionType(type)) return this.composite(type);
    return 'getFields' in type ? null : type;
  }

  /** Whether the workflow reads something under this handle on the type, known to the slice or not. */
  isPatched(type: string, handle: string): boolean {
    return this.patches.some((patch) => patch.handle === handle && patchedTypeName(patch.type) === type);
  }

  /** What a mutation of the slice answers; null where the slice has not that mutation. */
  payload(mutation: string): GraphQLOutputType | null {
    const field = ADMIN.getMutationType()?.getFields()[mutation];
    return field ? this.output(field.type) : null;
  }

  /**
   * The type `Output` of a Run code step's SDL. Its types are named after the step, since two steps may both have a type `Gift`.
   * @throws Error of GraphQL where the SDL can't be read or has no type `Output`
   */
  ofSdl(sdl: string, step: string): GraphQLOutputType {
    const schema = buildASTSchema(parse(sdl));
    const output = schema.getType('Output');
    if (!isObjectType(output)) throw new Error('The schema has no type "Output".');
    return this.composite(output, `${step}_`);
  }

  private output(type: GraphQLOutputType, prefix = ''): GraphQLOutputType {
    if (isNonNullType(type)) return new GraphQLNonNull(this.output(type.ofType as GraphQLOutputType, prefix));
    if (isListType(type)) return new GraphQLList(this.output(type.ofType, prefix));
    const nodes = nodeOf(type);
    if (nodes) return this.output(nodes, prefix);
    return isObjectType(type) || isInterfaceType(type) || isUnionType(type) ? this.composite(type, prefix) : type;
  }

  private composite(type: Composite, prefix = ''): Composite {
    const name = `${prefix}${type.name}`;
    const known = this.made.get(name);
    if (known) return known;
    const made = this.make(type, name, prefix);
    this.made.set(name, made);
    return made;
  }

  private make(type: Composite, name: string, prefix: string): Composite {
    if (isUnionType(type)) {
      const types = (): GraphQLObjectType[] =>
        type.getTypes().map((one) => this.composite(one, prefix) as GraphQLObjectType);
      return new GraphQLUnionType({name, types});
    }
    const fields = (): Fields => this.fieldsOf(type, prefix);
    const interfaces = (): GraphQLInterfaceType[] =>
      type.getInterfaces().map((one) => this.composite(one, prefix) as GraphQLInterfaceType);
    return isObjectType(type)
      ? new GraphQLObjectType({name, fields, interfaces})
      : new GraphQLInterfaceType({name, fields, interfaces});
  }

  private fieldsOf(type: GraphQLObjectType | GraphQLInterfaceType, prefix: string): Fields {
    const fields: Fields = {};
    const all = Object.values(type.getFields());
    const withoutArguments = all.filter((field) => !field.args.some((argument) => isRequiredArgument(argument)));
    for (const field of withoutArguments) fields[field.name] = this.field(field, prefix);
    if (prefix !== '') return fields;
    for (const patch of this.patches) {
      const field = type.getFields()[patch.field];
      if (field && patchedTypeName(patch.type) === type.name) fields[patch.handle] = this.field(field, prefix);
    }
    return fields;
  }

  private field({type, deprecationReason}: GraphQLField<unknown, unknown>, prefix: string) {
    return {type: this.output(type, prefix), ...(deprecationReason == null ? {} : {deprecationReason})};
  }
}

/** `Order`, `[Order!]!`: a type of the environment as it is written in SDL; null where the slice has not its name. */
export function typeOf(types: EnvironmentTypes, written: string): GraphQLOutputType | null {
  const list = /^\[(.+)\]$/.exec(written.replace(/!$/, ''));
  if (list?.[1] !== undefined) {
    const item = typeOf(types, list[1]);
    return item && new GraphQLList(item);
  }
  const type = types.named(written.replace(/!$/, ''));
  return type && isNamedType(type) ? type : null;
}
