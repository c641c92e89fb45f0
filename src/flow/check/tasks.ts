import {refundApproval, refundAttention, refundCompleted, refundLabel, refundOutside} from '../builder/own-triggers.ts';
import {type Task, taskOf, unlearnedHandle, variableOf} from '../tasks/index.ts';
import type {Step} from './read.ts';

/**
 * Triggers that ours don't use, with those of their variables that are known; they may give more. The ids stand in exports or in Shopify's own material, except
 * where `unseen` says that they follow the pattern of the others.
 */
const FOREIGN_TRIGGERS: Readonly<
  Record<string, {label: string; variables: Readonly<Record<string, string>>; unseen?: true}>
> = {
  'shopify::admin::draft_order_created': {label: 'Draft order created', variables: {draftOrder: 'DraftOrder'}},
  'shopify::admin::product_added': {label: 'Product created', variables: {product: 'Product'}},
  'shopify::admin::product_status_updated': {
    label: 'Product status updated',
    variables: {product: 'Product', oldStatus: 'ProductStatus'},
  },
  'shopify::admin::metaobject_created': {label: 'Metaobject entry created', variables: {metaobject: 'Metaobject'}},
  'shopify::admin::customer_created': {label: 'Customer created', variables: {customer: 'Customer'}, unseen: true},
  'shopify::admin::order_paid': {label: 'Order paid', variables: {order: 'Order'}, unseen: true},
  'shopify::admin::order_fulfilled': {label: 'Order fulfilled', variables: {order: 'Order'}, unseen: true},
  'shopify::admin::return_requested': {label: 'Return requested', variables: {return: 'Return'}, unseen: true},
  'shopify::admin::return_declined': {label: 'Return declined', variables: {return: 'Return'}, unseen: true},
  'shopify::admin::return_cancelled': {label: 'Return canceled', variables: {return: 'Return'}, unseen: true},
};

/** Actions of Shopify's that give later steps nothing, by their label in Flow. */
const FOREIGN_ACTIONS: Readonly<Record<string, string>> = {
  'shopify::admin::add_product_tags': 'Add product tags',
  'shopify::admin::add_draft_order_tags': 'Add draft order tags',
  'shopify::admin::add_customer_tags': 'Add customer tags',
  'shopify::admin::add_customer_metafield': 'Add customer metafield',
  'shopify::admin::add_product_metafield': 'Add product metafield',
  'shopify::admin::created_redirect_url': 'Create redirect URL',
  'shopify::email::execute_marketing_activity': 'Send marketing mail',
  'shopify::flow::send_http_request': 'Send HTTP request',
};

export interface Known {
  readonly label: string;
  readonly task: Pick<Task, 'type' | 'ports' | 'yields'>;
  /** Its fields and version too; null where only the id is known. */
  readonly whole: Task | null;
  readonly isDraft: boolean;
}

/** By handle. */
const OWN: Readonly<Record<string, Task>> = {
  'refund-approval': refundApproval.task,
  'refund-attention': refundAttention.task,
  'refund-completed': refundCompleted.task,
  'refund-label': refundLabel.task,
  'refund-outside': refundOutside.task,
};

/** A trigger of ours, by its id in Flow or by what stands for it in a draft. */
function ownTask(id: string): Task | null {
  const handle = unlearnedHandle(id) ?? '';
  if (Object.hasOwn(OWN, handle)) return OWN[handle] ?? null;
  return Object.values(OWN).find((task) => task.id === id) ?? null;
}

/** Whether a task is one of Shopify's that this project knows. */
export function isShopifys(id: string): boolean {
  return taskOf(id) !== null || Object.hasOwn(FOREIGN_TRIGGERS, id) || Object.hasOwn(FOREIGN_ACTIONS, id);
}

/** Whether later steps may read things from it that nobody wrote down here. */
export function givesMore(id: string): boolean {
  return knownTask(id) === null || Object.hasOwn(FOREIGN_TRIGGERS, id);
}

/** What is known about a task id; null where nothing is. Triggers of our own count, whether or not their ids are learned. */
export function knownTask(id: string): Known | null {
  const whole = taskOf(id) ?? ownTask(id);
  if (whole) return {label: whole.label, task: whole, whole, isDraft: whole.status === 'draft'};
  const trigger = Object.hasOwn(FOREIGN_TRIGGERS, id) ? FOREIGN_TRIGGERS[id] : undefined;
  if (trigger) {
    const {label, variables, unseen} = trigger;
    const task = {type: 'TRIGGER', ports: ['output'], yields: {kind: 'variables', variables}} as const;
    return {label, task, whole: null, isDraft: unseen ?? false};
  }
  const action = Object.hasOwn(FOREIGN_ACTIONS, id) ? FOREIGN_ACTIONS[id] : undefined;
  if (action === undefined) return null;
  return {
    label: action,
    task: {type: 'ACTION', ports: ['output'], yields: {kind: 'nothing'}},
    whole: null,
    isDraft: false,
  };
}

/** A task in words, also where nobody knows it: `acme::loyalty::add_points` is “add points”. */
export function labelOf(id: string): string {
  return knownTask(id)?.label ?? id.slice(id.lastIndexOf(':') + 1).replaceAll('_', ' ');
}

/**
 * The variables under which steps are read, by step id: a step's own name in camel case, else its task's label with a number from the second of
 * its kind on, in the order of the file (facts: `runCode`, then `runCode1`).
 */
export function variablesOf(steps: readonly Step[]): Map<string, string> {
  const count = new Map<string, number>();
  const names = new Map<string, string>();
  for (const step of steps) {
    if (step.type === 'TRIGGER') continue;
    const label = labelOf(step.taskId);
    const number = count.get(label) ?? 0;
    count.set(label, number + 1);
    names.set(step.id, variableOf(step.givenName ?? (number === 0 ? label : `${label} ${number}`)));
  }
  return names;
}
