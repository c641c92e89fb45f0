import {
  and,
  any,
  bare,
  type Code,
  equals,
  liquid,
  madeJson,
  now,
  oneOf,
  pathOf,
  type Steps,
} from '../../builder/index.ts';
import type {Path} from '../../builder/path.ts';
import type {EnvironmentOrder, EnvironmentPayloads} from '../../environment/environment.types.ts';
import {codeOf, confirmScript, type OutputOf, type REMAINING_LINES} from '../../run-code/index.ts';
import {PERSON_TAG, tag, untag, WAITING_TAG} from './tags.ts';

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
 * Plans, and claims the order before anything is paid: two metafields, all or none, each as it was read; the second holds a nonce, so
 * that of two runs at the same time one is turned away. Only what the answer shows to be written counts as claimed, so it makes no
 * difference whether Flow stops at userErrors. Whatever is not paid ends in a tag, and in a mail where it takes a person.
 * @param pay goes on once the claim is ours
 */
export function claimThenPay<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  order: Path<EnvironmentOrder, Known>,
  code: Code<Planned>,
  tags: PayTags,
  pay: <Inside>(
    steps: Steps<Known | Inside, Inside>,
    planned: Path<Planned, Known>,
    written: Answer<'metafieldsSet', Known | Inside>,
  ) => void,
): void {
  const planned = steps.runCode('Plan the refund and its claim', code);
  steps.when(
    'May it be paid?',
    equals(planned.go, true),
    (yes) => {
      const written = yes.sendAdminApiRequest('Claim the order', 'metafieldsSet', {
        metafields: madeJson`${planned.claimStart}${now('%s%N')}${planned.claimEnd}`,
      });
      yes.when(
        'Is the claim ours?',
        any(written.metafields, (metafield) => equals(metafield.key, 'claim')),
        (ours) => pay(ours, planned, written),
        (lost) => {
          lost.sendInternalEmail('Mail that somebody else was first', {
            subject: liquid`Refund of order ${planned.orderName}: not paid by this run`,
            message: liquid`The order could not be claimed: another run of the workflow or a person was first, or the claim was refused. This run paid nothing. While the order has the tag “${tags.asking}”, the next run looks at it again.`,
          });
        },
      );
    },
    (no) => notPaid(no, order, planned, tags),
  );
}

function notPaid<Known, Here>(
  steps: Steps<Known, Here>,
  order: Path<EnvironmentOrder, Known>,
  planned: Path<Planned, Known>,
  tags: PayTags,
): void {
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
              mailWhy(dry, 'Mail what it would pay', planned, 'dry run');
            },
            (refused) => {
              tag(refused, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
              mailWhy(refused, 'Mail why it takes a person', planned, 'it takes a person');
            },
          );
        },
      );
    },
  );
}

function mailWhy<Known, Here>(
  steps: Steps<Known, Here>,
  words: string,
  planned: Path<Planned, Known>,
  what: string,
): void {
  steps.sendInternalEmail(words, {
    subject: liquid`Refund workflow: ${what}`,
    message: liquid`${planned.why}`,
  });
}

/** After a money step: what its answer proves goes into the claim; then the order says how it ended. */
export function confirmPaid<Known, Here extends Known, Name extends Parameters<typeof confirmScript>[0]>(
  steps: Steps<Known, Here>,
  order: Path<EnvironmentOrder, Known>,
  mutation: Name,
  written: Answer<'metafieldsSet', Known>,
  paid: Answer<Name, Known>,
  tags: PayTags,
  next?: <Inside>(steps: Steps<Known | Inside, Inside>, written: Answer<'metafieldsSet', Known | Inside>) => void,
): void {
  const roots = {order: pathOf(order), written: pathOf(written), paid: pathOf(paid)};
  const outcome = steps.runCode(`Read what became of ${mutation}`, codeOf(confirmScript(mutation), roots));
  const recorded = steps.sendAdminApiRequest(`Note in the claim what became of ${mutation}`, 'metafieldsSet', {
    metafields: bare(outcome.metafields),
  });
  steps.when(
    `Is it noted, and is ${mutation} paid?`,
    and(
      any(recorded.metafields, (metafield) => equals(metafield.key, 'claim')),
      equals(outcome.code, 'done'),
    ),
    (yes) => {
      if (next) next(yes, recorded);
      else {
        tag(yes, order.id, `Tag it “${tags.done}”`, tags.done);
        untag(yes, order.id, `Take “${tags.asking}” off: paid`, tags.asking);
        yes.when('Is some of it still on its way?', equals(outcome.waits, true), (open) => {
          tag(open, order.id, `Tag it “${WAITING_TAG}”: on its way`, WAITING_TAG);
        });
      }
    },
    (no) => {
      tag(no, order.id, `Tag it “${WAITING_TAG}”: ${mutation} is open`, WAITING_TAG);
      no.sendInternalEmail(`Mail that ${mutation} needs a look`, {
        subject: liquid`${outcome.subject}`,
        message: liquid`${outcome.why}`,
      });
    },
  );
}
