/** What every workflow promises, read from the file that Flow imports: its letter, where its money moves, and how each of its ways ends. */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {compile} from '../../src/flow/compile/index.ts';
import {type FlowFile, type FlowStep, readFlowFile, writeFlowFile} from '../../src/flow/format/index.ts';
import {WORKFLOWS} from '../../src/flow/workflows/index.ts';

const ALL = WORKFLOWS.map((workflow) => {
  const {file} = compile(workflow);
  return {about: workflow.about, file: readFlowFile(writeFlowFile(file)), draft: compile(workflow).drafts.length > 0};
});
const READY = ALL.filter(({draft}) => !draft);

/** A step on a way, with the port by which the way leaves it. */
interface Stop {
  readonly step: FlowStep;
  readonly port: string;
}

const PORTS: Readonly<Record<string, readonly string[]>> = {CONDITION: ['true', 'false'], FOREACH: ['loop_body']};

/** Every way from the trigger to an end. A loop is gone through once; what follows it is a way of its own. */
function waysOf({root}: FlowFile): readonly (readonly Stop[])[] {
  const from = (step: FlowStep, before: readonly Stop[]): readonly (readonly Stop[])[] =>
    (PORTS[step.task_type] ?? ['output']).flatMap((port) => {
      const way = [...before, {step, port}];
      const next = root.links.find((link) => link.from_step_id === step.step_id && link.from_port_id === port);
      const to = root.steps.find(({step_id}) => step_id === next?.to_step_id);
      return to ? from(to, way) : [way];
    });
  const [first] = root.steps;
  return first ? from(first, []) : [];
}

function fieldOf({config_field_values}: FlowStep, name: string): string {
  return config_field_values.find(({config_field_id}) => config_field_id === name)?.value ?? '';
}

function mutationOf(step: FlowStep): string {
  const call = fieldOf(step, 'api_call');
  return call === '' ? '' : (JSON.parse(call) as {name: string}).name;
}

/** The tag by which its search finds orders. */
const askingOf = ({root}: FlowFile) => /tag:'([^']+)'/.exec(fieldOf(root.steps[1] as FlowStep, 'query'))?.[1] ?? '';

const isMail = ({task_id}: FlowStep) => task_id === 'shopify::flow::send_email';
const isSeen = (step: FlowStep) => isMail(step) || mutationOf(step) === 'tagsAdd';
const words = (way: readonly Stop[]) =>
  way.map(({step, port}) => `${step.description}${port === 'true' ? ' yes' : port === 'false' ? ' no' : ''}`);
const lastQuestion = (way: readonly Stop[]) =>
  words(way.filter(({step}) => step.task_type === 'CONDITION')).at(-1) ?? '';

const MONEY = ['refundCreate', 'giftCardCreate', 'storeCreditAccountCredit'];
const MOVERS = ALL.filter(({file}) => file.root.steps.some((step) => MONEY.includes(mutationOf(step))));

