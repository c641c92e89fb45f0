import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import versions from '../../../graphql/versions.json' with {type: 'json'};
import {InputError} from '../../core/index.ts';
import type {Draft, DraftStep} from '../builder/draft.ts';
import {lastName} from '../builder/path.ts';
import {variableOf} from '../tasks/index.ts';

/** What a path leads to, as a condition names it: `EnvironmentScalarDefinition:String`. */
export type KindOf = (path: string) => string;

let admin: GraphQLSchema | undefined;

/** The slice of the Admin API in Flow's own version. */
function adminSchema(): GraphQLSchema {
  const file = join(import.meta.dirname, '..', '..', '..', 'graphql', 'schema', `${versions.flow}.graphql`);
  admin ??= buildSchema(readFileSync(file, 'utf8'));
  return admin;
}

type Found = {readonly type: GraphQLOutputType};

/**
 * The kinds of what the paths of a workflow lead to.
 * @throws {InputError} where a path leads nowhere: the builder's types allow none such, a hand-written one may
 */
export function kindsOf(draft: Draft): {
  readonly kindOf: KindOf;
  readonly inside: (list: string, item: string) => void;
} {
  const roots = new Map<string, Found>();
  const named = (name: string): Found => {
    const type = adminSchema().getType(name) as GraphQLOutputType | undefined;
    if (!type) throw new InputError('type', name, `It isn't in the slice of ${versions.flow}: add it to graphql/flow.`);
    return {type};
  };
  roots.set('shop', named('Shop'));
  for (const step of draft.steps) addRoots(step, roots, named);

  const follow = (path: string): Found => {
    const [first = '', ...rest] = path.split('.');
    let at = roots.get(first);
    for (const name of rest) at = at && fieldOf(at, name, draft);
    if (!at) throw new InputError('path', path, 'It leads nowhere in this workflow.');
    return at;
  };
  const inside = (list: string, item: string): void => {
    roots.set(item, {type: getNamedType(follow(list).type)});
  };
  for (const {task, values} of draft.steps) {
    const {listpath} = values;
    if (task.yields.kind === 'item' && typeof listpath === 'string')
      inside(listpath, `${lastName(listpath)}Foreachitem`);
  }
  const kindOf = (path: string): string => {
    const {type} = follow(path);
    const leaf = getNullableType(type);
    if (isListType(leaf)) throw new InputError('path', path, 'It is a list: a condition asks about its items.');
    return `${isEnumType(leaf) ? 'EnvironmentEnumDefinition' : 'EnvironmentScalarDefinition'}:${String(leaf)}`;
  };
  return {kindOf, inside};
}

function addRoots({task, values, name}: DraftStep, roots: Map<string, Found>, named: (name: string) => Found): void {
  const {yields} = task;
  if (yields.kind === 'variables') {
    for (const [variable, type] of Object.entries(yields.variables)) roots.set(variable, named(type));
  }
  if (name === null) return;
  const variable = variableOf(name);
  if (yields.kind === 'list' || yields.kind === 'value') roots.set(variable, named(yields.of));
  if (yields.kind === 'payload') {
    const call = JSON.parse(String(values['api_call'])) as {name: string};
    const mutation = adminSchema().getMutationType()?.getFields()[call.name];
    if (!mutation)
      throw new InputError('mutation', call.name, `It isn't in the slice of ${versions.flow}: add it to graphql/flow.`);
    roots.set(variable, {type: mutation.type});
  }
  if (yields.kind === 'output') {
    const output = buildSchema(`${String(values['output_schema'])}\ntype Query { output: Output }`).getType('Output');
    roots.set(variable, {type: output as GraphQLOutputType});
  }
}

/** A field of an object; a connection is the list of its nodes, as Flow shows it. */
function fieldOf({type}: Found, name: string, {patches}: Draft): Found | undefined {
  const object = getNamedType(type);
  if (!isObjectType(object) && !isInterfaceType(object)) return undefined;
  if (patches.some((patch) => patch.type === object.name && patch.handle === name)) {
    return {type: adminSchema().getType('Metafield') as GraphQLOutputType};
  }
  const field = object.getFields()[name];
  if (!field) return undefined;
  const target = getNamedType(field.type);
  const nodes = isObjectType(target) && target.name.endsWith('Connection') ? target.getFields()['nodes'] : undefined;
  return {type: nodes?.type ?? field.type};
}
