import {getNullableType, type GraphQLOutputType, isEnumType, isInterfaceType, isListType, isObjectType} from 'graphql';
import {InputError} from '../../core/index.ts';
import {type Draft, type DraftStep, textOf} from '../builder/draft.ts';
import {lastName} from '../builder/path.ts';
import {ALWAYS, EnvironmentTypes, FLOW_VERSION, typeOf} from '../environment/index.ts';
import {variableOf} from '../tasks/index.ts';

/** What the paths of one workflow lead to. */
export class Kinds {
  private readonly types: EnvironmentTypes;
  private readonly roots = new Map<string, GraphQLOutputType>();

  /** @throws {InputError} where a step gives something that the slice of Flow's API version doesn't have */
  constructor(draft: Draft) {
    this.types = new EnvironmentTypes(draft.patches.map((patch) => ({...patch, field: 'metafield'})));
    for (const [name, type] of Object.entries(ALWAYS)) this.roots.set(name, this.named(type));
    for (const step of draft.steps) this.addRoots(step);
    for (const step of draft.steps.filter(({task}) => task.yields.kind === 'item')) {
      const list = textOf(step, 'listpath');
      this.inside(list, `${lastName(list)}Foreachitem`);
    }
  }

  /**
   * As a condition names it: `EnvironmentScalarDefinition:String`.
   * @throws {InputError} where the path leads nowhere, or to a list
   */
  of(path: string): string {
    const leaf = getNullableType(this.follow(path));
    if (isListType(leaf)) throw new InputError('path', path, 'It is a list: a condition asks about its items.');
    return `${isEnumType(leaf) ? 'EnvironmentEnumDefinition' : 'EnvironmentScalarDefinition'}:${String(leaf)}`;
  }

  /** Makes a list's items known under their name. */
  inside(list: string, item: string): void {
    const type = getNullableType(this.follow(list));
    if (!isListType(type)) throw new InputError('path', list, 'It is no list.');
    this.roots.set(item, type.ofType);
  }

  private follow(path: string): GraphQLOutputType {
    const [first = '', ...rest] = path.split('.');
    let at = this.roots.get(first);
    for (const name of rest) {
      const object = at && getNullableType(at);
      at = isObjectType(object) || isInterfaceType(object) ? object.getFields()[name]?.type : undefined;
    }
    if (!at) throw new InputError('path', path, 'It leads nowhere in this workflow.');
    return at;
  }

  private addRoots(step: DraftStep): void {
    const {name} = step;
    const {yields} = step.task;
    if (yields.kind === 'variables') {
      for (const [variable, type] of Object.entries(yields.variables)) this.roots.set(variable, this.named(type));
    }
    if (name === null) return;
    const variable = variableOf(name);
    if (yields.kind === 'list') this.roots.set(variable, this.named(`[${yields.of}!]!`));
    if (yields.kind === 'value') this.roots.set(variable, this.named(yields.of));
    if (yields.kind === 'payload') this.roots.set(variable, this.payload(textOf(step, 'api_call')));
    if (yields.kind === 'output') this.roots.set(variable, this.types.ofSdl(textOf(step, 'output_schema'), variable));
  }

  private payload(call: string): GraphQLOutputType {
    const {name} = JSON.parse(call) as {readonly name: string};
    return this.types.payload(name) ?? missing('mutation', name);
  }

  private named(name: string): GraphQLOutputType {
    return typeOf(this.types, name) ?? missing('type', name);
  }
}

function missing(what: string, name: string): never {
  throw new InputError(what, name, `The slice of ${FLOW_VERSION} doesn't have it: add it to graphql/flow.`);
}
