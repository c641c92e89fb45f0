import {globSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {
  afterOrder,
  CLAIM_PATCH,
  EXPORT_2024,
  EXPORT_2026,
  flowText,
  FROM_TOOL,
  type Json,
  link,
  mail,
  ORDER_CREATED,
  step,
  workflow,
} from './foreign.fixture.ts';
import {checkFlow} from './index.ts';
import {said} from './said.fixture.ts';

describe('files of all dialects', () => {
  it.each([
    ['an export of 2024', EXPORT_2024],
    ['an export of 2026', EXPORT_2026],
    ['the tool API’s form', FROM_TOOL],
  ])('%s is in order', (_dialect, text) => {
    expect(said(text)).toEqual([]);
  });

  it('ours are in order', () => {
    const files = globSync('extensions/flow-templates/*/*.flow');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const errors = checkFlow(readFileSync(file, 'utf8'), {ours: true}).filter(({severity}) => severity === 'error');
      expect({file, errors}).toEqual({file, errors: []});
    }
  });
});

describe('what others read, and nobody can judge here, is no error', () => {
  const after = (trigger: string, message: string, patches: readonly Json[] = []): string[] =>
    said(
      workflow(
        [step({id: 'start', task: `shopify::admin::${trigger}`, type: 'TRIGGER'}), step({id: 'm', ...mail(message)})],
        [link('start', 'output', 'm')],
        patches,
      ),
    );

  it('what a trigger is known to give is there', () => {
    expect(after('product_status_updated', '{{ product.title }} was {{ oldStatus }}')).toEqual([]);
    expect(after('order_risk_analyzed', '{{ order.name }} is {{ orderRiskLevel }}')).toEqual([]);
  });

  it('a trigger that ours do not use may give more', () => {
    expect(after('product_added', '{{ somethingElse.id }}{{ product.tittle }}')).toEqual([
      'note not-checked at message: Not checked: “somethingElse” may come from a step of which not all is known.',
      'error path at message: “product.tittle”: Product has no "tittle". Did you mean title?',
    ]);
  });

  it('a metaobject has the fields that the shop gave it', () => {
    expect(after('metaobject_created', '{{ metaobject.formSubmittedBy.email }}{{ metaobject.handle }}')).toEqual([
      "note not-checked at message: Not checked: “metaobject.formSubmittedBy.email”: a metaobject's fields are the shop's own.",
    ]);
  });

  it('a handle of something outside of the API slice', () => {
    const patch = {
      field: 'translations',
      arguments: {locale: 'en'},
      handle: 'englishTranslation',
      patched_type: 'PRODUCT',
      merchant_configured: true,
    };
    expect(after('product_added', '{{ product.englishTranslation.value }}', [patch])).toEqual([
      'note not-checked at patched_fields.englishTranslation: Not checked: Product.translations.',
      "note not-checked at message: Not checked: “product.englishTranslation.value”: what is behind the handle englishTranslation isn't part of the API slice.",
    ]);
  });

  it('a metafield by its namespace and key', () => {
    expect(after('product_added', '{{ product.metafields.custom.material }}')).toEqual([
      'note not-checked at message: Not checked: “product.metafields.custom.material”: whether Flow finds a metafield this way. To be sure, read it under a handle (patched_fields).',
    ]);
  });
});

