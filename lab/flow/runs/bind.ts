/** What an event brings into a run, as the trigger of the workflow declares it. */
import type {Lab} from '../../admin-api/index.ts';
import {payloadProblems} from '../../admin-api/flow/declared.ts';
import {gid} from '../../admin-api/gid.ts';
import {allOrders, findOrder, orderOfPart} from '../../admin-api/orders/repository.ts';
import {handleOf} from '../assumptions.ts';
import {type Bound, SHOP} from '../environment/index.ts';
import {asText, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {TriggerTask} from '../steps/tasks.ts';
import type {FlowEvent} from '../types.ts';

/** How a trigger declares a field that is a plain value of the payload; the lab's assumption for its variable is the key in camel case. */
export const PLAIN = 'value';

/**
 * @param order a global id, a number or a name such as "#1001"
 * @throws FlowProblem where there is no such order
 */
export function orderId(lab: Lab, order: string): string {
  const id = /^\d+$/.test(order) ? gid('Order', Number(order)) : order;
  const found =
    findOrder(lab.store, id) ?? allOrders(lab.store).find(({name}) => name === order || name === `#${order}`);
  if (!found) throw new FlowProblem(say`There is no order ${order}.`);
  return found.id;
}

/** @throws FlowProblem where the event lacks what the trigger gives */
export function bind(lab: Lab, trigger: TriggerTask, event: FlowEvent): Record<string, Bound> {
  const bindings: Record<string, Bound> = {shop: SHOP};
  for (const [name, type] of Object.entries(trigger.variables)) bindings[name] = boundOf(lab, name, type, event);
  return bindings;
}

/** @throws FlowProblem where an event of the app's own trigger has not the fields that the trigger declares */
export function checkPayload(lab: Lab, {trigger, payload}: FlowEvent): void {
  const declared = lab.settings.flowTriggers?.find(({handle}) => handle === handleOf(trigger));
  const problems = declared ? payloadProblems(payload ?? {}, declared) : [];
  if (problems.length > 0) throw new FlowProblem(say`The payload doesn’t fit “${trigger}”: ${problems.join(' ')}`);
}

function boundOf(lab: Lab, name: string, type: string, event: FlowEvent): Bound {
  const {payload} = event;
  const number = payload?.[`${name}_id`];
  switch (type) {
    case 'Order': {
      const given = event.order ?? (number === undefined ? undefined : asText(number));
      if (given === undefined) throw new FlowProblem(say`The event names no order; “${event.trigger}” needs one.`);
      return {is: 'thing', type, id: orderId(lab, given)};
    }
    case 'Return': {
      const id = event.return ?? '';
      if (id === '') throw new FlowProblem(say`There is no return in the event.`);
      if (!orderOfPart(lab.store, id)) throw new FlowProblem(say`There is no return ${id}.`);
      return {is: 'thing', type, id};
    }
    case 'DateTime':
      return {is: 'value', value: event.scheduledAt ?? lab.clock.iso()};
    case PLAIN: {
      const key = Object.keys(payload ?? {}).find((one) => variableOfKey(one) === name);
      return {is: 'value', value: key === undefined ? null : payload?.[key]};
    }
    default:
      if (typeof number === 'number' || typeof number === 'string') {
        return {is: 'thing', type, id: gid(type, Number(number))};
      }
      return {is: 'value', value: payload?.[name] ?? null};
  }
}

/** `Refund ID` is read as `refundId`. */
export function variableOfKey(key: string): string {
  return (key.match(/[A-Za-z0-9]+/g) ?? [])
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
    )
    .join('');
}

/** What a run is about, as merchants call it. */
export function subjectOf(lab: Lab, bindings: Readonly<Record<string, Bound>>): string | null {
  const {order, return: returned} = bindings;
  if (order?.is === 'thing') return findOrder(lab.store, order.id)?.name ?? null;
  if (returned?.is === 'thing') return orderOfPart(lab.store, returned.id)?.name ?? null;
  return null;
}