describe('letters', () => {
  it.each(READY)('$about.handle has its letter in its name, in both languages, and on its first step', (ready) => {
    const {about, file} = ready;
    const {safety, handle} = about;
    const folder = new URL(`../../extensions/flow-templates/${handle}/`, import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const names = ['locales/en.default.json', 'locales/nl.json'].map(
      (one) => (JSON.parse(read(one)) as {name: string}).name,
    );
    const first = file.root.steps[0]?.description ?? '';
    for (const name of [...names, file.root.workflow_name]) {
      expect(/ \(([ABC])\)$/.exec(name)?.[1] ?? 'none').toBe(safety);
    }
    expect(first.startsWith(safety === 'none' ? 'Moves no money' : `Safety ${safety}: `)).toBe(true);
    expect(read('README.md')).toContain(`# ${names[0]}\n`);
    expect(read('README.md')).toContain(`**${first}**`);
  });

  it('A and B are those that move money; the others only write metafields and tags', () => {
    expect(MOVERS.map(({about}) => `${about.handle} ${about.safety}`)).toEqual([
      'refund-lines-refrec A',
      'goodwill-gift-card-refrec A',
      'credit-bonus-refrec B',
    ]);
    const others = ALL.filter((one) => !MOVERS.includes(one)).flatMap(({file}) => file.root.steps.map(mutationOf));
    expect([...new Set(others)].toSorted()).toEqual(['', 'metafieldsSet', 'tagsAdd', 'tagsRemove']);
  });
});

const CLAIMED = [
  'Does it carry its tag? yes',
  'Plan the refund and its claim',
  'May it be paid? yes',
  'Claim the order',
  'Is the claim ours? yes',
] as const;
const NOTED = (what: string) => [
  `Read what became of ${what}`,
  `Note in the claim what became of ${what}`,
  `Is it noted, and is ${what} paid? yes`,
];

describe('money', () => {
  it.each([
    ['refund-lines-refrec', 'Refund the lines', CLAIMED],
    ['goodwill-gift-card-refrec', 'Create the gift card', [...CLAIMED, 'Tag it “Gift card to send” until it is sent']],
    ['credit-bonus-refrec', 'Refund the lines as store credit', CLAIMED],
    ['credit-bonus-refrec', 'Give the bonus', [...CLAIMED, 'Refund the lines as store credit', ...NOTED('the refund')]],
  ])('%s moves it by “%s” after its claim alone', (handle, paying, before) => {
    const file = MOVERS.find(({about}) => about.handle === handle)?.file;
    if (!file) throw new Error(`${handle} moves no money.`);
    const ways = waysOf(file).flatMap((way) => {
      const all = words(way);
      const at = all.indexOf(paying);
      const between = all.slice(3, at).map((one) => one.replace(/the tag “[^”]+”\?/, 'its tag?'));
      return at === -1 ? [] : [between.join(' › ')];
    });
    expect([...new Set(ways)]).toEqual([before.join(' › ')]);
    const dry = file.root.steps.filter((step) => /^const DRY_RUN = true;$/m.test(fieldOf(step, 'script')));
    expect(dry.map(({description}) => description)).toEqual(['Plan the refund and its claim']);
    const claim = file.root.steps.find(({description}) => description === 'Claim the order');
    expect(claim && fieldOf(claim, 'api_call')).toContain("{{ 'now' | date: '%s%N' }}");
  });
});

describe('ends', () => {
  it.each(MOVERS)('$about.handle ends every way in a tag or a mail, unless nobody asked for it', ({file}) => {
    const ways = waysOf(file);
    expect(ways.length).toBeGreaterThan(6);
    const silent = ways.filter((way) => !way.some(({step}) => isSeen(step))).map(lastQuestion);
    expect(silent).toEqual([`Does it carry the tag “${askingOf(file)}”? no`]);
  });

  it.each(MOVERS)('$about.handle keeps its asking tag only where the next run has to look again', ({file}) => {
    const asking = askingOf(file);
    const kept = waysOf(file).filter(
      (way) =>
        !way.some(
          ({step}) => mutationOf(step) === 'tagsRemove' && fieldOf(step, 'api_call').includes(`\\"${asking}\\"`),
        ),
    );
    const questions = new Set(
      kept.map((way) => lastQuestion(way).replace(/noted, and is the [\w ]+ paid/, 'noted and paid')),
    );
    expect([...questions].toSorted()).toEqual([
      `Does it carry the tag “${asking}”? no`,
      'Is a refund under way? yes',
      'Is it noted and paid? no',
      'Is the claim ours? no',
    ]);
  });

  it('the others are silent only where there is nothing to say', () => {
    const silent = ALL.filter((one) => !MOVERS.includes(one)).flatMap(({about, file}) =>
      waysOf(file)
        .filter((way) => !way.some(({step}) => isSeen(step) || mutationOf(step) === 'tagsRemove'))
        .map((way) => `${about.handle}: ${lastQuestion(way)}`),
    );
    expect(silent).toEqual([
      'ask-label-by-hand-refrec: Was it shipped, and not sold over the counter? (A new order ends here) no',
      'ask-label-tagged-refrec: Does it carry the tag “Refund shipping and label”? no',
      'request-tagged-refrec: Does it carry the tag “Refund please”? no',
      'refund-reminder-refrec: Does nothing wait any more? no',
      'double-payment-alarm-refrec: Does something not fit, or is it unreadable? no',
      'withdrawal-clock-refrec: Did this run note it? no',
      'withdrawal-clock-refrec: Is the day unreadable, and was nobody told? no',
      'withdrawal-clock-refrec: Does it carry the tag “Withdrawal”? no',
      'ask-return-closed-refrec: Does the order lack the tag “No automatic refund”? no',
      'ask-return-processed-refrec: Does the order lack the tag “No automatic refund”? no',
      'alarm-on-refund-refrec: Does something not fit, or is it unreadable? no',
      'mail-approval-refrec: Is it told for the first time? no',
      'mail-outside-refrec: Is it told for the first time? no',
    ]);
  });
});

describe('mails', () => {
  const mails = ALL.flatMap(({about, file}) =>
    file.root.steps.filter(isMail).map((step) => ({handle: about.handle, step})),
  );

  it('name the order in the subject, and open it', () => {
    const nameless = mails.filter(({step}) => {
      const [subject, message] = [fieldOf(step, 'subject'), fieldOf(step, 'message')];
      const order = /^Order \{\{ (\S+)\.name \}\}: ./.exec(subject)?.[1];
      return !message.endsWith(`\n\nhttps://{{ shop.myshopifyDomain }}/admin/orders/{{ ${order}.legacyResourceId }}`);
    });
    expect(nameless.map(({handle}) => handle)).toEqual(['mail-on-error-refrec']);
  });
});
