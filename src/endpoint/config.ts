import {InputError} from '../core/index.ts';
import type {Language} from './words.ts';

/** What one function serves: one app on one shop. */
export interface EndpointConfig {
  /** `your-shop.myshopify.com`. */
  readonly shop: string;
  readonly clientId: string;
  /** The app's client secret first; while it is rotated, the former one too, which Shopify may still sign with. */
  readonly secrets: readonly [current: string, former?: string];
  /** Of what merchants read in Flow's run log: Flow doesn't say which language they use. */
  readonly language: Language;
  /** Where the Admin API answers, without a slash at the end. */
  readonly origin: string;
}

/** Everything that is wrong with the function's settings, one line each. Holds no value of a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

type Variables = Readonly<Record<string, unknown>>;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
/** Tokens go there: beside Shopify only this machine, for the local Shopify. */
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/**
 * The settings from environment variables (or a host's bindings): SHOPIFY_SHOP, SHOPIFY_CLIENT_ID, SHOPIFY_CLIENT_SECRET;
 * optional SHOPIFY_FORMER_CLIENT_SECRET, REFUND_RECIPES_LANGUAGE (en, nl) and SHOPIFY_ADMIN_ORIGIN (a local Shopify).
 * @throws ConfigError that names every variable that is missing or can't be used
 */
export function configFrom(variables: Variables): EndpointConfig {
  const problems: string[] = [];
  const wrong = (name: string, value: unknown, fix: string): void => {
    problems.push(new InputError(name, value, fix).message);
  };
  const shop = textOf(variables, 'SHOPIFY_SHOP')?.toLowerCase();
  if (shop === undefined || !SHOP.test(shop)) {
    wrong('SHOPIFY_SHOP', shop, 'Write the shop as your-shop.myshopify.com.');
  }
  const clientId = textOf(variables, 'SHOPIFY_CLIENT_ID');
  if (clientId === undefined) wrong('SHOPIFY_CLIENT_ID', clientId, 'Copy it from the app’s settings.');
  const secret = textOf(variables, 'SHOPIFY_CLIENT_SECRET');
  if (secret === undefined) wrong('SHOPIFY_CLIENT_SECRET', secret, 'Copy it from the app’s settings.');
  const former = textOf(variables, 'SHOPIFY_FORMER_CLIENT_SECRET');
  const language = textOf(variables, 'REFUND_RECIPES_LANGUAGE') ?? 'en';
  if (language !== 'en' && language !== 'nl') wrong('REFUND_RECIPES_LANGUAGE', language, 'Write en or nl.');
  const local = textOf(variables, 'SHOPIFY_ADMIN_ORIGIN');
  if (local !== undefined && !LOCAL.test(local)) {
    wrong('SHOPIFY_ADMIN_ORIGIN', local, 'Leave it out, or write http://localhost and a port for a local Shopify.');
  }
  if (problems.length > 0 || !shop || !clientId || !secret) throw new ConfigError(problems);
  return {
    shop,
    clientId,
    secrets: former === undefined ? [secret] : [secret, former],
    language: language === 'nl' ? 'nl' : 'en',
    origin: local ?? `https://${shop}`,
  };
}

function textOf(variables: Variables, name: string): string | undefined {
  const value = variables[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
