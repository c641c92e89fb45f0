import {getNullableType, type GraphQLOutputType, isListType} from 'graphql';
import {ALWAYS, type EnvironmentTypes, typeOf} from '../environment/index.ts';
import type {Graph} from './graph.ts';
import {lookUp, pathNames, type Root, type Scope} from './path.ts';
import {isFields, type Step, type Workflow} from './read.ts';
import {givesMore, knownTask, variablesOf} from './tasks.ts';

/** What a step may read, and the loop it stands in. */
export interface StepScope extends Scope {
  /** Ids of the loops around the step. */
  readonly loops: readonly string[];
}

interface Given {
  readonly name: string;
  readonly root: Root;
  /** What a Wait takes away: results of Get, Sum and Count for certain, of Run code perhaps. */
  readonly afterWait: 'stays' | 'gone' | 'unsure';
}

interface State {
  readonly given: ReadonlyMap<string, Given>;
  readonly lost: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
  readonly loops: readonly string[];
}

const EMPTY: State = {given: new Map(), lost: new Map(), isOpen: false, loops: []};

/** What each step may read: what its trigger and the steps on every way to it give, and a loop's item within its body only. */
export function scopesOf(workflow: Workflow, graph: Graph, types: EnvironmentTypes): Map<string, StepScope> {
  const variables = variablesOf(workflow.steps);
  const after = new Map<string, State>();
  const scopes = new Map<string, StepScope>();
  const byId = new Map(workflow.steps.map((step) => [step.id, step]));
  const origins = new Map<string, string>();
  for (const step of graph.inOrder) {
    const ways = (graph.into.get(step.id) ?? []).flatMap((link) => after.get(`${link.from} ${link.port}`) ?? []);
    // What never runs reads nothing: that it is unreachable was said.
    if (ways.length === 0 && step.type !== 'TRIGGER') continue;
    const before = ways.length === 0 ? EMPTY : ways.reduce(both);
    const scope = scopeOf(before, types, origins);
    scopes.set(step.id, scope);
    for (const [port, state] of leaving(step, before, scope, variables.get(step.id) ?? '', types)) {
      after.set(`${step.id} ${port}`, state);
      for (const name of state.given.keys()) {
        if (!before.given.has(name) && !origins.has(name)) origins.set(name, originOf(step, byId));
      }
    }
  }
  // A second look at the scopes with all origins known: a step may name what only a later one gives.
  for (const [id, scope] of scopes) {
    const elsewhere = new Map(scope.elsewhere);
    for (const [name, origin] of origins) {
      if (!scope.roots.has(name) && !elsewhere.has(name)) elsewhere.set(name, origin);
    }
    scopes.set(id, {...scope, elsewhere});
  }
  return scopes;
}

function originOf(step: Step, byId: ReadonlyMap<string, Step>): string {
  const {name, type} = byId.get(step.id) ?? step;
  return type === 'FOREACH'
    ? `it is the item of the loop “${name}” and exists within its body only.`
    : `the step “${name}” gives it, and not every way to this step leads through that one.`;
}

function scopeOf(state: State, types: EnvironmentTypes, origins: ReadonlyMap<string, string>): StepScope {
  const roots = new Map<string, Root>();
  for (const [name, written] of Object.entries(ALWAYS)) {
    const type = typeOf(types, written);
    if (type) roots.set(name, {type});
  }
  for (const {name, root} of state.given.values()) roots.set(name, root);
  const elsewhere = new Map(state.lost);
  for (const [name, origin] of origins) if (!roots.has(name) && !elsewhere.has(name)) elsewhere.set(name, origin);
  return {roots, isOpen: state.isOpen, elsewhere, loops: state.loops, types};
}

/** What is there whichever of two ways was taken. */
function both(a: State, b: State): State {
  const given = new Map([...a.given].filter(([name, one]) => b.given.get(name)?.root === one.root));
  const loops = a.loops.filter((loop) => b.loops.includes(loop));
  return {given, lost: new Map([...a.lost, ...b.lost]), isOpen: a.isOpen || b.isOpen, loops};
}

