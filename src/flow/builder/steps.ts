import {InputError} from '../../core/index.ts';
import type {EnvironmentMetafield, EnvironmentOrder, EnvironmentPayloads} from '../environment/environment.types.ts';
import type {FromPort} from '../format/index.ts';
import {ACTIONS, type Task} from '../tasks/index.ts';
import type {Condition} from './condition.ts';
import type {Drafting, DraftStep} from './draft.ts';
import {blobOf, type WithRefs} from './json.ts';
import type {ID, Named} from './kinds.ts';
import type {Liquid} from './liquid.ts';
import type {IdsIn, MutationVariables} from './mutations.ts';
import {lastName, PATH, type Path, pathTo, type Ref, type Scoped} from './path.ts';

/** What Run code needs: see src/flow/run-code. `Output` is its output as the builder reads it, `Scope` where what it reads exists. */
export interface Code<out Output, out Scope> extends Scoped<Scope> {
  /** A query over the environment. */
  readonly input: string;
  /** An ES module whose default export is a function of the query's result. */
  readonly script: string;
  /** SDL with the type `Output`. */
  readonly outputSchema: string;
  readonly '#output'?: Output;
}

const OWN_NAMESPACE = 'refund_recipes';

/** `refundRecipesFlowRun` in a query is the metafield `flow_run`. */
function ownMetafields(query: string): string[] {
  const names = [...query.matchAll(/\brefundRecipes([A-Z]\w*)/g)].map(([, name = '']) => name);
  return names.map((name) => name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
}

/**
 * One line of steps, one after the other. `Known` is what its steps may read, `Here` where what they yield exists: a branch and
 * a loop have a scope of their own, so that nothing of theirs can be read outside.
 */
export class Steps<in Known, out Here> {
  private readonly draft: Drafting;
  private from: {readonly from: number; readonly port: FromPort} | null;
  private readonly inLoop: boolean;
  declare private readonly here?: Here;
  declare private readonly known?: (known: Known) => void;

  constructor(draft: Drafting, from: {readonly from: number; readonly port: FromPort}, inLoop = false) {
    this.draft = draft;
    this.from = from;
    this.inLoop = inLoop;
  }

  /** Orders that match a search as the Admin API reads it (docs/unconfirmed.md, 37), at most 100. Not inside a loop. */
  getOrders(words: string, query: Liquid<Known>): Ref<readonly EnvironmentOrder[], Here> {
    this.refuseInLoop('Get order data', words);
    const {variable} = this.add(words, ACTIONS.getOrderData, {query: query.liquid});
    return pathTo<readonly EnvironmentOrder[], Here>(variable);
  }

  /** Once for each item, at most 100. What follows on this line runs once, after the loop. Not inside another loop. */
  forEach<Item>(
    words: string,
    list: Ref<readonly Item[], Known>,
    body: <Inside>(steps: Steps<Known | Inside, Inside>, item: Path<Item, Inside>) => void,
  ): void {
    this.refuseInLoop('For each', words);
    const {at} = this.add(words, ACTIONS.forEach, {listpath: list[PATH]}, 'after');
    const inside = new Steps<Known, never>(this.draft, {from: at, port: 'loop_body'}, true);
    const after = this.from;
    this.from = null;
    body<never>(inside, pathTo(`${lastName(list[PATH])}Foreachitem`));
    this.from = after;
  }

  /** Ends this line: what follows belongs into one of the two branches. */
  when(
    words: string,
    condition: Condition<Known>,
    met: <Branch>(steps: Steps<Known | Branch, Branch>) => void,
    otherwise?: <Branch>(steps: Steps<Known | Branch, Branch>) => void,
  ): void {
    const {at} = this.add(words, ACTIONS.condition, {condition: condition.expression}, null);
    met<never>(new Steps<Known, never>(this.draft, {from: at, port: 'true'}, this.inLoop));
    otherwise?.<never>(new Steps<Known, never>(this.draft, {from: at, port: 'false'}, this.inLoop));
  }

  /** Order metafields of ours that its query names (`refundRecipesClaim`) get their handles. In a loop, too (docs/unconfirmed.md, 35). */
  runCode<Output>(words: string, code: Code<Output, Known>): Path<Output, Here> {
    const {input, script, outputSchema} = code;
    for (const key of ownMetafields(input)) this.draft.patch('Order', OWN_NAMESPACE, key);
    return pathTo(this.add(words, ACTIONS.runCode, {input, script, output_schema: outputSchema}).variable);
  }

  /** A mutation of Flow's API version. Flow may stop the run at userErrors or go on (docs/unconfirmed.md, 3): read what came back. */
  sendAdminApiRequest<Name extends keyof MutationVariables>(
    words: string,
    name: Name,
    variables: WithRefs<MutationVariables[Name], Known, IdsIn<Name>>,
  ): Path<EnvironmentPayloads[Name], Here> {
    const call = JSON.stringify({name, blob: blobOf(variables as object)});
    return pathTo(this.add(words, ACTIONS.sendAdminApiRequest, {api_call: call}).variable);
  }

  /** Flow's own action. Ready workflows tag by `tagsAdd` instead (docs/unconfirmed.md, 6). */
  addOrderTags(words: string, order: Ref<ID<'Order'>, Known>, tags: readonly string[]): void {
    this.add(words, ACTIONS.addOrderTags, {order_id: order[PATH], tags: JSON.stringify(tags)});
  }

  removeOrderTags(words: string, order: Ref<ID<'Order'>, Known>, tags: readonly string[]): void {
    this.add(words, ACTIONS.removeOrderTags, {order_id: order[PATH], tags: JSON.stringify(tags)});
  }

  /** Writes an order's metafield, whatever stood there. */
  setOrderMetafield(
    words: string,
    order: Ref<ID<'Order'>, Known>,
    metafield: {readonly namespace: string; readonly key: string; readonly type: string; readonly value: Liquid<Known>},
  ): void {
    const {namespace, key, type, value} = metafield;
    const values = {order_id: order[PATH], namespace, key, value: value.liquid, value_type: type};
    this.add(words, ACTIONS.addOrderMetafield, values);
  }

  updateOrderNote(words: string, order: Ref<ID<'Order'>, Known>, note: Liquid<Known>): void {
    this.add(words, ACTIONS.updateOrderNote, {order_id: order[PATH], note: note.liquid});
  }

  /** To staff; `to` without an address is the shop's. */
  sendInternalEmail(
    words: string,
    mail: {readonly to?: Liquid<Known>; readonly subject: Liquid<Known>; readonly message: Liquid<Known>},
  ): void {
    const {to = {liquid: '{{ shop.email }}'}, subject, message} = mail;
    const values = {address: to.liquid, subject: subject.liquid, message: message.liquid};
    this.add(words, ACTIONS.sendInternalEmail, values);
  }

  /** Whole days, at most 90, and not inside a loop. What was fetched or counted before is gone afterwards. */
  wait(words: string, days: number): void {
    this.refuseInLoop('Wait', words);
    if (!Number.isSafeInteger(days) || days < 1) throw new InputError(words, days, 'Wait whole days, at least one.');
    this.add(words, ACTIONS.wait, {duration: `P${days}D`});
  }

  /** A metafield of an object, read under a handle: Flow sees no metafields by itself (docs/unconfirmed.md, 10). */
  metafield<Name extends string, Scope extends Known>(
    of: Ref<Named<Name>, Scope>,
    type: NoInfer<Name>,
    namespace: string,
    key: string,
  ): Path<EnvironmentMetafield, Scope> {
    return pathTo(`${of[PATH]}.${this.draft.patch(type, namespace, key)}`);
  }

  private add(words: string, task: Task, values: DraftStep['values'], leave: FromPort | null = 'output') {
    if (!this.from) {
      throw new InputError(
        'step',
        words,
        'Put it on the line of its branch or loop: a condition ends a line, and a loop has its own.',
      );
    }
    const added = this.draft.add(words, task, values, this.from);
    this.from = leave && {from: added.at, port: leave};
    return added;
  }

  private refuseInLoop(what: string, words: string): void {
    if (this.inLoop)
      throw new InputError('step', words, `Flow has no ${what} inside a For each: put it before the loop.`);
  }
}
