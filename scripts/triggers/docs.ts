import {format} from 'prettier';
import {CLAIM, FACTS, REQUEST, STOPPED} from '../../src/execution/triggers/example.fixture.ts';
import {aboutRequest} from '../../src/execution/triggers/opening.ts';
import {payloadOf} from '../../src/execution/triggers/payload.ts';
import {aboutClaim} from '../../src/execution/triggers/tell.ts';
import type {Environment, TriggerKey} from '../../src/execution/index.ts';
import {fieldsOf, SCHEMA, TRIGGERS} from './fields.ts';
import type {Trigger} from './fields.ts';
import {wordsIn} from './words.ts';

const env = {i18n: {translate: wordsIn('en')}} as unknown as Environment;

/** docs/triggers.md: its tables from the fields, its examples from the engine's own payloads. */
export async function docsText(): Promise<string> {
  const [first] = TRIGGERS;
  if (!first) throw new Error('There are no triggers.');
  return format(
    [...INTRODUCTION, fieldTable(first), ...AFTER_FIELDS, ...TRIGGERS.flatMap(chapter), ...LIMITS].join('\n'),
    {
      parser: 'markdown',
      printWidth: 120,
    },
  );
}

function fieldTable(trigger: Trigger): string {
  const rows = fieldsOf(trigger).map(({key, type, description}) => {
    const name = key ?? `${type.replace('_reference', '')}_id`;
    return `| ${name} | \`${type}\` | ${key === 'Total' ? 'Decimal text: what it is stands at each trigger below.' : description} |`;
  });
  return ['| key | type | what it tells |', '| --- | --- | --- |', ...rows].join('\n');
}

function chapter(trigger: Trigger): string[] {
  return [
    '',
    `## ${trigger.name}`,
    '',
    `Handle \`refund-${trigger.key}\`. ${trigger.when}`,
    '',
    `\`Total\` is ${trigger.about}.`,
    '',
    '```json',
    JSON.stringify(exampleOf(trigger.key), null, 2),
    '```',
  ];
}

/** What the engine sends for the example refund. */
function exampleOf(key: string) {
  if (key === 'approval') return payloadOf(aboutRequest(CLAIM.orderId, REQUEST), FACTS, false);
  const claim = key === 'attention' ? STOPPED : CLAIM;
  return payloadOf(aboutClaim(claim, key as TriggerKey, FACTS, env), FACTS, false);
}

const INTRODUCTION = [
  '<!-- Made by `npm run -s triggers`: fields from scripts/triggers/fields.ts, examples from the engine. Change it there. -->',
  '',
  '# Triggers for Flow',
  '',
  'The app tells Shopify Flow what became of a refund, with all that a workflow needs: nothing has to be looked up. Five triggers,',
  'one set of fields. The default `shopify app deploy` brings them along; they need no scope of their own.',
  '',
  '## How often, and what if Flow can’t be told',
  '',
  '- A trigger fires after the refund is recorded on the order. A refund never waits for Flow and never fails because of it.',
  '- What Flow is to be told stands in the order’s record, in the same write as what was reached, with how often it was sent.',
  '  When Flow takes it, the time stands there instead (`flow` in `refund_recipes.claim`, or in the request).',
  '- What Shopify surely did not take (throttled) is sent again at once. Where nobody knows, or Flow refused, it is sent again',
  '  when somebody opens the order (block or action, from a minute later on) or the refund is resumed: **three times at most**.',
  '  Then the order’s block says that Flow has not confirmed it, and a person may send it again there.',
  '- Flow doesn’t notice repeats: two calls are two runs. **Plan reference** is the same each time, and from the second time on',
  '  **Sent before** is true: Flow may have got it before, or not. So a workflow that mails or pays has two ways:',
  '  - _surely, and once_: go on only where the order has no tag with the plan reference, and add that tag;',
  '  - _in one condition_: go on only where *Sent before* is false. What got lost the first time is then left out; and a browser',
  '    that repeats a request by itself, because its connection was cut, says false both times.',
  '- A record that can’t be trusted can’t note anything: that it needs attention is noted as evidence, once for each state of it.',
  '- The **message** for the customer is in *Refund plan completed* only, so it goes out once. Nothing on the order keeps it.',
  '',
  '## Fields',
  '',
];

const AFTER_FIELDS = [
  '',
  'Totals are decimal text, exact, in `Currency`. An order is refunded in one currency; should a movement have another, it stands in',
  'the list and not in the totals. Lists and texts with line ends are in `Details`:',
  '',
  '```graphql',
  SCHEMA.trimEnd(),
  '```',
  '',
  'A payload is never longer than Flow takes (50,000 bytes). Where it would be, texts end in `… (+1234)`, the number of characters',
  'left out, and `movementsLeftOut` counts what the list lacks; totals stay whole.',
];

const LIMITS = [
  '',
  '## What nobody has confirmed yet',
  '',
  'Whether an extension may fire a trigger through Shopify’s direct API access, what Flow says to single fields, and on which plans a',
  'custom app’s triggers are offered: see [unconfirmed](unconfirmed.md), each with how to find out in minutes. Should Flow refuse,',
  'refunds work all the same, and the order’s record says what Flow has not been told.',
  '',
];