function leaving(
  step: Step,
  before: State,
  scope: Scope,
  variable: string,
  types: EnvironmentTypes,
): (readonly [string, State])[] {
  if (step.type === 'CONDITION') return ['true', 'false'].map((port) => [port, before] as const);
  if (step.type === 'FOREACH') {
    const inside = withGiven({...before, loops: [...before.loops, step.id]}, [itemOf(step, scope)]);
    return [
      ['loop_body', inside],
      ['after', before],
    ];
  }
  if (step.type === 'WAIT') return [['output', waited(before)]];
  const state = givesMore(step.taskId) ? {...before, isOpen: true} : before;
  return [['output', withGiven(state, givenBy(step, variable, types))]];
}

function withGiven(state: State, more: readonly Given[]): State {
  return {...state, given: new Map([...state.given, ...more.map((one) => [one.name, one] as const)])};
}

/** Not known (docs/unconfirmed.md, 32), and one object, so that two ways with a Wait give the same. */
const PERHAPS_LOST: Root = {
  unknown: 'whether what Run code gives outlives a Wait; to be sure, run it again after the Wait.',
};

function waited(state: State): State {
  const lost = new Map(state.lost);
  const given = new Map<string, Given>();
  for (const [name, one] of state.given) {
    if (one.afterWait === 'stays') given.set(name, one);
    if (one.afterWait === 'gone') lost.set(name, 'what Get, Sum and Count give is gone after a Wait: get it again.');
    if (one.afterWait === 'unsure') given.set(name, {...one, root: PERHAPS_LOST});
  }
  return {...state, given, lost};
}

/** `order.lineItems` gives `lineItemsForeachitem`. */
function itemOf(step: Step, scope: Scope): Given {
  const path = pathNames(step.fields.get('listpath') ?? '');
  const name = `${path?.at(-1) ?? 'unknown'}Foreachitem`;
  const found = path ? lookUp(scope, path) : null;
  const type =
    found?.is === 'found' && isListType(found.type) ? getNullableType(found.type.ofType as GraphQLOutputType) : null;
  const root: Root = type ? {type: type as GraphQLOutputType} : {unknown: `the items of the loop “${step.name}”.`};
  return {name, root, afterWait: 'stays'};
}

function givenBy(step: Step, variable: string, types: EnvironmentTypes): Given[] {
  const known = knownTask(step.taskId);
  const unknown = (why: string): Root => ({unknown: why});
  if (!known) {
    return variable === '' ? [] : [{name: variable, root: unknown(`what “${step.name}” gives.`), afterWait: 'stays'}];
  }
  const {yields} = known.task;
  switch (yields.kind) {
    case 'variables':
      return Object.entries(yields.variables).map(([name, written]) => {
        const type = typeOf(types, written);
        return {
          name,
          root: type ? {type} : unknown(`${written}, which isn't part of the API slice.`),
          afterWait: 'stays',
        };
      });
    case 'list':
    case 'value': {
      const type = typeOf(types, yields.kind === 'list' ? `[${yields.of}]` : yields.of);
      return [{name: variable, root: type ? {type} : unknown(`${yields.of}.`), afterWait: 'gone'}];
    }
    case 'payload':
      return [{name: variable, root: payloadOf(step, types), afterWait: 'stays'}];
    case 'output':
      return [{name: variable, root: outputOf(step, types), afterWait: 'unsure'}];
    case 'nothing':
    case 'item':
      return [];
  }
}

function payloadOf(step: Step, types: EnvironmentTypes): Root {
  try {
    const call: unknown = JSON.parse(step.fields.get('api_call') ?? '');
    const name = isFields(call) && typeof call['name'] === 'string' ? call['name'] : '';
    const type = types.payload(name);
    return type ? {type} : {unknown: `what ${name || 'the mutation'} answers.`};
  } catch {
    return {unknown: `what “${step.name}” answers: its request can't be read.`};
  }
}

function outputOf(step: Step, types: EnvironmentTypes): Root {
  try {
    return {type: types.ofSdl(step.fields.get('output_schema') ?? '', `s${step.id.replace(/\W/g, '')}`)};
  } catch {
    return {unknown: `what “${step.name}” gives: its output schema can't be read.`};
  }
}
