import {parseSigned, type Recipe} from '../../../core/index.ts';
import {problemOf} from '../../order-action/problems.ts';
import {CustomerGets} from '../../order-action/edit/CustomerGets.tsx';
import {Notices} from '../../order-action/edit/Notices.tsx';
import {Choose} from '../../pieces/Choose.tsx';
import {type Change, stateful} from '../../pieces/stateful.ts';
import {amountFault, typedText} from '../../words/amount-text.ts';
import {digitsOf} from '../../../core/money/currencies.ts';
import {createWords, type Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {IDLE, type Work, work} from '../work.ts';
import {type OrderChoice, ordersToTry, readTryOrder, trial, type TryOrder} from './try-out.ts';

interface Props {
  readonly recipe: Recipe | null;
  readonly host: HomeHost;
  readonly words: Words;
}

interface State extends Work {
  readonly name: string;
  readonly orders: readonly OrderChoice[] | null;
  readonly picked: TryOrder | null;
}

/** The recipe on a real order that the merchant picks: planned anew with each change, carried out never. */
export const TryOut = stateful(
  (): State => ({...IDLE, name: '', orders: null, picked: null}),
  ({recipe, host, words}: Props, {name, orders, picked, busy, problem}, change) => {
    return (
      <s-section heading={words.t('home.try.heading')}>
        <s-stack gap="base">
          <s-paragraph color="subdued">{words.t('home.try.text')}</s-paragraph>
          {orders && orders.length > 0 && (
            <Choose
              label={words.t('home.try.newest')}
              name="tryOrder"
              value={orders.find(({id}) => id === picked?.order.id)?.id || ''}
              options={[
                ['', words.t('home.try.choose')],
                ...orders.map((order) => [order.id, orderText(order, words)] as const),
              ]}
              disabled={busy}
              onChoose={(id) => id && void work(change, async () => ({picked: await readTryOrder(host, id)}))}
            />
          )}
          {orders?.length === 0 && (
            <s-paragraph>
              {words.t(name.trim() ? 'home.try.notFound' : 'home.try.none', {name: name.trim()})}
            </s-paragraph>
          )}
          <s-grid gridTemplateColumns="1fr auto" gap="small" alignItems="end">
            <s-text-field
              label={words.t('home.try.name')}
              name="tryName"
              placeholder="#1001"
              value={name}
              autocomplete="off"
              onInput={(event) => change({name: event.currentTarget.value})}
            />
            <s-button disabled={busy} loading={busy} onClick={() => void find(host, name, change)}>
              {words.t('home.try.find')}
            </s-button>
          </s-grid>
          {problem && (
            <s-banner tone="warning">
              <s-text>{words.coded('problem', problem)}</s-text>
            </s-banner>
          )}
          {picked && <Result recipe={recipe} picked={picked} host={host} words={words} />}
        </s-stack>
      </s-section>
    );
  },
  ({host}, change) => find(host, '', change),
);

/** One order is shown at once where its name was typed. */
function find(host: HomeHost, name: string, change: Change<State>): Promise<boolean> {
  return work(change, async () => {
    const orders = await ordersToTry(host, name);
    const [only] = orders;
    change({orders});
    return name.trim() && orders.length === 1 && only ? {picked: await readTryOrder(host, only.id)} : {};
  });
}

function orderText({name, createdAt, totalPriceSet: {presentmentMoney}}: OrderChoice, words: Words): string {
  const total = words.money(parseSigned(presentmentMoney.amount, presentmentMoney.currencyCode));
  return `${name} · ${total} · ${words.dateTime(createdAt)}`;
}

const Result = stateful(
  (): {typed: Readonly<Record<string, string>>} => ({typed: {}}),
  ({recipe, picked, host, words: plain}: Props & {readonly picked: TryOrder}, {typed}, change) => {
    const {order} = picked;
    const words = createWords(host.i18n, order.currency !== order.shopCurrency);
    if (!recipe) return <s-paragraph>{plain.t('home.try.fix')}</s-paragraph>;
    const digits = digitsOf(order.currency);
    const good = Object.fromEntries(Object.entries(typed).filter(([, text]) => !amountFault(text, digits, null)));
    const {plan, amounts, refusal, sampled} = trial(recipe, picked, good, host.hash);
    const asked = amounts.filter(({kind}) =>
      recipe.parts.some((part) => part.kind === kind && part.amount.type === 'entered'),
    );
    const nothing = plan?.stops.find(({code}) => code === 'nothingToRefund' || code === 'nothingPaid');
    return (
      <s-stack gap="base">
        <s-text type="strong">{words.t('home.try.on', {order: order.name})}</s-text>
        {asked.map((field) => (
          <s-text-field
            key={field.kind}
            name={`try:${field.kind}`}
            label={words.t('home.try.typed', {part: words.t(`component.${field.kind}`)})}
            value={typed[field.kind] ?? typedText(field.value, words.language)}
            suffix={field.currency}
            details={field.max ? words.t('action.amounts.max', {max: field.max}) : ''}
            error={
              amountFault(typed[field.kind] || '', digitsOf(field.currency), field.max?.minor ?? null)
                ? words.t('home.issue.decimal')
                : ''
            }
            autocomplete="off"
            onInput={(event) => change({typed: {...typed, [field.kind]: event.currentTarget.value}})}
          />
        ))}
        {sampled && <s-text color="subdued">{words.t('home.try.sampled')}</s-text>}
        {refusal && (
          <s-banner tone="warning">
            <s-text>{words.t('home.try.refused', {message: words.coded('problem', problemOf(refusal))})}</s-text>
          </s-banner>
        )}
        <CustomerGets
          plan={plan}
          hint={nothing ? words.coded('stop', nothing) : words.t('home.try.hint')}
          words={words}
        />
        {plan && <Notices plan={plan} words={words} />}
      </s-stack>
    );
  },
);
