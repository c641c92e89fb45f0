import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  and,
  any,
  type Condition,
  equals,
  isPresent,
  liquid,
  or,
  orderCreated,
  type Steps,
  workflow,
  type Workflow,
} from '../../src/flow/builder/index.ts';
import {compile, templateFiles} from '../../src/flow/compile/index.ts';
import {type ConditionNode, type FlowFile, readFlowFile, writeFlowFile} from '../../src/flow/format/index.ts';
import {WORKFLOWS} from '../../src/flow/workflows/index.ts';

/** What a line of random steps does, in order; branches and loops hold lines of their own. */
type Plan = readonly Move[];
type Move =
  | {readonly kind: 'tag'}
  | {readonly kind: 'send'}
  | {readonly kind: 'mail'}
  | {readonly kind: 'get'}
  | {readonly kind: 'loop'; readonly body: Plan}
  | {readonly kind: 'when'; readonly test: readonly string[]; readonly yes: Plan; readonly no: Plan};

const text = fc.string({unit: 'grapheme', maxLength: 12}).filter((word) => !/\{[{%]/.test(word));
const simple = fc.constantFrom<Move>({kind: 'tag'}, {kind: 'send'}, {kind: 'mail'});

function plans(depth: number, inLoop: boolean): fc.Arbitrary<Plan> {
  const moves = fc.array(inLoop ? simple : fc.oneof(simple, fc.constant<Move>({kind: 'get'})), {maxLength: 3});
  if (depth === 0) return moves;
  const loop = plans(depth - 1, true).map((body): Plan => [{kind: 'loop', body}]);
  const when = fc
    .record({
      kind: fc.constant('when' as const),
      test: fc.array(text, {minLength: 1, maxLength: 4}),
      yes: plans(depth - 1, inLoop),
      no: plans(depth - 1, inLoop),
    })
    .map((move): Plan => [move]);
  const none = fc.constant<Plan>([]);
  return fc.tuple(moves, inLoop ? none : fc.oneof(loop, none), fc.oneof(when, none)).map((parts) => parts.flat());
}

function workflowOf(plan: Plan, words: readonly string[]): Workflow {
  const about = {name: 'N', description: 'D', before: 'B'};
  return workflow(
    {
      handle: 'random-refrec',
      safety: 'none',
      categories: ['orders'],
      words: {en: about, nl: about},
      repeat: 'R',
      leaves: 'L',
      events: [],
    },
    orderCreated,
    (first, {order}) => {
      let count = 0;
      const next = () => `${words[count % words.length]} ${(count += 1)}`;
      first.addOrderTags('at least one action', order.id, [...words]);
      const line = (steps: Steps<'root', 'root'>, moves: Plan): void => {
        for (const move of moves) {
          const name = next();
          if (move.kind === 'tag') steps.addOrderTags(name, order.id, [name]);
          else if (move.kind === 'mail')
            steps.sendInternalEmail(name, {subject: liquid`${name}`, message: liquid`${order.note}`});
          else if (move.kind === 'send') steps.sendAdminApiRequest(name, 'tagsAdd', {id: order.id, tags: [name]});
          else if (move.kind === 'get') steps.getOrders(name, liquid`tag:'${name}'`);
          else if (move.kind === 'loop')
            steps.forEach(name, order.lineItems, (loop) => line(loop as typeof steps, move.body));
          else {
            const tests: Condition<'root'>[] = move.test.map((word) => any(order.tags, (tag) => equals(tag, word)));
            const [one, two, ...more] = [...tests, isPresent(order.note), equals(order.name, name)];
            const test = one && two ? or(and(one, two), one, ...more) : isPresent(order.note);
            steps.when(
              name,
              test,
              (yes) => line(yes as typeof steps, move.yes),
              (no) => line(no as typeof steps, move.no),
            );
          }
        }
      };
      line(first, plan);
    },
  );
}

/** Every id of a condition, and the one that each says is above it. */
function idsOf(node: ConditionNode, above?: string): string[] {
  expect(node.parent_uuid).toBe(above);
  if (node.operation_type === 'Comparison') {
    expect([node.lhs.parent_uuid, node.rhs.parent_uuid]).toEqual([node.uuid, node.uuid]);
    return [node.uuid, node.lhs.uuid, node.rhs.uuid];
  }
  if (node.operation_type === 'ArrayExpression') {
    return [node.uuid, node.array_path.uuid, node.array_item_key.uuid, ...idsOf(node.operation, node.uuid)];
  }
  return [node.uuid, ...idsOf(node.lhs, node.uuid), ...(node.rhs ? idsOf(node.rhs, node.uuid) : [])];
}

function checkGraph({root}: FlowFile): void {
  const ids = root.steps.map(({step_id}) => step_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(root.steps.map(({step_position}) => step_position.join())).size).toBe(ids.length);
  // A tree: every step but the trigger has one step before it, and that one stands above it in the file.
  expect(root.links.map(({to_step_id}) => to_step_id).toSorted()).toEqual(ids.slice(1).toSorted());
  for (const {from_step_id, to_step_id} of root.links)
    expect(ids.indexOf(from_step_id)).toBeLessThan(ids.indexOf(to_step_id));
  const left = root.links.map(({from_step_id, from_port_id}) => `${from_step_id} ${from_port_id}`);
  expect(new Set(left).size).toBe(left.length);
  for (const {task_type, config_field_values} of root.steps) {
    for (const {config_field_id, value} of config_field_values) {
      if (task_type === 'CONDITION') {
        const all = idsOf(JSON.parse(value) as ConditionNode);
        expect(new Set(all).size).toBe(all.length);
      }
      if (config_field_id === 'api_call') {
        const {blob} = JSON.parse(value) as {readonly blob: string};
        // What Liquid puts in without quotes is JSON of its own.
        expect(() => JSON.parse(blob.replaceAll(/(?:\{\{.*?\}\})+/g, 'null')) as unknown).not.toThrow();
      }
    }
  }
}

describe('any workflow that the builder can tell', () => {
  it('is a tree with sound ids and conditions, has the right checksum, and reads back as it is', () => {
    fc.assert(
      fc.property(plans(3, false), fc.array(text, {minLength: 1, maxLength: 3}), (plan, words) => {
        const random = workflowOf(plan, words);
        const {file} = compile(random);
        const written = writeFlowFile(file);
        const [checksum, body] = [written.slice(0, 64), written.slice(65)];
        expect(checksum).toBe(createHash('sha256').update(body, 'utf8').digest('hex'));
        expect(readFlowFile(written)).toEqual(file);
        expect(writeFlowFile(compile(random).file)).toBe(written);
        checkGraph(file);
      }),
      {numRuns: 60},
    );
  });

  it('holds for ours', () => {
    for (const ours of WORKFLOWS) {
      checkGraph(readFlowFile(templateFiles(ours)[`${ours.about.handle}.flow`] ?? ''));
    }
    expect(new Set(WORKFLOWS.map(({about}) => about.handle)).size).toBe(WORKFLOWS.length);
  });
});
