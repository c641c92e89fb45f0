import {globSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {InputError} from '../../core/index.ts';
import {
  afterOrder,
  EXPORT_2024,
  EXPORT_2026,
  FROM_TOOL,
  link,
  mail,
  ORDER_CREATED,
  request,
  runCode,
  step,
  workflow,
} from '../check/foreign.fixture.ts';
import {explainFlow} from './index.ts';

describe('a workflow in plain words', () => {
  it('of 2024, in English', () => {
    expect(explainFlow(EXPORT_2024)).toBe(
      [
        'Mark wholesale orders',
        '',
        'Starts: when this happens: Order created.',
        'A person can also start it on one order, with “Run Flow automation”.',
        '',
        '1. If at least one of order.tags fits (it is “wholesale”):',
        '   2. Writes the metafield custom.channel: b2b ‹order.name›.',
        '   This way ends here. On the way: the metafield custom.channel.',
        '   Otherwise nothing happens.',
      ].join('\n'),
    );
  });

  it('of the tool API, in Dutch', () => {
    expect(explainFlow(FROM_TOOL, 'nl')).toBe(
      [
        'Thank good customers',
        '',
        'Begint: op de klok, elke dag, voor het eerst op 2027-01-04 06:00 (Europe/Amsterdam).',
        'Leest het metaveld custom.tier van elke Customer onder de naam tier.',
        '',
        `1. Haalt de bestellingen op die voldoen aan created_at:>'‹scheduledAt | date_minus: "1 day"›', hooguit 100.`,
        '2. Voor elk van getOrderData (heet dan getOrderDataForeachitem; bij meer dan 100 mislukt de run):',
        '   3. Als getOrderDataForeachitem.totalPriceSet.shopMoney.amount meer is dan 100.00 en getOrderDataForeachitem.customer.tier.value gelijk is aan “gold” en minstens één van getOrderDataForeachitem.lineItems past (quantity minstens 2 is of minstens één van product.tags past (hij gelijk is aan “vip”)):',
        '      4. Voegt de tag “Thank” toe.',
        '      Deze weg eindigt hier. Onderweg: de tag “Thank”.',
        '      Anders gebeurt er niets.',
      ].join('\n'),
    );
  });

  it('names what it does not know', () => {
    expect(explainFlow(EXPORT_2026).split('\n').slice(5)).toEqual([
      '1. If product.status is “ARCHIVED”:',
      '   2. Create redirect URL: path = /products/‹product.handle›; target = /collections/‹product.productType | handleize›.',
      '   3. Add product metafield: product_id = {"value":"","default_value":"product.id"}; metafield = {"namespace":"custom","key":"was","type":"single_line_text_field"}; value = ‹product.tierNote.value›.',
      '   This way ends here. On the way: Create redirect URL and Add product metafield.',
      '   Otherwise nothing happens.',
    ]);
    const foreign = workflow(
      [
        step({id: 'a', task: 'acme::points::earned', type: 'TRIGGER'}),
        step({id: 'b', task: 'acme::points::double', fields: {how: '{{ points }}'}}),
      ],
      [link('a', 'output', 'b')],
    );
    expect(explainFlow(foreign).split('\n').slice(2)).toEqual([
      "Starts: by a trigger that isn't known here (acme::points::earned).",
      '',
      "1. A step that isn't known here (acme::points::double), with how = ‹points›.",
      'This way ends here. On the way: double.',
    ]);
  });

  it('tells what is sent, with amounts and paths, and that money moves', () => {
    const refund = request(
      'refundCreate',
      '{"input":{"orderId":"{{ order.id }}","transactions":[{"kind":"REFUND","amount":"{{ order.totalPrice }}"}]}}',
    );
    expect(explainFlow(afterOrder(refund)).split('\n').slice(5)).toEqual([
      '1. Sends refundCreate to Shopify: makes a refund.',
      '   - input.orderId: ‹order.id›',
      '   - input.transactions[0].kind: REFUND',
      '   - input.transactions[0].amount: ‹order.totalPrice›',
      '   - This step moves money.',
      'This way ends here. On the way: a refund.',
    ]);
  });

  it('tells where ways meet, what waits and what nothing reaches', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({
          id: 'q',
          task: 'shopify::flow::condition',
          type: 'CONDITION',
          fields: {condition: "((order.test == true) || (order.number in? '1,2'))"},
        }),
        step({id: 'w', task: 'shopify::flow::wait', type: 'WAIT', fields: {duration: 'P3D'}}),
        step({
          id: 'c',
          ...runCode('{ order { id } shop { name } }', 'export default () => 1', 'type Output { a: Int b: Int }'),
        }),
        step({id: 'm', ...mail('x')}),
        step({id: 'lost', ...mail('y')}),
      ],
      [
        link('start', 'output', 'q'),
        link('q', 'true', 'w'),
        link('w', 'output', 'c'),
        link('c', 'output', 'm'),
        link('q', 'false', 'm'),
      ],
      [],
      'Meet (B)',
    );
    expect(explainFlow(text).split('\n')).toEqual([
      'Meet (B)',
      'Safety B: it moves money and is guarded against repeated runs only. If Flow repeats the money step itself, it can pay twice.',
      '',
      'Starts: when this happens: Order created.',
      'A person can also start it on one order, with “Run Flow automation”.',
      '',
      '1. If order.test is true or order.number is “1” or “2”:',
      '   2. Waits 3 days.',
      '   3. Runs code: it reads order and shop and gives a and b.',
      '   4. Mails shop@example.com: “Hello”.',
      '   This way ends here. On the way: a mail “Hello”.',
      '   Otherwise:',
      '   Goes on with step 4.',
      '',
      'Never reached:',
      '- Send internal email',
    ]);
    expect(explainFlow(text, 'nl')).toContain('2. Wacht 3 dagen.');
  });
});

describe('what can not be told', () => {
  it.each(['', '{', '[]', '{"root":{"steps":[]}}'])('%s is refused in one line', (text) => {
    expect(() => explainFlow(text)).toThrow(InputError);
  });

  it('any other damage is told as far as it goes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(EXPORT_2024, EXPORT_2026, FROM_TOOL),
        fc.nat(),
        fc.constantFrom('{{', '"', ')', '}', '\\', 'x', '5'),
        (text, at, put) => {
          const place = 65 + (at % (text.length - 65));
          try {
            expect(explainFlow(text.slice(0, place) + put + text.slice(place + 1)).length).toBeGreaterThan(10);
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        },
      ),
      {numRuns: 200},
    );
  });

  it('every ready workflow can be told in both languages', () => {
    for (const file of globSync('extensions/flow-templates/*/*.flow')) {
      for (const language of ['en', 'nl'] as const) {
        const told = explainFlow(readFileSync(file, 'utf8'), language);
        expect(told).not.toMatch(/undefined|isn't known here|niet bekend is|niet te lezen|can’t be read/);
      }
    }
  });
});