describe('the frame', () => {
  it.each([
    ['', ['error empty: The file is empty. Export the workflow from Flow again.']],
    [
      `${EXPORT_2024}\n`,
      [`error checksum-wrong at checksum: The checksum doesn't fit: a line end was added to the file. It should be `],
    ],
    [
      EXPORT_2024.replace('wholesale', 'retail'),
      [
        `error checksum-wrong at checksum: The checksum doesn't fit: the file was changed after its export. It should be `,
      ],
    ],
    [
      EXPORT_2024.slice(65),
      [
        'warning checksum-missing at checksum: The file has no checksum; whether Flow imports it without one is not known. Put ',
      ],
    ],
    [
      EXPORT_2024.slice(0, -40),
      [
        "error checksum-wrong at checksum: The checksum doesn't fit: the file was changed after its export. It should be ",
        "error not-json: The file's body isn't JSON. It seems to be cut off. Export the workflow from Flow again.",
      ],
    ],
    [
      `sealed:{"__metadata":{"version":0.1},"root":7}`,
      [
        'error checksum-wrong at checksum: “sealed” is no checksum: 64 small hex digits. Write ',
        'error shape at root: The workflow itself is missing. Export the workflow from Flow again.',
      ],
    ],
    [
      `\uFEFF${EXPORT_2024}`,
      ['error byte-order-mark: An editor has put a byte order mark before the checksum. Save the file without it.'],
    ],
    [
      `${EXPORT_2024.slice(0, 65)}\uFEFF${EXPORT_2024.slice(65)}`,
      [
        "error checksum-wrong at checksum: The checksum doesn't fit: the file was changed after its export. It should be ",
        "error not-json: The file's body isn't JSON. Export the workflow from Flow again.",
      ],
    ],
    [
      ` ${EXPORT_2024}`,
      ['error checksum-wrong at checksum: A space or a line end stands before the checksum. Remove it.'],
    ],
    [
      'PK\u0003\u0004{}',
      ['error no-flow: This is no .flow file: it is a ZIP archive. Unpack it and check the .flow files in it.'],
    ],
    [
      Buffer.from(`\uFEFF${EXPORT_2024}`, 'utf16le').toString('utf8'),
      ['error no-flow: This is no .flow file: it is no text in UTF-8. Save it as UTF-8, or export the workflow again.'],
    ],
    [
      '<!doctype html><title>Not found</title>',
      ['error no-flow: This is no .flow file: it is a web page. Export the workflow from Flow again.'],
    ],
    ['name: x', ['error no-flow: This is no .flow file: it says “name: x”. Export the workflow from Flow again.']],
  ])('%#', (text, expected) => {
    const lines = said(text);
    expect(lines).toHaveLength(expected.length);
    expect(lines.map((line, at) => line.slice(0, expected[at]?.length))).toEqual(expected);
  });

  it('names the checksum that would be right', () => {
    const [found] = checkFlow(EXPORT_2024.replace(/^[0-9a-f]{64}/, 'f'.repeat(64)));
    expect(found?.fix).toBe(`It should be ${EXPORT_2024.slice(0, 64)}.`);
  });

  it('goes on after a fault: each is named with its place', () => {
    expect(
      said(
        flowText({
          steps: [null, {step_id: {}, task_id: 'x', task_version: 1, task_type: 'HACK'}],
          links: {},
          patched_fields: [3, {handle: 'a b', field: 'nope', patched_type: 'ORDER', arguments: '{'}],
          workflow_name: '',
          colour: 'red',
        }),
      ),
    ).toEqual([
      "note unknown-key at root: The key colour isn't known from any export.",
      'error shape at workflow_name: The workflow has no name. Give it one.',
      'error shape at steps[0]: A step is an object, not null.',
      'error shape at steps[1]: step_id is {}; it is a text or a whole number.',
      'error shape at steps[1]: task_version is 1; it is a text like "0.1".',
      'error shape at steps[1]: task_type is HACK. Use one of TRIGGER, ACTION, WAIT, CONDITION, FOREACH.',
      'error shape at links: It is {}, not a list.',
      'error shape at patched_fields[0]: A patched field is an object, not 3.',
      "error shape at patched_fields[1]: The arguments are {, which isn't JSON.",
      "error handle at patched_fields.a b: “a b” isn't in camel case. Small first letter, no signs: loyaltyTier.",
      'error patch at patched_fields.a b: Order has no field "nope".',
      'error no-trigger: Nothing starts the workflow. Let it begin with one trigger.',
    ]);
  });
});

