import {
  and,
  any,
  bare,
  type Code,
  equals,
  given,
  liquid,
  madeJson,
  now,
  oneOf,
  type Steps,
} from '../../builder/index.ts';
import type {Path, Ref} from '../../builder/path.ts';
import type {EnvironmentPayloads} from '../../environment/environment.types.ts';
import {codeOf, confirmScript, type OutputOf, type REMAINING_LINES} from '../../run-code/index.ts';
import {mailStaff, type OrderOfShop} from './mail.ts';
import {PERSON_TAG, tag, untag, WAITING_TAG, whenTagged} from './tags.ts';

/** What every script that plans and claims gives. */
export type Planned = OutputOf<(typeof REMAINING_LINES)['fields']>;

type Answer<Name extends keyof EnvironmentPayloads, Scope> = Path<EnvironmentPayloads[Name], Scope>;

/** The tags of a workflow that moves money. */
export interface PayTags {
  /** Merchants set it to have the order paid; every ending but an unfinished one takes it off. */
  readonly asking: string;
  /** Paid, by this run or by one before it. */
  readonly done: string;
  readonly dryRun: string;
}

/**
 * Plans, and claims the order before anything is paid: two metafields, all or none, each as it was read (when: docs/unconfirmed.md,
 * 36); the second holds a nonce, so that of two runs at the same time one is turned away. Only what the answer shows to be written
 * counts as claimed, so it makes no difference whether Flow stops at userErrors. Whatever is not paid ends in a tag, and in a mail
 * where it takes a person; an order without the asking tag is left alone, whatever the search found (docs/unconfirmed.md, 37).
 * @param pay goes on once the claim is ours
 */
export function claimThenPay<Known, Here extends Known, Output extends Planned = Planned>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  code: Code<Output, Known>,
  tags: PayTags,
  pay: <Inside>(
    steps: Steps<Known | Inside, Inside>,
    planned: Path<Output, Known | Inside>,
    written: Answer<'metafieldsSet', Known | Inside>,
  ) => void,
): void {
  whenTagged(steps, about.order, tags.asking, (asked) => {
    const planned = asked.runCode<Planned>('Plan the refund and its claim', code);
    asked.when(
      'May it be paid?',
      equals(planned.go, true),
      (yes) => {
        const written = yes.sendAdminApiRequest('Claim the order', 'metafieldsSet', {
          metafields: madeJson`${planned.claimStart}${now('%s%N')}${planned.claimEnd}`,
        });
        yes.when(
          'Is the claim ours?',
          any(written.metafields, (metafield) => equals(metafield.key, 'claim')),
          // It holds all that the script gives.
          (ours) => pay(ours, planned as typeof planned & Path<Output, Known>, written),
          (lost) =>
            mailStaff(
              lost,
              'Mail that somebody else was first',
              about,
              liquid`not paid by this run`,
              liquid`The order could not be claimed: another run of the workflow or a person was first, or Shopify refused the claim. This run paid nothing. While the order has the tag “${tags.asking}”, the next run looks at it again. If this mail comes every time, take the tag off and refund with the action on the order page.`,
            ),
        );
      },
      (no) => notPaid(no, about, planned, tags),
    );
  });
}

function notPaid<Known, Here>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  planned: Path<Planned, Known>,
  tags: PayTags,
): void {
  const {order} = about;
  steps.when(
    'Was it paid before, or is nothing left?',
    oneOf(planned.code, ['alreadyDone', 'nothingToRefund']),
    (settled) => {
      tag(settled, order.id, `Tag it “${tags.done}”: nothing to do`, tags.done);
      untag(settled, order.id, `Take “${tags.asking}” off: nothing to do`, tags.asking);
    },
    (open) => {
      open.when(
        'Is a refund under way?',
        oneOf(planned.code, ['claimOpen', 'claimStopped', 'claimProblem']),
        (busy) => tag(busy, order.id, `Tag it “${WAITING_TAG}” and look again at the next run`, WAITING_TAG),
        (other) => {
          untag(other, order.id, `Take “${tags.asking}” off`, tags.asking);
          other.when(
            'Is it a dry run?',
            equals(planned.code, 'dryRun'),
            (dry) => {
              tag(dry, order.id, `Tag it “${tags.dryRun}”`, tags.dryRun);
              mailStaff(
                dry,
                'Mail what it would pay',
                about,
                liquid`dry run, nothing was paid`,
                liquid`${planned.why} To have it paid, set DRY_RUN to false in the workflow, then tag the order “${tags.asking}” again.`,
              );
            },
            (refused) => {
              tag(refused, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
              mailStaff(
                refused,
                'Mail why it takes a person',
                about,
                liquid`a refund needs a person`,
                liquid`Flow paid nothing. ${planned.why}`,
              );
            },
          );
        },
      );
    },
  );
}

/** What follows once a money step is paid, and noted. */
export interface Following<Known> {
  /** The next money step, with the claim as it was noted. Without one, all is paid. */
  readonly next?: <Inside>(
    steps: Steps<Known | Inside, Inside>,
    written: Answer<'metafieldsSet', Known | Inside>,
  ) => void;
  /** What follows the tags where all is paid. It takes the place of a look at what waits: of a gift card nothing does, and what waits of an earlier refund is tagged. */
  readonly told?: <Inside>(steps: Steps<Known | Inside, Inside>) => void;
}

/** What merchants read in Flow for a money step. */
const CALLED = {
  refundCreate: 'the refund',
  storeCreditAccountCredit: 'the store credit',
  giftCardCreate: 'the gift card',
} as const;

/** After a money step: what its answer proves goes into the claim; then the order says how it ended. */
export function confirmPaid<Known, Here extends Known, Name extends Parameters<typeof confirmScript>[0]>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  mutation: Name,
  written: Answer<'metafieldsSet', Known>,
  paid: Ref<EnvironmentPayloads[Name], Known>,
  tags: PayTags,
  {next, told}: Following<Known> = {},
): void {
  const {order} = about;
  const roots = {order, written, paid};
  const what = CALLED[mutation];
  const outcome = steps.runCode(`Read what became of ${what}`, codeOf(confirmScript(mutation), roots));
  const recorded = steps.sendAdminApiRequest(`Note in the claim what became of ${what}`, 'metafieldsSet', {
    metafields: bare(outcome.metafields),
  });
  steps.when(
    `Is it noted, and is ${what} paid?`,
    and(
      any(recorded.metafields, (metafield) => equals(metafield.key, 'claim')),
      equals(outcome.code, 'done'),
    ),
    (yes) => {
      if (next) next(yes, recorded);
      else {
        tag(yes, order.id, `Tag it “${tags.done}”`, tags.done);
        untag(yes, order.id, `Take “${tags.asking}” and the dry run’s tag off: paid`, tags.asking, tags.dryRun);
        if (told) told(yes);
        else {
          yes.when('Is some of it still on its way?', equals(outcome.waits, true), (open) => {
            tag(open, order.id, `Tag it “${WAITING_TAG}”: on its way`, WAITING_TAG);
          });
        }
      }
    },
    (no) => {
      tag(no, order.id, `Tag it “${WAITING_TAG}”: ${what} is open`, WAITING_TAG);
      // Paid, and yet here: the claim could not be written.
      const unnoted = liquid` If the order’s refund block shows it as unfinished, finish it there.`;
      const where = given(outcome.done, unnoted, given(outcome.go, unnoted));
      const words = liquid`${outcome.why}${where}`;
      mailStaff(no, `Mail that ${what} needs a look`, about, liquid`a refund needs a look`, words);
    },
  );
}
