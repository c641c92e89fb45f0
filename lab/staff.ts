/** Who works in the shop. Each has an access token; what they may do is what an online token would carry. */
import type {StaffMember, StaffPermission} from './admin-api/access.ts';

const EVERYTHING: readonly StaffPermission[] = [
  'refund_to_original_payment',
  'refund_to_store_credit',
  'over_refund_after_store_credit',
  'edit_orders',
  'manage_store_credit',
  'manage_gift_cards',
];

export interface LabStaff extends StaffMember {
  token: string;
  permissions: readonly StaffPermission[];
  /** What sets this one apart, by language. */
  note: Record<'en' | 'nl', string>;
}

function without(permission: StaffPermission): readonly StaffPermission[] {
  return EVERYTHING.filter((one) => one !== permission);
}

/** Chosen on the lab's pages; the first is who is signed in at the start. */
export const STAFF: readonly LabStaff[] = [
  {
    id: 'gid://shopify/StaffMember/101',
    name: 'Sanne',
    token: 'lab-sanne',
    permissions: EVERYTHING,
    note: {en: 'may do everything', nl: 'mag alles'},
  },
  {
    id: 'gid://shopify/StaffMember/102',
    name: 'Joris',
    token: 'lab-joris',
    permissions: without('edit_orders'),
    note: {en: 'may not write on orders', nl: 'mag niets op bestellingen schrijven'},
  },
  {
    id: 'gid://shopify/StaffMember/103',
    name: 'Noor',
    token: 'lab-noor',
    permissions: without('refund_to_original_payment'),
    note: {en: 'may not refund to the payment', nl: 'mag niet terugbetalen op de betaling'},
  },
];
