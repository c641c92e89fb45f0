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

  it('names the entry of the order’s menu in its language', () => {
    expect(explainFlow(EXPORT_2024, 'nl')).toContain(
      'Je kunt hem ook op één bestelling starten, met “Flow-automatisering uitvoeren”.',
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
        '2. Voor elk van getOrderData (heet dan getOrderDataForeachitem):',
        '   3. Als getOrderDataForeachitem.totalPriceSet.shopMoney.amount meer is dan 100.00 en getOrderDataForeachitem.customer.tier.value gelijk is aan “gold” en minstens één van getOrderDataForeachitem.lineItems past (waarbij quantity minstens 2 is of minstens één van product.tags past (waarbij hij gelijk is aan “vip”)):',
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
      '   3. Add product metafield: product_id = product.id; metafield = custom.was; value = ‹product.tierNote.value›.',
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

  it('does not believe a letter that the steps contradict', () => {
    const text = (name: string) =>
      workflow(
        [ORDER_CREATED, step({id: 'r', ...request('refundCreate', '{"input":{"orderId":"{{ order.id }}"}}')})],
        [link('start', 'output', 'r')],
        [],
        name,
      );
    const line = (name: string) => explainFlow(text(name)).split('\n')[1];
    expect(line('Refund (C)')).toBe('Take care: the name says (C), no money, but a step of it moves money.');
    expect(line('Refund (A)')).toBe(
      'Safety A: it moves money, and the step that moves it guards itself. Repeated, it pays once.',
    );
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
      '      - “x”',
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

describe('what each way ends in', () => {
  const ask = (id: string) =>
    step({
      id,
      task: 'shopify::flow::condition',
      type: 'CONDITION',
      fields: {condition: '(order.test == true)'},
    });
  const tag = (id: string, tags: string) =>
    step({id, task: 'shopify::admin::add_order_tags', fields: {order_id: 'order.id', tags: JSON.stringify([tags])}});

  it('tells the money also at the end of a long way, everything once, and of a question without an answer what went before', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'r', ...request('refundCreate', '{"input":{"orderId":"{{ order.id }}"}}')}),
        ...['one', 'two', 'three', 'four', 'one again'].map((id) => tag(id, id.replace(' again', ''))),
        ask('q'),
        tag('more', 'more'),
      ],
      [
        link('start', 'output', 'r'),
        link('r', 'output', 'one'),
        link('one', 'output', 'two'),
        link('two', 'output', 'three'),
        link('three', 'output', 'four'),
        link('four', 'output', 'one again'),
        link('one again', 'output', 'q'),
        link('q', 'true', 'more'),
      ],
    );
    const all = 'a refund, the tag “one”, the tag “two”, the tag “three”';
    expect(explainFlow(text).split('\n').slice(-5)).toEqual([
      '7. If order.test is true:',
      '   8. Adds the tag “more”.',
      `   This way ends here. On the way: ${all}, the tag “four” and the tag “more”.`,
      '   Otherwise:',
      `   This way ends here. On the way: ${all} and the tag “four”.`,
    ]);
  });

  it('tells several tags as several', () => {
    const two = JSON.stringify({id: '{{ order.id }}', tags: ['one', 'two']});
    const text = workflow(
      [
        ORDER_CREATED,
        step({
          id: 'a',
          task: 'shopify::admin::add_order_tags',
          fields: {order_id: 'order.id', tags: '["x", "y", "z"]'},
        }),
        step({id: 'r', ...request('tagsRemove', two)}),
      ],
      [link('start', 'output', 'a'), link('a', 'output', 'r')],
    );
    expect(explainFlow(text).split('\n').slice(-3)).toEqual([
      '1. Adds the tags “x”, “y” and “z”.',
      '2. Takes the tags “one” and “two” off.',
      'This way ends here. On the way: the tags “x”, “y” and “z” and the tags “one” and “two” taken off.',
    ]);
    expect(explainFlow(text, 'nl').split('\n').slice(-3)).toEqual([
      '1. Voegt de tags “x”, “y” en “z” toe.',
      '2. Haalt de tags “one” en “two” weg.',
      'Deze weg eindigt hier. Onderweg: de tags “x”, “y” en “z” en de tags “one” en “two” weggehaald.',
    ]);
  });

  it('what no money was paid on says so: nothing happens', () => {
    const text = workflow(
      [ORDER_CREATED, ask('q'), tag('t', 'a')],
      [link('start', 'output', 'q'), link('q', 'true', 't')],
    );
    expect(explainFlow(text).split('\n').at(-1)).toBe('   Otherwise nothing happens.');
  });

  it('every ready workflow that pays says so at the end of the way on which it pays', () => {
    const told = readFileSync('extensions/flow-templates/refund-lines-refrec/refund-lines-refrec.flow', 'utf8');
    expect(explainFlow(told).match(/On the way: metafields, a refund, the tag “Refunded by Flow”/g)).toHaveLength(2);
  });
});

