import {describe, expect, it} from 'vitest';
import {ConfigError, configFrom} from './config.ts';

const WHOLE = {
  SHOPIFY_SHOP: 'your-shop.myshopify.com',
  SHOPIFY_CLIENT_ID: 'an-id',
  SHOPIFY_CLIENT_SECRET: 'the-current-one',
};

function problemsOf(variables: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    configFrom(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('are shop, id and secret', () => {
    expect(configFrom(WHOLE)).toEqual({
      shop: 'your-shop.myshopify.com',
      clientId: 'an-id',
      secrets: ['the-current-one'],
      language: 'en',
      origin: 'https://your-shop.myshopify.com',
    });
  });

  it('may have a former secret, a language and a local Shopify', () => {
    const more = {
      SHOPIFY_FORMER_CLIENT_SECRET: ' the-former-one ',
      REFUND_RECIPES_LANGUAGE: 'nl',
      SHOPIFY_ADMIN_ORIGIN: 'http://localhost:4500',
    };
    expect(configFrom({...WHOLE, ...more})).toMatchObject({
      secrets: ['the-current-one', 'the-former-one'],
      language: 'nl',
      origin: 'http://localhost:4500',
    });
  });

  it('that are missing are all named at once', () => {
    expect(problemsOf({})).toEqual([
      'SHOPIFY_SHOP: is missing. Write the shop as your-shop.myshopify.com.',
      'SHOPIFY_CLIENT_ID: is missing. Copy it from the app’s settings.',
      'SHOPIFY_CLIENT_SECRET: is missing. Copy it from the app’s settings.',
    ]);
    expect(problemsOf({...WHOLE, SHOPIFY_CLIENT_SECRET: '  '})).toEqual([
      'SHOPIFY_CLIENT_SECRET: is missing. Copy it from the app’s settings.',
    ]);
  });

  it.each([
    ['SHOPIFY_SHOP', 'your-shop'],
    ['SHOPIFY_SHOP', 'https://your-shop.myshopify.com'],
    ['SHOPIFY_SHOP', 'your-shop.myshopify.com.evil.example'],
    ['SHOPIFY_SHOP', 'evil.example/.myshopify.com'],
    ['REFUND_RECIPES_LANGUAGE', 'de'],
    ['SHOPIFY_ADMIN_ORIGIN', 'https://evil.example'],
    ['SHOPIFY_ADMIN_ORIGIN', 'http://localhost.evil.example'],
    ['SHOPIFY_ADMIN_ORIGIN', 'http://localhost:4500@evil.example'],
    ['SHOPIFY_ADMIN_ORIGIN', 'http://localhost:4500/'],
  ])('refuse %s = %s', (name, value) => {
    const [problem, ...more] = problemsOf({...WHOLE, [name]: value});
    expect(problem).toContain(`${name}: "${value}" can't be used.`);
    expect(more).toEqual([]);
  });
});
