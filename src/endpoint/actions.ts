import {parseChoices} from '../core/index.ts';
import type {Choices, Ground, OrderSnapshot, Recipe} from '../core/index.ts';
import {canonicalJson} from '../execution/canonical.ts';
import {FieldError, propertiesOf} from './properties.ts';
import {wordsIn} from './words.ts';
import type {Language} from './words.ts';

/** What a call asks for, before its order is read. */
export interface Asked {
  readonly orderId: string;
  /** The handle of a recipe. */
  readonly recipe: string;
  readonly reason: string | null;
  readonly dryRun: boolean;
  /** What the action's fields say about the money: another run with the same asks for the same. */
  readonly deed: readonly (string | null)[];
  /** Any text: the same deed with another one is a second one, on purpose. */
  readonly again: string | null;
  /** @throws InputError */
  choices(order: OrderSnapshot, at: string): Choices;
  /** The call's property in which a field of the choices was given. */
  propertyOf(field: string): string;
  /** Refuses a recipe that isn't what the action promises. @throws InputError */
  fits(recipe: Recipe): void;
}

export interface Action {
  /** As the merchant sees it in Flow. */
  readonly name: string;
  /** @throws InputError that names a property of the call */
  read(properties: Readonly<Record<string, unknown>>, language: Language): Asked;
}

const ORDER = {kind: 'order', required: true} as const;
const AMOUNT = {kind: 'amount', required: true} as const;
const RECIPE = {kind: 'text', required: true, fix: 'fixRecipeMissing'} as const;
const CONSENT = {kind: 'text', required: true, fix: 'fixConsent'} as const;
const TEXT_OR_NOTHING = {kind: 'text', required: false} as const;
const YES_NO = {kind: 'yesNo', required: false} as const;

const GROUNDS: ReadonlySet<string> = new Set(['withdrawal', 'defect', 'policy', 'goodwill']);

const ANY_RECIPE = (): void => undefined;

const shippingPlusLabel: Action = {
  name: 'Refund shipping plus return label credit',
  read(properties, language) {
    const fields = {
      order_id: ORDER,
      label_credit: AMOUNT,
      ground: TEXT_OR_NOTHING,
      again: TEXT_OR_NOTHING,
      reason: TEXT_OR_NOTHING,
      dry_run: YES_NO,
    };
    const given = propertiesOf(properties, fields, language);
    const ground = groundOf(given.ground, language);
    return {
      orderId: given.order_id,
      recipe: 'shipping-plus-label',
      reason: given.reason,
      dryRun: given.dry_run === true,
      deed: [plainAmount(given.label_credit), ground],
      again: given.again,
      propertyOf: (field) => (field === 'choices.amounts.returnLabel' ? 'label_credit' : field),
      choices: () => ({amounts: {returnLabel: given.label_credit}, ...(ground ? {ground} : {})}),
      fits: ANY_RECIPE,
    };
  },
};

const runRecipe: Action = {
  name: 'Run refund recipe',
  read(properties, language) {
    const fields = {
      order_id: ORDER,
      recipe: RECIPE,
      choices: TEXT_OR_NOTHING,
      again: TEXT_OR_NOTHING,
      reason: TEXT_OR_NOTHING,
      dry_run: YES_NO,
    };
    const given = propertiesOf(properties, fields, language);
    return {
      orderId: given.order_id,
      recipe: given.recipe,
      reason: given.reason,
      dryRun: given.dry_run === true,
      deed: [given.recipe, plainChoices(given.choices ?? '')],
      again: given.again,
      propertyOf: (field) => field.replace(/^--choice/, 'choices'),
      choices: (order, at) => typedChoices(given.choices ?? '', order, at, language),
      fits: ANY_RECIPE,
    };
  },
};

const storeCreditWithBonus: Action = {
  name: 'Issue store credit with bonus',
  read(properties, language) {
    const fields = {
      order_id: ORDER,
      consent: CONSENT,
      recipe: TEXT_OR_NOTHING,
      again: TEXT_OR_NOTHING,
      reason: TEXT_OR_NOTHING,
      dry_run: YES_NO,
    };
    const given = propertiesOf(properties, fields, language);
    const recipe = given.recipe ?? 'store-credit-bonus';
    return {
      orderId: given.order_id,
      recipe,
      reason: given.reason,
      dryRun: given.dry_run === true,
      deed: [recipe, given.consent],
      again: given.again,
      propertyOf: (field) => (field.startsWith('choices.consent') ? 'consent' : field),
      choices: (_order, at) => ({consent: {by: 'customer', at, channel: given.consent}}),
      fits({parts, handle}) {
        if (parts.some(({kind}) => kind === 'bonus')) return;
        throw new FieldError('recipe', handle, wordsIn(language)('fixBonusRecipe'));
      },
    };
  },
};

/** By the handle of their extension under extensions/flow-actions. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['refund-shipping-plus-label', shippingPlusLabel],
  ['run-refund-recipe', runRecipe],
  ['store-credit-with-bonus', storeCreditWithBonus],
]);

function groundOf(ground: string | null, language: Language): Ground | null {
  if (ground === null || GROUNDS.has(ground)) return ground as Ground | null;
  throw new FieldError('ground', ground, wordsIn(language)('fixGround'));
}

/** One choice a line as on the command line (`returnLabel=7.45`), or the JSON of `Choices`. */
function typedChoices(typed: string, order: OrderSnapshot, at: string, language: Language): Choices {
  if (typed.startsWith('{')) {
    try {
      return JSON.parse(typed) as Choices;
    } catch {
      throw new FieldError('choices', typed, wordsIn(language)('fixChoices'));
    }
  }
  return parseChoices(linesOf(typed), order, {by: 'customer', at});
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim().replace(/\s*=\s*/, '='))
    .filter((line) => line !== '');
}

/** The same choices in one way: spaces and empty lines, and the order of keys in JSON, don't make another deed. */
function plainChoices(typed: string): string {
  if (!typed.startsWith('{')) return linesOf(typed).join('\n');
  try {
    return canonicalJson(JSON.parse(typed));
  } catch {
    return typed;
  }
}

/** `07.50` and `7.5` are one amount. */
function plainAmount(amount: string): string {
  const [whole = '', digits = ''] = amount.replace(/^0+(?=\d)/, '').split('.');
  const rest = digits.replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}
