import {describe, expect, it} from 'vitest';
import {customerMessage as messageInWords} from './customer-message.ts';
import en from './en.json' with {type: 'json'};
import nl from './nl.json' with {type: 'json'};
import type {MessageOptions, Movement, Say} from './types.ts';

/** The words as Shopify gives them. A key or a placeholder that is missing is an error. */
const say: Say = (key, parameters = {}) => {
  const text = key.split('.').reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], {
    message: {en, nl},
  });
  return (text as string).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`"${key}" needs {{${name}}}.`);
    return value;
  });
};

const customerMessage = (movements: readonly Movement[], options: MessageOptions): string =>
  messageInWords(movements, options, say);

const eur = (minor: number) => ({minor, currency: 'EUR'});

const CARD: Movement = {
  kind: 'refundToOriginalPayment',
  class: 'policy',
  amount: eur(695),
  components: [{kind: 'shipping', amount: eur(695)}],
  status: 'done',
  payment: 'gid://shopify/OrderTransaction/1',
};

const CREDIT: Movement = {
  kind: 'storeCredit',
  class: 'goodwill',
  amount: eur(745),
  components: [{kind: 'returnLabel', amount: eur(745)}],
  status: 'done',
};

const OPTIONS = {
  language: 'en',
  ground: 'policy',
  orderName: '#1001',
  labels: {'gid://shopify/OrderTransaction/1': 'Visa ····4242'},
} as const;

/** Intl puts a no-break space between sign and digits. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('customerMessage', () => {
  it('says in English what came back, line by line', () => {
    expect(customerMessage([CARD, CREDIT], OPTIONS)).toBe(
      [
        'Hello,',
        '',
        'This is what you get back for order #1001:',
        '- €6.95 for shipping, back to the way you paid (Visa ····4242)',
        '- €7.45 for the return label, as store credit',
        'Together that is €14.40.',
        '',
        'Thank you for your patience. If anything is unclear, just reply to this message.',
      ].join('\n'),
    );
  });

  it('says it in Dutch, with an apology only where the shop was at fault', () => {
    expect(
      plain(customerMessage([CARD, CREDIT], {...OPTIONS, language: 'nl-BE', ground: 'defect', tone: 'short'})),
    ).toBe(
      [
        'Wat vervelend dat er iets mis was met je bestelling. Onze excuses daarvoor.',
        'Dit krijg je terug voor bestelling #1001:',
        '- € 6,95 voor de verzendkosten, terug op de manier waarop je betaald hebt (Visa ····4242)',
        '- € 7,45 voor het retourlabel, als winkeltegoed',
        'Samen is dat € 14,40.',
      ].join('\n'),
    );
  });

  it('says that pending money is on its way, and what is still to come', () => {
    const text = customerMessage(
      [
        {...CARD, status: 'onItsWay'},
        {...CREDIT, status: 'open'},
      ],
      {...OPTIONS, tone: 'short'},
    );
    expect(text).toBe(
      [
        'This is what you get back for order #1001:',
        '- €6.95 for shipping, back to the way you paid (Visa ····4242); on its way; your bank may need a few days',
        'Still to come: €7.45. We will let you know as soon as that is done.',
      ].join('\n'),
    );
  });

  it('shows a fee as its own line', () => {
    const movement: Movement = {
      ...CARD,
      amount: eur(1700),
      components: [
        {kind: 'items', amount: eur(1999)},
        {kind: 'restockingFee', amount: eur(-299)},
      ],
    };
    expect(customerMessage([movement], {...OPTIONS, tone: 'short'})).toBe(
      [
        'This is what you get back for order #1001:',
        '- €19.99 for the items, back to the way you paid (Visa ····4242)',
        '- €2.99 taken off for taking the items back into stock',
        'Together that is €17.00.',
      ].join('\n'),
    );
  });

  it('quotes what was executed when it differs from the parts', () => {
    const text = customerMessage([{...CARD, amount: eur(600)}], {...OPTIONS, labels: {}, tone: 'short'});
    expect(text).toContain('- €6.00 for shipping, back to the way you paid');
  });

  it('keeps every digit of a currency: dinars have three, yen none', () => {
    const dinar = {
      ...CREDIT,
      amount: {minor: 1250, currency: 'KWD'},
      components: [{kind: 'bonus', amount: {minor: 1250, currency: 'KWD'}}],
    } as const;
    expect(plain(customerMessage([dinar], {...OPTIONS, tone: 'short'}))).toContain('KWD 1.250 for your bonus');
    const yen = {
      ...CREDIT,
      amount: {minor: 967, currency: 'JPY'},
      components: [{kind: 'items', amount: {minor: 967, currency: 'JPY'}}],
    } as const;
    expect(customerMessage([yen], {...OPTIONS, tone: 'short'})).toContain('¥967 for the items');
  });

  it('has nothing to tell when nothing was planned', () => {
    expect(customerMessage([], OPTIONS)).toBe('');
  });
});
