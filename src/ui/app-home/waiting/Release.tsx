import {CustomerGets} from '../../order-action/edit/CustomerGets.tsx';
import {Notices} from '../../order-action/edit/Notices.tsx';
import {AmountRow} from '../../order-action/AmountRow.tsx';
import {GiftCard} from '../../pieces/GiftCard.tsx';
import {stateful} from '../../pieces/stateful.ts';
import {createWords, type Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {carryOutAll, type GiftCardCode, type Item, itemsOf, type Picked, planAll} from './release.ts';

interface Props {
  readonly picked: readonly Picked[];
  readonly titles: ReadonlyMap<string, string>;
  readonly host: HomeHost;
  readonly words: Words;
  onDone(): void;
}

interface State {
  readonly items: readonly Item[];
  readonly stage: 'planning' | 'confirm' | 'running' | 'done';
  readonly codes: readonly GiftCardCode[];
}

/** Carries out one request, or all of them: first what would happen, then, when a person says so, one after another. */
export const Release = stateful(
  ({picked}: Props): State => ({items: itemsOf(picked), stage: 'planning', codes: []}),
  ({titles, host, words, onDone}, {items, stage, codes}, change) => {
    const ready = items.filter(({state}) => state === 'ready').length;
    const done = items.filter(({state}) => state === 'done').length;
    const running = stage === 'running';
    const run = async (): Promise<void> => {
      change({stage: 'running'});
      const keep = (code: GiftCardCode): void => change((before) => ({codes: [...before.codes, code]}));
      await carryOutAll(host, items, (next) => change({items: next}), keep);
      change({stage: 'done'});
    };
    const one = items.find(({problem}) => !problem);
    const amount = one?.planned ? wordsFor(one, host, words).money(one.planned.plan.totals.toCustomer) : '';
    const count = stage === 'confirm' && ready > 0 ? ready : items.length;
    return (
      <s-section heading={words.t(`home.release.${stage}`, {count, done})}>
        <s-stack gap="base">
          {stage === 'confirm' && <s-paragraph>{words.t('home.release.text')}</s-paragraph>}
          {items.map((item) => (
            <Row
              key={`${item.orderId} ${item.requestId}`}
              item={item}
              titles={titles}
              host={host}
              words={words}
              whole={items.length === 1}
            />
          ))}
          {codes.map(({orderName, code}) => (
            <GiftCard key={code} code={code} label={words.t('home.release.code', {order: orderName})} words={words} />
          ))}
          <s-stack direction="inline" gap="small">
            {(stage === 'confirm' || running) && ready + done > 0 && (
              <s-button variant="primary" loading={running} disabled={running} onClick={() => void run()}>
                {words.t('home.release.yes', {count: ready + done, amount})}
              </s-button>
            )}
            <s-button disabled={running} onClick={onDone}>
              {words.t('home.release.back')}
            </s-button>
          </s-stack>
        </s-stack>
      </s-section>
    );
  },
  async ({host, picked}, change) => {
    await planAll(host, picked, (items) => change({items}));
    change({stage: 'confirm'});
  },
);

/** Amounts of an order in another currency than the shop's name it. */
function wordsFor({planned}: Item, host: HomeHost, words: Words): Words {
  return planned && planned.order.currency !== planned.order.shopCurrency ? createWords(host.i18n, true) : words;
}

function Row({
  item,
  titles,
  host,
  words: plain,
  whole,
}: {
  item: Item;
  titles: ReadonlyMap<string, string>;
  host: HomeHost;
  words: Words;
  whole: boolean;
}) {
  const {orderName, state, planned, problem} = item;
  const words = wordsFor(item, host, plain);
  const plan = planned?.plan || null;
  const stop = problem?.code === 'planStopped' ? plan?.stops[0] : undefined;
  return (
    <s-stack gap="small">
      <AmountRow
        label={`${orderName} · ${words.t(`home.release.state.${state}`)}`}
        detail={planned ? (titles.get(planned.request.recipe.handle) ?? planned.request.recipe.handle) : ''}
        amount={plan ? words.money(plan.totals.toCustomer) : '–'}
      />
      {planned?.changed && state === 'ready' && (
        <s-banner tone="warning">
          <s-text>{words.t('home.release.changed')}</s-text>
        </s-banner>
      )}
      {problem && (
        <s-banner tone="critical">
          <s-text>{stop ? words.coded('stop', stop) : words.coded('problem', problem)}</s-text>
          {problem.code === 'needsApproval' && <s-text>{words.t('home.release.approval')}</s-text>}
        </s-banner>
      )}
      {whole && plan && state !== 'done' && (
        <>
          <CustomerGets plan={plan} hint={words.t('home.release.hint')} words={words} />
          <Notices plan={plan} words={words} />
        </>
      )}
    </s-stack>
  );
}
