/** Whether what the steps read, and the mutations that they send, are there in Flow's version of the Admin API. */
import {type GraphQLSchema, isObjectType} from 'graphql';
import {LIST_LIMIT} from '../assumptions.ts';
import {pathOf} from '../conditions/index.ts';
import {itemType} from '../environment/index.ts';
import {type Seen, selectionOf} from '../environment/selection.ts';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import {mutationOf} from '../steps/mutation.ts';
import type {Said} from '../types.ts';
import {callOf} from './fields.ts';
import type {Step, Workflow} from './workflow.ts';

/** One sentence for each; what a script or a mutation gives is only known when the workflow runs. */
export function pathProblems({file, steps, trigger}: Workflow, schema: GraphQLSchema): readonly Said[] {
  const seen: Seen = {schema, patched: file.patchedFields, money: 'string', listLimit: LIST_LIMIT};
  const given = Object.entries(trigger.task.variables).filter(([, type]) => isObjectType(schema.getType(type)));
  const types = new Map([['shop', 'Shop'], ...given]);
  const items = new Map<string, string>();
  for (const {id, task, fields, variable} of steps) {
    if (task.task === 'getOrders' && variable !== null) types.set(variable, 'Order');
    if (task.task !== 'forEach') continue;
    const [root = '', ...rest] = pathOf(fields['listpath'] ?? '') ?? [];
    const start = types.get(root);
    const type = start === undefined ? null : itemType(seen, start, rest);
    if (type !== null) items.set(id, type);
  }
  const loops = new Map(steps.map(({id, variable}) => [id, variable]));
  const typeOf = (step: Step, name: string): string | undefined =>
    step.loop !== null && loops.get(step.loop) === name ? items.get(step.loop) : types.get(name);
  return steps.flatMap((step) => {
    const checks = Object.entries(step.reads).map(([name, wanted]) => (): unknown => {
      const type = schema.getType(typeOf(step, name) ?? '');
      return isObjectType(type) && selectionOf(seen, type, wanted, {declared: [], values: {}}, name);
    });
    if (step.task.task === 'adminRequest')
      checks.push(() => mutationOf(seen, callOf(step.fields['api_call'] ?? '').name));
    return checks.flatMap((check) => problemOf(check).map((problem) => say`“${step.title}”: ${problem}`));
  });
}

function problemOf(check: () => unknown): readonly Said[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof FlowProblem) return [error.said];
    throw error;
  }
}