describe('what stands in fields', () => {
  it('what a merchant may change in a script', () => {
    const script =
      'const RATE = 1.5;\n// What it is for.\nconst WORDS = "say; \\"hi\\"";\nconst DRY_RUN = true;\nconst inner = 1;\nexport default () => ({})';
    const told = (language: 'en' | 'nl') =>
      explainFlow(afterOrder(runCode('{ order { id } }', script, 'type Output { a: Int }')), language)
        .split('\n')
        .at(-2);
    expect(told('en')).toBe('   - Settings: RATE = 1.5, WORDS = "say; \\"hi\\"", DRY_RUN = true.');
    expect(told('nl')).toBe('   - Instellingen: RATE = 1.5, WORDS = "say; \\"hi\\"", DRY_RUN = true.');
  });

  it('a search and a mail whole, fields behind a handle as what they are, days of the week', () => {
    const query = `${'tag:a OR '.repeat(20)}tag:b`;
    const text = workflow(
      [
        step({
          id: 'start',
          task: 'shopify::flow::scheduled_time',
          type: 'TRIGGER',
          fields: {
            recurrence: '["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=WE,MO"]',
          },
        }),
        step({id: 'g', task: 'shopify::flow::fetch::orders', fields: {query}}),
        step({id: 'm', ...mail('{% for o in getOrderData %}\n{% if o.test %}{{ o.name }}{% endif %}{% endfor %}')}),
      ],
      [link('start', 'output', 'g'), link('g', 'output', 'm')],
      [
        {
          field: 'inCollection',
          arguments: {id: 'gid://shopify/Collection/7'},
          handle: 'inSale',
          patched_type: 'PRODUCT',
          merchant_configured: true,
        },
      ],
    );
    expect(explainFlow(text).split('\n').slice(2)).toEqual([
      'Starts: by the clock, every week on Monday and Wednesday, for the first time on 2027-01-04 06:00 (Europe/Amsterdam).',
      'Reads inCollection (id: gid://shopify/Collection/7) of each Product under the name inSale.',
      '',
      `1. Gets the orders that match ${query}, 100 at most.`,
      '2. Mails shop@example.com: “Hello”.',
      '   - “…‹o.name›…”',
      'This way ends here. On the way: a mail “Hello”.',
    ]);
    expect(explainFlow(text, 'nl')).toContain('op de klok, elke week op maandag en woensdag, voor het eerst');
  });
});

describe('what can not be told', () => {
  it.each(['', '{', '[]', '{"root":{"steps":[]}}'])('%s is refused in one line', (text) => {
    expect(() => explainFlow(text)).toThrow(InputError);
  });

  it.each([')', '[', '$&'])('a loop item whose name holds %s is told', (sign) => {
    const told = explainFlow(EXPORT_2024.slice(65).replaceAll('tags_item', () => `tags${sign}`));
    expect(told).toContain('Mark wholesale orders');
    expect(told).toContain('“wholesale”');
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
