import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {parse} from 'smol-toml';
import {describe, expect, it} from 'vitest';
import en from '../../message/en.json' with {type: 'json'};
import type {Environment} from '../types.ts';
import {CLAIM, FACTS, STOPPED} from './example.fixture.ts';
import {LIMIT_BYTES, payloadOf} from './payload.ts';
import type {Moved} from './payload.ts';
import {aboutClaim} from './tell.ts';

const WORDS = {language: 'en', message: {en}, problem: {outcomeUnknown: 'Whether this step happened isn’t certain.'}};

/** The words as Shopify gives them. */
const env = {
  i18n: {
    translate(key: string, parameters: Record<string, unknown> = {}) {
      const text = key.split('.').reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], WORDS);
      return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(parameters[name]));
    },
  },
} as unknown as Environment;

describe('a payload', () => {
  it('of a completed refund', () => {
    expect(payloadOf(aboutClaim(CLAIM, 'completed', FACTS, env), FACTS, false)).toEqual({
      order_id: 1001,
      customer_id: 7,
      'Plan reference': 'plan-6f0c2a9d41b7e853',
      Recipe: 'shipping-plus-label',
      'Recipe title': 'Shipping plus return label',
      Ground: 'policy',
      Currency: 'EUR',
      Total: '16.90',
      'Total number': 16.9,
      Owed: '0.00',
      Policy: '6.95',
      Goodwill: '9.95',
      'Original payment': '6.95',
      'Store credit': '7.45',
      'Gift card': '0.00',
      'Outside payment': '2.50',
      Open: '6.95 EUR refundToOriginalPayment onItsWay; 2.50 EUR outsidePayment owed',
      Why: '',
      Reason: '',
      References: 'Refund Recipes plan-6f0c2a9d41b7e853, Refund/21, StoreCreditAccountCreditTransaction/41',
      Staff: '76543210',
      'Sent before': false,
      Details: {
        message: [
          'Hello,',
          '',
          'This is what you get back for order #1001:',
          '- €6.95 for shipping, back to the way you paid; on its way; your bank may need a few days',
          '- €7.45 for the return label, as store credit',
          '- €2.50 for the inconvenience, by bank transfer or another way outside the shop; we will pay this to you separately',
          'Together that is €16.90.',
          '',
          'Thank you for your patience. If anything is unclear, just reply to this message.',
        ].join('\n'),
        movements: [
          {
            destination: 'refundToOriginalPayment',
            class: 'policy',
            amount: '6.95',
            currency: 'EUR',
            status: 'onItsWay',
            parts: [{component: 'shipping', amount: '6.95', currency: 'EUR'}],
          },
          {
            destination: 'storeCredit',
            class: 'goodwill',
            amount: '7.45',
            currency: 'EUR',
            status: 'done',
            parts: [{component: 'returnLabel', amount: '7.45', currency: 'EUR'}],
          },
          {
            destination: 'outsidePayment',
            class: 'goodwill',
            amount: '2.50',
            currency: 'EUR',
            status: 'owed',
            parts: [{component: 'goodwill', amount: '2.50', currency: 'EUR'}],
          },
        ],
        movementsLeftOut: 0,
      },
    });
  });

  it('of the return label counts nothing else, and carries no second message', () => {
    const payload = payloadOf(aboutClaim(CLAIM, 'label', FACTS, env), FACTS, false);
    expect(payload).toMatchObject({Total: '7.45', Policy: '0.00', 'Store credit': '7.45', Details: {message: ''}});
  });

  it('of outside payments counts those of earlier refunds on the order too', () => {
    const earlier = {
      ...CLAIM.outside[0]!,
      planId: 'plan-older',
      callId: 'payment-9',
      amount: {minor: 100, currency: 'EUR'},
    };
    const claim = {...CLAIM, outside: [...CLAIM.outside, earlier]};
    const payload = payloadOf(aboutClaim(claim, 'outside', FACTS, env), FACTS, true);
    expect(payload).toMatchObject({Total: '3.50', 'Outside payment': '3.50', 'Sent before': true});
  });

  it('of one that needs attention counts what is open, and says why', () => {
    expect(payloadOf(aboutClaim(STOPPED, 'attention', FACTS, env), FACTS, false)).toMatchObject({
      Total: '9.95',
      Open: '6.95 EUR refundToOriginalPayment onItsWay; 7.45 EUR storeCredit open; 2.50 EUR outsidePayment open',
      Why: 'Whether this step happened isn’t certain.',
    });
  });

  it('of a guest names no customer; without words the codes stay', () => {
    const nobody = {} as Environment;
    const facts = {...FACTS, customerId: undefined, title: ''};
    const payload = payloadOf(aboutClaim(STOPPED, 'attention', facts, nobody), facts, false);
    expect(payload).not.toHaveProperty('customer_id');
    expect(payload).toMatchObject({Why: 'outcomeUnknown', Details: {message: ''}});
    expect(payloadOf(aboutClaim(CLAIM, 'completed', facts, nobody), facts, false)).toMatchObject({
      Details: {message: ''},
    });
  });

  it('keeps every digit of a currency', () => {
    const credit = (minor: number, currency: string): Moved[] => [
      {kind: 'storeCredit', class: 'owed', amount: {minor, currency}, status: 'done', components: []},
    ];
    const about = {orderId: 'gid://shopify/Order/1', planId: 'p', recipe: {handle: 'r'}, why: ''};
    expect(payloadOf({...about, moved: credit(967, 'JPY')}, FACTS, false)).toMatchObject({Total: '967', Owed: '967'});
    expect(payloadOf({...about, moved: credit(1250, 'KWD')}, FACTS, false)).toMatchObject({Total: '1.250'});
  });

  const whole = payloadOf(aboutClaim(CLAIM, 'completed', FACTS, env), FACTS, false);
  const folders = readdirSync('extensions').filter((name) => name.startsWith('trigger-'));

  it('stands in five extensions', () => expect(folders).toHaveLength(5));

  it.each(folders)('has the keys that %s declares, in its order', (folder) => {
    const toml = parse(readFileSync(join('extensions', folder, 'shopify.extension.toml'), 'utf8')) as {
      extensions: [{settings: {fields: {type: string; key?: string}[]}}];
    };
    const declared = toml.extensions[0].settings.fields.map(({key, type}) => key ?? type.replace('_reference', '_id'));
    expect(Object.keys(whole)).toEqual(declared);
  });
});

