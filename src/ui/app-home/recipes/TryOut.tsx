import {useEffect, useMemo, useState} from 'preact/hooks';
import {parseSigned, type Recipe} from '../../../core/index.ts';
import {problemOf} from '../../order-action/problems.ts';
import {CustomerGets} from '../../order-action/edit/CustomerGets.tsx';
import {Notices} from '../../order-action/edit/Notices.tsx';
import type {Problem} from '../../../execution/types.ts';
import {Choose} from '../../pieces/Choose.tsx';
import {amountFault} from '../../words/amount-text.ts';
import {digitsOf} from '../../../core/money/currencies.ts';
import {createWords, type Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {type OrderChoice, ordersToTry, readTryOrder, trial, type TryOrder} from './try-out.ts';

const NONE = 'none';

/** The recipe on a real order that the merchant picks: planned anew with each change, carried out never. */
export function TryOut({recipe, host, words}: {recipe: Recipe | null; host: HomeHost; words: Words}) {
  const [name, setName] = useState('');
  const [orders, setOrders] = useState<readonly OrderChoice[] | null>(null);
  const [picked, setPicked] = useState<TryOrder | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const work = async (task: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await task();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const pick = (id: string): Promise<void> => work(async () => setPicked(await readTryOrder(host, id)));
  const find = (): Promise<void> =>
    work(async () => {
      const found = await ordersToTry(host, name);
      setOrders(found);
      const [only] = found;
      if (name.trim() && found.length === 1 && only) setPicked(await readTryOrder(host, only.id));
    });
  useEffect(() => void find(), []);

  return (
    <s-section heading={words.t('home.try.heading')}>
      <s-stack gap="base">
        <s-paragraph color="subdued">{words.t('home.try.text')}</s-paragraph>
        {orders && orders.length > 0 && (
          <Choose
            label={words.t('home.try.newest')}
            name="tryOrder"
            value={orders.some(({id}) => id === picked?.order.id) ? (picked?.order.id ?? NONE) : NONE}
            options={[
              ['', words.t('home.try.choose')],
              ...orders.map((order) => [order.id, orderText(order, words)] as const),
            ]}
            disabled={busy}
            onChoose={(id) => id !== NONE && void pick(id)}
          />
        )}
        {orders?.length === 0 && (
          <s-paragraph>{words.t(name.trim() ? 'home.try.notFound' : 'home.try.none', {name: name.trim()})}</s-paragraph>
        )}
        <s-grid gridTemplateColumns="1fr auto" gap="small" alignItems="end">
          <s-text-field
            label={words.t('home.try.name')}
            name="tryName"
            placeholder="#1001"
            value={name}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <s-button disabled={busy} loading={busy} onClick={() => void find()}>
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
}

function orderText({name, createdAt, totalPriceSet: {presentmentMoney}}: OrderChoice, words: Words): string {
  const total = words.money(parseSigned(presentmentMoney.amount, presentmentMoney.currencyCode));
  return `${name} · ${total} · ${words.dateTime(createdAt)}`;
}

function Result({
  recipe,
  picked,
  host,
  words: plain,
}: {
  recipe: Recipe | null;
  picked: TryOrder;
  host: HomeHost;
  words: Words;
}) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const {order} = picked;
  const explicit = order.currency !== order.shopCurrency;
  const words = useMemo(() => createWords(host.i18n, explicit), [host, explicit]);
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
          value={typed[field.kind] ?? field.value}
          suffix={field.currency}
          details={field.max ? words.t('action.amounts.max', {max: field.max}) : ''}
          error={
            amountFault(typed[field.kind] || '', digitsOf(field.currency), field.max?.minor ?? null)
              ? words.t('home.issue.decimal')
              : ''
          }
          autocomplete="off"
          onInput={(event) => setTyped({...typed, [field.kind]: event.currentTarget.value})}
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
}
