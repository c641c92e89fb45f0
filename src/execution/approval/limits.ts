import {checkSettings, DEFAULT_SETTINGS, InputError, limitBreaches} from '../../core/index.ts';
import type {Breach, LimitedClass, RefundPlan, Settings} from '../../core/index.ts';
import {givenTo} from '../history/given.ts';
import {Halt} from '../problem.ts';
import type {Environment} from '../types.ts';
import type {LookedAt} from './gate.ts';

const CLASSES: readonly LimitedClass[] = ['policy', 'goodwill'];

/**
 * The limits that a plan would pass, by the settings as they stand now. What is owed is never held, also when the settings
 * can't be read; anything else waits until they can. One more request where a limit per customer applies.
 * @throws Halt when the settings can't be read; AdminError
 */
export async function breachesOf(
  plan: RefundPlan,
  looked: LookedAt,
  env: Pick<Environment, 'admin' | 'now'>,
): Promise<readonly Breach[]> {
  const shopCurrency = looked.order.netPaymentSet.shopMoney.currencyCode;
  const limited = CLASSES.filter((of) => {
    return plan.components.some((part) => part.class === of && part.amount.minor > 0);
  });
  if (limited.length === 0) return [];
  try {
    const settings = settingsOf(looked, shopCurrency);
    const {shop, recipes} = settings.limits;
    const perCustomer = limited.some((of) =>
      [shop, recipes[plan.recipe.handle]].some((limits) => limits?.[of]?.perCustomer),
    );
    const given = perCustomer ? await givenTo(env.admin, plan, looked.order, shopCurrency) : [];
    return limitBreaches(plan, settings, shopCurrency, given, env.now());
  } catch (error) {
    if (!(error instanceof InputError || error instanceof SyntaxError)) throw error;
    throw new Halt({code: 'settingsUnreadable', message: error.message});
  }
}

/** @throws InputError, SyntaxError */
function settingsOf({settings}: LookedAt, shopCurrency: string): Settings {
  const value = settings?.settings?.value;
  return value === undefined || value === null
    ? DEFAULT_SETTINGS
    : checkSettings(JSON.parse(value) as unknown, shopCurrency);
}
