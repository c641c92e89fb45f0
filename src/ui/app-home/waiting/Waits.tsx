import {useCallback, useEffect, useState} from 'preact/hooks';
import {markOutsidePaid} from '../../../execution/outside/settle.ts';
import {declineRequest} from '../../../execution/requests/change.ts';
import type {RefundRequest} from '../../../execution/requests/types.ts';
import type {Environment, OutsidePayment, Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import {Steps} from '../../order-block/Steps.tsx';
import {requestHeading, requestLines} from '../../words/request-text.ts';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {readWaiting, type WaitingEntry, type WaitingList} from './read.ts';
import {Release} from './Release.tsx';
import type {Picked} from './release.ts';

type Perform = (
  work: (env: Environment) => Promise<{readonly state: string; readonly problem?: Problem}>,
) => Promise<boolean>;

/** Everything that waits for somebody, across orders. */
export function Waits({titles, host, words}: {titles: ReadonlyMap<string, string>; host: HomeHost; words: Words}) {
  const [list, setList] = useState<WaitingList | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [picked, setPicked] = useState<readonly Picked[] | null>(null);
  const load = useCallback(async () => {
    setBusy(true);
    try {
      setList(await readWaiting(host));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }, [host]);
  useEffect(() => void load(), [load]);
  const perform: Perform = async (work) => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    let found: Problem | null;
    try {
      found = (await work({...host, staff: await host.staff()})).problem || null;
    } catch (error) {
      found = problemOf(error);
    }
    setProblem(found);
    await load();
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
          setPicked(null);
          void load();
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
            <s-button variant="primary" disabled={busy} onClick={() => setPicked(all)}>
              {words.t('home.waiting.releaseAll', {count: all.length})}
            </s-button>
          )}
          <s-button
            disabled={busy}
            onClick={() => {
              setProblem(null);
              void load();
            }}
          >
            {words.t('home.waiting.again')}
          </s-button>
        </s-stack>
        {entries.map((entry) => (
          <Entry
            key={entry.orderId}
            entry={entry}
            titles={titles}
            busy={busy}
            host={host}
            words={words}
            perform={perform}
            onPick={(one) => setPicked([one])}
          />
        ))}
      </s-stack>
    </s-section>
  );
}

function pickedOf({orderId, name}: WaitingEntry, {id}: RefundRequest): Picked {
  return {orderId, orderName: name, requestId: id};
}

interface EntryView {
  readonly entry: WaitingEntry;
  /** What recipes are called, by handle. */
  readonly titles: ReadonlyMap<string, string>;
  readonly busy: boolean;
  readonly host: HomeHost;
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
        <Request key={request.id} request={request} {...view} />
      ))}
      {waiting.owed.map((owed) => (
        <Owed key={`${owed.planId} ${owed.callId}`} owed={owed} {...view} />
      ))}
    </s-stack>
  );
}

function Request({request, entry, titles, busy, words, perform, onPick}: EntryView & {request: RefundRequest}) {
  return (
    <s-box padding="base" border="base" borderRadius="base">
      <s-stack gap="small">
        <s-text type="strong">{requestHeading(request, words)}</s-text>
        {requestLines(request, words, titles.get(request.recipe.handle)).map((line) => (
          <s-text key={line}>{line}</s-text>
        ))}
        <s-stack direction="inline" gap="small">
          <s-button
            variant="primary"
            disabled={busy}
            accessibilityLabel={words.t(`home.waiting.${request.kind}Of`, {order: entry.name})}
            onClick={() => onPick(pickedOf(entry, request))}
          >
            {words.t(`home.waiting.${request.kind}`)}
          </s-button>
        </s-stack>
        <Steps
          busy={busy}
          words={words}
          steps={[
            {
              name: 'decline',
              label: words.t('block.request.decline'),
              ask: words.t('block.request.declineAsk'),
              yes: words.t('block.request.declineYes'),
              fields: [
                {
                  name: 'reason',
                  type: 'text',
                  label: words.t('block.request.reason'),
                  details: words.t('block.request.reasonDetails'),
                },
              ],
              press: ({reason = ''}) => perform((env) => declineRequest(entry.requests, request.id, reason, env)),
            },
          ]}
        />
      </s-stack>
    </s-box>
  );
}

function Owed({owed, entry, busy, host, words, perform}: EntryView & {owed: OutsidePayment}) {
  const {amount, at} = owed;
  return (
    <s-box padding="base" border="base" borderRadius="base">
      <s-stack gap="small">
        <s-text type="strong">{words.t('block.owed.heading', {amount})}</s-text>
        <s-text>{words.t('block.owed.text', {at: words.dateTime(at)})}</s-text>
        <Steps
          busy={busy}
          words={words}
          steps={[
            {
              name: 'paid',
              label: words.t('block.owed.paid'),
              ask: words.t('block.owed.paidAsk', {amount}),
              yes: words.t('block.owed.paidYes', {amount}),
              fields: [
                {
                  name: 'reference',
                  type: 'text',
                  label: words.t('block.owed.reference'),
                  details: words.t('block.owed.referenceDetails'),
                },
                {
                  name: 'date',
                  type: 'date',
                  label: words.t('block.owed.date'),
                  value: new Date(host.now()).toISOString().slice(0, 10),
                },
              ],
              press: ({reference = '', date = ''}) =>
                perform((env) => markOutsidePaid(entry.claim, owed, {reference, date}, env)),
            },
          ]}
        />
      </s-stack>
    </s-box>
  );
}
