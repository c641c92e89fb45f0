/** An order without anything on it: what tests and imported recordings start from. */
import type {OrderRecord} from '../../lab/admin-api/orders/model.ts';
import {ZERO} from '../../lab/admin-api/orders/pair.ts';

/** A EUR order of today with these parts. */
export function blankOrder(parts: Partial<OrderRecord> & {id: string}): OrderRecord {
  return {
    number: 1001,
    name: '#1001',
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    sourceName: null,
    tags: [],
    attributes: [],
    test: false,
    createdAt: '2026-11-22T10:00:00Z',
    processedAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    cancelNote: null,
    currency: 'EUR',
    presentmentCurrency: parts.currency ?? 'EUR',
    taxesIncluded: true,
    dutiesIncluded: false,
    financialStatus: null,
    customerId: null,
    companyLocationId: null,
    customerLocale: null,
    shippingAddress: null,
    billingAddress: null,
    discountCodes: [],
    lines: [],
    shipping: [],
    tip: ZERO,
    transactions: [],
    refunds: [],
    fulfillmentOrders: [],
    fulfillments: [],
    returns: [],
    disputes: [],
    ...parts,
  };
}
