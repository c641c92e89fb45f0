/** An extension that shows the host's test what arrives: what it hears, it writes down. */
import {h, render} from 'preact';
import {useEffect, useState} from 'preact/hooks';

interface Host {
  data: {selected: {id: string}[]};
  i18n: {
    translate(key: string, replacements?: Record<string, unknown>): string;
    formatCurrency(value: number, options: {currency: string}): string;
  };
  auth: {idToken(): Promise<string | null>};
  storage: {set(key: string, value: unknown): Promise<void>; get(key: string): Promise<unknown>};
  close(): void;
}

declare const shopify: Host;

interface FieldEvent {
  type: string;
  currentTarget: {value?: string; checked?: boolean; values?: string[]};
}

const QUERY = 'query HostTry($id: ID!) { order(id: $id) { name lineItems(first: 5) { nodes { id } } } }';

async function ask(): Promise<{name: string; lines: number}> {
  const id = shopify.data.selected[0]?.id;
  const body = JSON.stringify({query: QUERY, variables: {id}});
  const response = await fetch('shopify:admin/api/2026-07/graphql.json', {method: 'POST', body});
  const {data} = (await response.json()) as {data: {order: {name: string; lineItems: {nodes: unknown[]}}}};
  return {name: data.order.name, lines: data.order.lineItems.nodes.length};
}

function App() {
  const [order, setOrder] = useState({name: '', lines: 0});
  const [heard, setHeard] = useState<string[]>([]);
  const [amount, setAmount] = useState('7.45');
  const [ground, setGround] = useState(['withdrawal']);
  const [quantity, setQuantity] = useState('1');
  const [isBusy, setBusy] = useState(false);
  const [extra, setExtra] = useState('');
  const hear = (event: FieldEvent) => {
    const {value, checked, values} = event.currentTarget;
    setHeard((before) => [...before, `${event.type}:${values?.join('+') ?? checked ?? value ?? ''}`]);
  };
  const hearAmount = (event: FieldEvent) => {
    hear(event);
    setAmount(event.currentTarget.value ?? '');
  };
  const hearQuantity = (event: FieldEvent) => {
    hear(event);
    setQuantity(event.currentTarget.value ?? '');
  };
  const hearGround = (event: FieldEvent) => {
    hear(event);
    setGround(event.currentTarget.values ?? []);
  };
  useEffect(() => void ask().then(setOrder), []);
  const say = (work: () => Promise<unknown>) => () =>
    void work().then(
      (answer) => setExtra(String(answer)),
      (error: unknown) => setExtra(error instanceof Error ? error.message : String(error)),
    );
  const token = async () => JSON.parse(atob((await shopify.auth.idToken())?.split('.')[1] ?? '')).sub as string;
  const stored = async () => {
    await shopify.storage.set('last', 'label');
    return shopify.storage.get('last');
  };
  const currency = shopify.i18n.formatCurrency(1234.5, {currency: 'EUR'});
  const tooMuch = amount === '99' ? 'At most 10.00' : undefined;
  return h('s-admin-action', {heading: `Try ${order.name}`, loading: isBusy}, [
    h('s-paragraph', {}, shopify.i18n.translate('lines', {count: order.lines, order: order.name})),
    h('s-paragraph', {}, `${shopify.i18n.translate('onlyEnglish')} ${currency}`),
    h('s-money-field', {
      label: 'Amount',
      value: amount,
      details: 'At most 10.00',
      error: tooMuch,
      onInput: hearAmount,
      onChange: hearAmount,
    }),
    h('s-number-field', {label: 'Quantity', value: quantity, min: 0, max: 2, onChange: hearQuantity}),
    h('s-select', {label: 'Recipe', value: 'a', onChange: hear}, [
      h('s-option', {value: 'a'}, 'Shipping'),
      h('s-option', {value: 'b'}, 'Everything'),
    ]),
    h('s-checkbox', {label: 'Agreed', onChange: hear}),
    h('s-choice-list', {label: 'Ground', name: 'ground', values: ground, onChange: hearGround}, [
      h('s-choice', {value: 'withdrawal'}, 'Change of mind'),
      h('s-choice', {value: 'defect'}, 'Defect'),
    ]),
    h('s-banner', {tone: 'warning', heading: 'Heard'}, heard.join(' ')),
    h('s-text', {}, extra),
    h('s-button', {onClick: say(token)}, 'Who am I'),
    h('s-button', {onClick: say(stored)}, 'Remember'),
    h('s-button', {onClick: say(() => fetch('https://example.com/'))}, 'Call out'),
    h('s-button', {onClick: () => render(h('s-page', {heading: 'No'}), document.body)}, 'Forbidden'),
    h('s-button', {slot: 'primary-action', onClick: () => setBusy(true)}, 'Work'),
    h('s-button', {slot: 'secondary-actions', onClick: () => shopify.close()}, 'Done'),
  ]);
}

export default function extension(): void {
  render(h(App, {}), document.body);
}
