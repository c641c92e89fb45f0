import type {RefundRequest} from '../../../execution/requests/types.ts';
import type {Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import {type Change, stateful} from '../../pieces/stateful.ts';
import {Owed} from '../../waiting/Owed.tsx';
import type {Perform} from '../../waiting/perform.ts';
import {Request} from '../../waiting/Request.tsx';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {IDLE, type Work, work} from '../work.ts';
import {readWaiting, type WaitingEntry, type WaitingList} from './read.ts';
import {Release} from './Release.tsx';
import type {Picked} from './release.ts';

interface Props {
  /** What recipes are called, by handle. */
  readonly titles: ReadonlyMap<string, string>;
  readonly host: HomeHost;
  readonly words: Words;
}

interface State extends Work {
  readonly list: WaitingList | null;
  readonly picked: readonly Picked[] | null;
}

/** Everything that waits for somebody, across orders. */
export const Waits = stateful(
  (): State => ({...IDLE, list: null, picked: null}),
  ({titles, host, words}: Props, {list, picked, busy, problem}, change) => {
    const perform: Perform = async (task) => {
      if (busy) return false;
      change({busy: true, problem: null});
      let found: Problem | null;
      try {
        found = (await task({...host, staff: await host.staff()})).problem || null;
      } catch (error) {
        found = problemOf(error);
      }
      await load(host, change, found);
      return found === null;
    };

    if (picked) {
      return (
        <Release
          picked={picked}
          titles={titles}
          host={host}
          words={words}
          onDone={() => {
            change({picked: null});
            void load(host, change);
          }}
        />
      );
    }
    const entries = list?.entries || [];
    const all = entries.flatMap((entry) => entry.waiting.requests.map((request) => pickedOf(entry, request)));
    return (
      <s-section heading={words.t('home.waiting.heading')}>
        <s-stack gap="base">
          <s-paragraph color="subdued">{words.t('home.waiting.text')}</s-paragraph>
          {problem && (
            <s-banner tone="critical">
              <s-text>{words.coded('problem', problem)}</s-text>
            </s-banner>
          )}
          {!list && busy && <s-text>{words.t('home.waiting.loading')}</s-text>}
          {list && entries.length === 0 && <s-paragraph>{words.t('home.waiting.nothing')}</s-paragraph>}
          {list?.more && <s-paragraph>{words.t('home.waiting.more')}</s-paragraph>}
          <s-stack direction="inline" gap="small">
            {all.length > 1 && (
              <s-button variant="primary" disabled={busy} onClick={() => change({picked: all})}>
                {words.t('home.waiting.releaseAll', {count: all.length})}
              </s-button>
            )}
            <s-button disabled={busy} onClick={() => void load(host, change)}>
              {words.t('home.waiting.again')}
            </s-button>
          </s-stack>
          {entries.map((entry) => (
            <Entry
              key={entry.orderId}
              entry={entry}
              titles={titles}
              busy={busy}
              now={host.now()}
              words={words}
              perform={perform}
              onPick={(one) => change({picked: [one]})}
            />
          ))}
        </s-stack>
      </s-section>
    );
  },
  ({host}, change) => load(host, change),
);

/** @param after why what was done before stopped: it stays in sight */
async function load(host: HomeHost, change: Change<State>, after: Problem | null = null): Promise<void> {
  const read = await work(change, async () => ({list: await readWaiting(host)}));
  if (read && after) change({problem: after});
}

function pickedOf({orderId, name}: WaitingEntry, {id}: RefundRequest): Picked {
  return {orderId, orderName: name, requestId: id};
}

interface EntryView {
  readonly entry: WaitingEntry;
  /** What recipes are called, by handle. */
  readonly titles: ReadonlyMap<string, string>;
  readonly busy: boolean;
  readonly now: number;
  readonly words: Words;
  readonly perform: Perform;
  onPick(picked: Picked): void;
}

/** One order: what waits, since when and why, and what can be done about it. The rest is done on the order's page. */
function Entry(view: EntryView) {
  const {entry, words} = view;
  const {orderId, name, waiting, problems, claim} = entry;
  const amounts = waiting.pending.map(({amount}) => words.money(amount)).join(', ');
  const notes = [
    ...(waiting.unfinished
      ? [
          claim.problem
            ? words.coded('problem', claim.problem)
            : words.t('home.waiting.unfinished', {at: words.dateTime(claim.claim?.startedAt || '')}),
        ]
      : []),
    ...waiting.duplicates.map(() => words.t('problem.duplicateCredit')),
    ...(amounts ? [words.t('home.waiting.pending', {amounts})] : []),
    ...problems.map((problem) => words.coded('problem', problem)),
  ];
  return (
    <s-stack gap="small">
      <s-divider />
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text type="strong">{words.t('home.waiting.order', {order: name})}</s-text>
        <s-link
          href={`shopify:admin/orders/${orderId.slice(orderId.lastIndexOf('/') + 1)}`}
          accessibilityLabel={words.t('home.waiting.openOf', {order: name})}
        >
          {words.t('home.waiting.open')}
        </s-link>
      </s-stack>
      {notes.map((note, index) => (
        <s-text key={index}>{note}</s-text>
      ))}
      {[...waiting.approvals, ...waiting.requests].map((request) => (
        <Request
          key={request.id}
          {...view}
          request={request}
          requests={entry.requests}
          title={view.titles.get(request.recipe.handle)}
          open={[
            words.t(`home.waiting.${request.kind}`),
            words.t(`home.waiting.${request.kind}Of`, {order: name}),
            () => view.onPick(pickedOf(entry, request)),
          ]}
        />
      ))}
      {[...waiting.owed, ...waiting.abandoned].map((owed) => (
        <Owed key={`${owed.planId} ${owed.callId}`} {...view} owed={owed} claim={claim} />
      ))}
    </s-stack>
  );
}