describe('steps and links', () => {
  it('one trigger, something to do, every step once and reachable, ports that are there', () => {
    const twice = step({id: 'a', ...mail('x')});
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'second', task: 'shopify::admin::order_created', type: 'TRIGGER'}),
        twice,
        twice,
        step({id: 'b', ...mail('y')}),
      ],
      [
        link('start', 'output', 'a'),
        link('start', 'output', 'a'),
        link('a', 'true', 'b'),
        link('a', 'output', 'start'),
        link('a', 'output', 'nowhere'),
        {...link('start', 'output', 'a'), to_port_id: 'side'},
      ],
    );
    expect(said(text)).toEqual([
      'error port at links[5]: The link ends at the port side. Steps are entered by "input".',
      'error step-twice: Two steps have this id. Give each step an id of its own.',
      'error two-triggers: A workflow has one trigger. Make a workflow of its own for this one.',
      'error link-twice: Two links lead from "output" to “Send internal email”. Remove one: the step would run twice.',
      'error port: Send internal email has no port "true". Use output.',
      'error into-trigger: A link leads into a trigger. Remove the link.',
      "error link-nowhere: A link names the step nowhere, which isn't there. Remove the link.",
      'warning unreachable: No way leads here from the trigger: it never runs. Link it or remove it.',
    ]);
  });

  it('a question and a loop lead somewhere', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'loop', task: 'shopify::flow::foreach', type: 'FOREACH', fields: {listpath: 'order.tags'}}),
        step({id: 'm', ...mail('x')}),
        step({
          id: 'ask',
          task: 'shopify::flow::condition',
          type: 'CONDITION',
          fields: {condition: '(order.test == true)'},
        }),
      ],
      [link('start', 'output', 'loop'), link('loop', 'after', 'm'), link('m', 'output', 'ask')],
    );
    expect(said(text).filter((line) => !line.startsWith('note'))).toEqual([
      'warning leads-nowhere: The loop has no steps in it. Link a step to loop_body.',
      'warning leads-nowhere: Nothing follows this condition. Link a step to it or remove it.',
    ]);
  });

  it('no circle', () => {
    const text = workflow(
      [ORDER_CREATED, step({id: 'a', ...mail('x')}), step({id: 'b', ...mail('y')})],
      [link('start', 'output', 'a'), link('a', 'output', 'b'), link('b', 'output', 'a')],
    );
    expect(said(text)).toEqual([
      'error cycle: Steps lead back to one another: the workflow would never end. Remove the link that leads back.',
      'note not-checked: Not checked: what each step may read, since the steps go in a circle.',
    ]);
  });

  it('an unknown task, version or field is a note', () => {
    const text = workflow(
      [
        step({id: 'start', task: 'acme::loyalty::points_earned', type: 'TRIGGER'}),
        step({id: 'a', task: 'shopify::admin::add_order_tags', version: '2.0', fields: {order_id: 'whatever'}}),
        step({
          id: 'b',
          task: 'shopify::flow::send_email',
          fields: {address: 'a@b.nl', subject: 'b', message: '{{ points.total }}', cc: 'x'},
        }),
      ],
      [link('start', 'output', 'a'), link('a', 'output', 'b')],
    );
    expect(said(text)).toEqual([
      "note not-checked: Not checked: the task acme::loyalty::points_earned, which isn't known.",
      'note not-checked: Not checked: version 2.0 of Add order tags; 0.1 is known.',
      'note not-checked at message: Not checked: “points” may come from a step of which not all is known.',
      "note unknown-field: The field cc of Send internal email isn't known.",
    ]);
  });

  const mailTo = (address: string): string[] =>
    said(afterOrder({task: 'shopify::flow::send_email', fields: {address, subject: 'a', message: 'b'}}));

  it.each([
    'a@b.nl',
    'a@b.nl, c@d.nl',
    'Shop <a@b.nl>; c@d.nl',
    '"Shop, NL" <a@b.nl>, c@d.nl',
    '"The \\"Shop, NL\\"" <a@b.nl>',
    '{{ shop.email }}',
    '{{shop.email}}, boss@b.nl',
  ])('mails to “%s” are in order', (address) => expect(mailTo(address)).toEqual([]));

  it.each([
    ['refunds', 'refunds'],
    ['a@@b.nl', 'a@@b.nl'],
    ['a@b.nl, boss', 'boss'],
    ['"Shop, NL", a@b.nl', '"Shop, NL"'],
  ])('mails to “%s” reach nobody', (address, wrong) =>
    expect(mailTo(address)).toEqual([
      `warning address at address: “${wrong}” is no mail address. Write one like refunds@example.com, or {{ shop.email }}.`,
    ]),
  );

  it('a task of another type, and a field that is missing', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'a', task: 'shopify::flow::send_email', type: 'WAIT', fields: {address: 'x@y.nl', subject: ' '}}),
        step({id: 'b', ...mail('x')}),
      ],
      [link('start', 'output', 'a'), link('a', 'output', 'b')],
    );
    expect(said(text)).toEqual([
      'error task-type: Send internal email has the type ACTION, and the step says WAIT. Set task_type to ACTION.',
      'error field-missing at subject: The field subject is empty. Fill it in.',
      'error field-missing at message: The field message is missing. Fill it in.',
      "note not-checked: Not checked: how long it waits: its field is written in a way that isn't known.",
    ]);
  });

  it('a trigger of ours whose id is not learned yet', () => {
    const text = workflow(
      [
        step({id: 'start', task: 'unlearned::refund-recipes::refund-completed', type: 'TRIGGER'}),
        step({id: 'a', ...mail('{{ planReference }} {{ order.name }} {{ nope }}')}),
      ],
      [link('start', 'output', 'a')],
    );
    expect(said(text)).toEqual([
      'error unlearned: This step is a trigger of our own, built before its id in Flow was learned. Run npm run -s flow -- learn with an export that holds it, then build it anew.',
      expect.stringContaining('error path at message: Nothing before this step gives “nope”.'),
    ]);
  });

  it('a trigger is named as Flow names it, not by the note on it', () => {
    const start = {id: 'start', task: 'unlearned::refund-recipes::refund-completed', type: 'TRIGGER'};
    const findings = checkFlow(workflow([{...step(start), description: 'Moves no money.'}], []));
    const unlearned = findings.find(({code}) => code === 'unlearned');
    expect(unlearned?.step).toEqual({id: 'start', name: 'Refund plan completed'});
  });
});

