import type {EnvironmentShop} from '../environment/environment.types.ts';
import {type Draft, Drafting} from './draft.ts';
import {type Path, pathTo} from './path.ts';
import {Steps} from './steps.ts';
import type {Trigger} from './triggers.ts';

/**
 * A: the step that moves money guards itself. B: guarded against repeated runs only. C: moves no money, asks a person.
 * none: has nothing to do with money. In words: `SAFETY_WORDS` in src/flow/compile/safety.ts.
 */
export type Safety = 'A' | 'B' | 'C' | 'none';

/** What a merchant reads about a workflow. */
export interface About {
  /** Ends in `-refrec`; at most 30 characters, unique in the world, and never changed once deployed. */
  readonly handle: string;
  readonly safety: Safety;
  /** Of Flow's categories, one or two. */
  readonly categories: readonly Category[];
  readonly words: {readonly en: Words; readonly nl: Words};
  /** What the same event a second time does, in a sentence (README). */
  readonly repeat: string;
  /** What anybody sees of it afterwards, however it ends (README). */
  readonly leaves: string;
  /** Events under tests/flow/events that run it end to end. */
  readonly events: readonly string[];
}

export interface Words {
  /** Without the letter: it is added. */
  readonly name: string;
  readonly description: string;
  /** What to do before it is turned on. */
  readonly before: string;
}

/** Those that Shopify's CLI accepts; its documentation says `promotions`, its code `promotion`. */
export const CATEGORIES = [
  'buyer_experience',
  'customers',
  'fulfillment',
  'inventory_and_merch',
  'loyalty',
  'orders',
  'promotion',
  'risk',
  'b2b',
  'payment_reminders',
  'custom_data',
  'error_monitoring',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The scope of what the trigger gives. */
export type Root = 'root';

export interface Workflow {
  readonly about: About;
  /** Runs the definition. @throws {InputError} where Flow would refuse what it says */
  draft(): Draft;
}

type Given<Variables> = {readonly [K in keyof Variables]: Path<Variables[K], Root>} & {
  readonly shop: Path<EnvironmentShop, Root>;
};

/** A workflow as code: `definition` reads like the workflow, and gets the trigger's variables and the first step's place. */
export function workflow<Variables>(
  about: About,
  trigger: Trigger<Variables>,
  definition: (steps: Steps<Root, Root>, given: Given<Variables>) => void,
): Workflow {
  const draft = (): Draft => {
    const drafting = new Drafting();
    const {at} = drafting.add(trigger.task.label, trigger.task, trigger.values, null);
    const given = new Proxy({}, {get: (_target, name) => (typeof name === 'string' ? pathTo(name) : undefined)});
    definition(new Steps(drafting, {from: at, port: 'output'}), given as Given<Variables>);
    return drafting;
  };
  return {about, draft};
}

/** Its name with its letter, as it stands in Flow's list. */
export function nameOf({safety}: About, {name}: Words): string {
  return safety === 'none' ? name : `${name} (${safety})`;
}
