import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import versions from '../../graphql/versions.json' with {type: 'json'};
import {checkScopes, requiredScopes} from '../../scripts/check/checks/scopes.ts';
import {readToml} from '../../scripts/check/project.ts';

const root = join(import.meta.dirname, '..', '..');

describe('access scopes', () => {
  it('are these seven, and none of them could be left out', () => {
    expect(checkScopes(root)).toEqual([]);
    expect(readToml(root, 'shopify.app.toml').table['access_scopes']).toEqual({
      scopes: [
        'write_orders',
        'read_returns',
        'read_customers',
        'read_locations',
        'read_store_credit_accounts',
        'write_store_credit_account_transactions',
        'write_gift_cards',
      ].join(','),
    });
  });

  it.each(versions.supported)('%s: money moves only with a write scope', (version) => {
    const needs = requiredScopes(root, version);
    expect(needs.get('Mutation.refundCreate')).toEqual(['write_orders']);
    expect(needs.get('Mutation.storeCreditAccountCredit')).toEqual(['write_store_credit_account_transactions']);
    expect(needs.get('Mutation.giftCardCreate')).toEqual(['write_gift_cards']);
  });
});