describe('patched fields', () => {
  const patch = (more: object): string => afterOrder(mail('x'), [{...CLAIM_PATCH, ...more}]);
  it.each([
    [patch({}), []],
    [
      patch({patched_type: 'Spaceship'}),
      [
        "note not-checked at patched_fields.refundClaim: Not checked: the type Spaceship, which isn't part of the API slice.",
      ],
    ],
    [
      patch({handle: 'note'}),
      ['error handle at patched_fields.note: Order has a field of its own called note. Use another handle.'],
    ],
    [
      patch({handle: 'loyalty_tier'}),
      [
        "warning handle at patched_fields.loyalty_tier: “loyalty_tier” isn't in camel case. Small first letter, no signs: loyaltyTier.",
      ],
    ],
    [
      patch({arguments: '{"name":"x"}'}),
      [
        'error patch at patched_fields.refundClaim: metafield takes no argument "name".',
        'error key at patched_fields.refundClaim: “nothing” is no metafield key: 2 to 64 letters, digits, - and _.',
      ],
    ],
    [
      patch({arguments: '{"namespace":"$app:x","key":"claim"}'}),
      [
        "warning key at patched_fields.refundClaim: Flow can't see metafields that an app owns ($app:x). Use a namespace of the merchant, for example refund_recipes.",
      ],
    ],
    [
      afterOrder(mail('x'), [CLAIM_PATCH, CLAIM_PATCH]),
      [
        'error handle-twice at patched_fields.refundClaim: Order.refundClaim stands for two fields. Give one of them another handle.',
      ],
    ],
  ])('%#', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
