/** What is different in the shop afterwards, a line each, for people. */

type State = Readonly<Record<string, unknown>>;
type Thing = Readonly<Record<string, unknown>>;

export interface Change {
  /** The order's name, or what else changed. */
  readonly of: string;
  readonly what: string;
}

interface Order {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly customerId: string | null;
  readonly presentmentCurrency: string;
  readonly refunds: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly transactions: readonly string[];
  }[];
  readonly transactions: readonly Payment[];
}

interface Payment {
  readonly id: string;
  readonly kind: string;
  readonly gateway: string;
  readonly status: string;
  /** Minor units in the shop's and the customer's currency. */
  readonly amount: {readonly shop: number; readonly customer: number};
}

const list = (state: State, module: string, name: string): readonly Thing[] => {
  const value = (state[module] as State | undefined)?.[name];
  return Array.isArray(value) ? (value as readonly Thing[]) : [];
};

/** @param before and after: `lab.state()` */
export function differences(before: State, after: State): Change[] {
  const orders = list(after, 'orders', 'orders') as unknown as readonly Order[];
  const old = new Map(
    (list(before, 'orders', 'orders') as unknown as readonly Order[]).map((order) => [order.id, order]),
  );
  const nameOf = (id: string): string => {
    const order = orders.find((one) => one.id === id || one.customerId === id);
    if (order?.id === id) return order.name;
    return order ? `customer of ${order.name}` : id;
  };
  return [
    ...orders.flatMap((order) => orderChanges(old.get(order.id), order)),
    ...metafieldChanges(before, after, nameOf),
    ...creditChanges(before, after, nameOf),
    ...cardChanges(before, after),
  ];
}

function orderChanges(before: Order | undefined, after: Order): Change[] {
  const changes: string[] = [];
  const had = before?.tags ?? [];
  const added = after.tags.filter((tag) => !had.includes(tag));
  const gone = had.filter((tag) => !after.tags.includes(tag));
  if (added.length > 0) changes.push(`tag added: ${added.join(', ')}`);
  if (gone.length > 0) changes.push(`tag removed: ${gone.join(', ')}`);
  if (before && before.note !== after.note) changes.push(`note: ${JSON.stringify(after.note)}`);
  for (const refund of after.refunds.slice(before?.refunds.length ?? 0)) {
    changes.push(`refund ${number(refund.id)}${refund.note === null ? '' : ` (${refund.note})`}`);
  }
  for (const payment of after.transactions.slice(before?.transactions.length ?? 0)) {
    changes.push(
      `${payment.kind.toLowerCase()} on ${payment.gateway}: ${money(payment.amount.customer, after.presentmentCurrency)}, ${payment.status.toLowerCase()}`,
    );
  }
  return changes.map((what) => ({of: after.name, what}));
}

/** @param minor units of the currency */
function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', {style: 'currency', currency});
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const number = (id: string): string => id.split('/').at(-1) ?? id;

function metafieldChanges(before: State, after: State, nameOf: (id: string) => string): Change[] {
  const keyOf = (one: Thing): string => `${String(one['owner'])} ${String(one['namespace'])}.${String(one['key'])}`;
  const had = new Map(list(before, 'metafields', 'metafields').map((one) => [keyOf(one), String(one['value'])]));
  return list(after, 'metafields', 'metafields').flatMap((one) => {
    const value = String(one['value']);
    if (had.get(keyOf(one)) === value) return [];
    const shown = value.length > 160 ? `${value.slice(0, 160)}…` : value;
    const owner = String(one['owner']);
    return [{of: nameOf(owner), what: `metafield ${String(one['namespace'])}.${String(one['key'])}: ${shown}`}];
  });
}

function creditChanges(before: State, after: State, nameOf: (id: string) => string): Change[] {
  const owners = new Map(
    list(after, 'storeCredit', 'accounts').map((one) => [
      String(one['id']),
      {owner: String(one['owner']), currency: String(one['currency'])},
    ]),
  );
  return list(after, 'storeCredit', 'transactions')
    .slice(list(before, 'storeCredit', 'transactions').length)
    .map((one) => {
      const account = owners.get(String(one['account']));
      const words = `store credit ${String(one['kind']).toLowerCase()}: ${account?.currency ?? ''} ${String(one['amount'])}`;
      return {of: nameOf(account?.owner ?? ''), what: `${words}, balance ${String(one['balance_after'])}`};
    });
}

function cardChanges(before: State, after: State): Change[] {
  const had = new Set(list(before, 'giftCards', 'giftCards').map((one) => one['id']));
  return list(after, 'giftCards', 'giftCards')
    .filter((one) => !had.has(one['id']))
    .map((one) => ({
      of: `gift card ${number(String(one['id']))}`,
      what: `issued: ${String(one['currency'])} ${String(one['initial'])}`,
    }));
}
