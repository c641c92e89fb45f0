/** Connections, which Flow hands over as plain lists. An order's own `transactions` are a list in the Admin API too. */
const CONNECTIONS: ReadonlySet<string> = new Set([
  'lineItems',
  'refundLineItems',
  'refundShippingLines',
  'returns',
  'returnLineItems',
  'shippingLines',
  'storeCreditAccounts',
]);

/**
 * What Flow's environment holds, in the Admin API's own shape: lists as connections that end here, amounts as text. Whether Flow
 * gives money as text or as a number is UNCONFIRMED (23): a number's shortest text is taken, so that 10.1 is
 * "10.1", and what is no plain decimal (1e21, 0.30000000000000004) is refused where the text is read.
 */
export function adminShape(value: unknown, key = '', parent = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => adminShape(item, '', key));
    const connection = CONNECTIONS.has(key) || (key === 'transactions' && parent !== 'order');
    return connection ? {nodes: items, pageInfo: {hasNextPage: false}} : items;
  }
  if (typeof value === 'number' && key === 'amount') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const owner = key === '' ? parent : key;
  // Plainly, without lists of entries: Run code's engine is slow, and this touches everything.
  const shaped: Record<string, unknown> = {};
  for (const name of Object.keys(value)) shaped[name] = adminShape((value as typeof shaped)[name], name, owner);
  return shaped;
}