describe('a payload’s size', () => {
  const text = fc
    .string({unit: 'binary', maxLength: 60})
    .chain((part) => fc.constantFrom(1, 40, 400).map((times) => part.repeat(times)));
  const movements = fc.array(
    fc.record({
      kind: fc.constantFrom('storeCredit', 'refundToOriginalPayment'),
      class: fc.constantFrom('owed', 'policy', 'goodwill'),
      amount: fc.record({minor: fc.nat(), currency: fc.constant('EUR')}),
      status: fc.constant('done'),
      components: fc.array(
        fc.record({kind: text, amount: fc.record({minor: fc.nat(), currency: fc.constant('EUR')})}),
        {
          maxLength: 5,
        },
      ),
    }),
    {maxLength: 40},
  );

  it('stays within Shopify’s limit, says what it leaves out, and keeps its totals', () => {
    fc.assert(
      fc.property(movements, fc.constantFrom(1, 30), text, text, (few, times, message, why) => {
        const all = Array.from({length: times}, () => few).flat();
        const about = {orderId: 'gid://shopify/Order/1', planId: 'p', recipe: {handle: 'r'}, moved: all, message, why};
        const payload = payloadOf(about, FACTS, false);
        const {movements: kept, movementsLeftOut} = payload['Details'] as {
          movements: unknown[];
          movementsLeftOut: number;
        };
        expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(LIMIT_BYTES);
        expect(kept.length + movementsLeftOut).toBe(all.length);
        const minor = all.reduce((sum, {amount}) => sum + amount.minor, 0);
        expect(Number(payload['Total'])).toBeCloseTo(minor / 100, 1);
        const told = payload['Why'] as string;
        const cut = /… \(\+\d+\)$/.test(told);
        expect(cut || told === why.replaceAll(/\s+/g, ' ')).toBe(true);
      }),
      {numRuns: 40},
    );
  });

  it('cuts nothing that fits', () => {
    const message = 'a'.repeat(40_000);
    const about = {orderId: 'gid://shopify/Order/1', planId: 'p', recipe: {handle: 'r'}, moved: [], why: '', message};
    expect(payloadOf(about, FACTS, false)['Details']).toMatchObject({message});
  });

  it('is text that every reader takes, whatever was typed or cut in two', () => {
    const typed = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\ud83d', '\udc57', '\n', '"', '\\', '\u0000', '👗'),
        fc.string({unit: 'binary', minLength: 1, maxLength: 1}),
      ),
      maxLength: 60,
    });
    const anything = typed.chain((part) => fc.constantFrom(1, 1500).map((times) => part.repeat(times)));
    fc.assert(
      fc.property(anything, anything, anything, (title, reason, message) => {
        const about = {orderId: 'gid://shopify/Order/1', planId: 'p', recipe: {handle: 'r'}, moved: [], why: ''};
        const payload = payloadOf({...about, reason, message}, {...FACTS, title}, false);
        const json = JSON.stringify(payload);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(LIMIT_BYTES);
        // What JSON can only write as half of a pair is no text to Shopify.
        expect(JSON.parse(Buffer.from(json).toString())).toEqual(payload);
        expect(json.replaceAll('\\\\', '')).not.toMatch(/\\ud[89a-f]/);
        for (const key of ['Recipe title', 'Reason']) expect(payload[key]).not.toMatch(/[\r\n]/);
      }),
      {numRuns: 60},
    );
  });

  it('of an order of 300 lines, each with a title in four-byte letters', () => {
    const line = (index: number): Moved => ({
      kind: 'refundToOriginalPayment',
      class: 'owed',
      amount: {minor: 1000 + index, currency: 'EUR'},
      status: 'done',
      components: Array.from({length: 11}, (_, part) => ({
        kind: `part ${part}`,
        amount: {minor: 100, currency: 'EUR'},
      })),
    });
    const lines = Array.from({length: 300}, (_, index) => line(index));
    const about = {
      orderId: 'gid://shopify/Order/1',
      planId: 'p',
      recipe: {handle: 'r'},
      moved: lines,
      message: '👗'.repeat(20_000),
      why: '',
    };
    const payload = payloadOf(about, FACTS, false);
    const {
      message,
      movements: kept,
      movementsLeftOut,
    } = payload['Details'] as {
      message: string;
      movements: unknown[];
      movementsLeftOut: number;
    };
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(50_000);
    expect(payload['Total']).toBe('3448.50');
    expect([kept.length, movementsLeftOut]).toEqual([41, 259]);
    expect(message.slice(-12)).toBe('👗… (+35904)');
  });
});
