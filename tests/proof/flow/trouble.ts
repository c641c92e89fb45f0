import {setGatewayAnswer} from '../../../lab/admin-api/orders/gateways.ts';
import {putRecord, recordsOf} from '../../../lab/admin-api/shop/records.ts';
import {type Break, WHOLE} from './broken.ts';
import {eventOf, withConstants} from './file.ts';
import {liveFile, type Paying} from './paying.ts';
import type {Proved} from './proved.ts';
import {FlowShop} from './shop.ts';

/** What Shopify or a bank makes of a payment, other than paying it at once; and what the order and the mails say right afterwards. */
interface Trouble {
  readonly what: string;
  readonly prepare?: (shop: FlowShop) => void;
  readonly constants?: Readonly<Record<string, string | boolean>>;
  /** What Flow makes of userErrors; it goes on where nothing is said. */
  readonly userErrors?: 'fail';
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
}

const CARD = 'shopify_payments';
const LOOK = ['Order #1001: a refund needs a look'];
const SEND = ['Order #1001: send the gift card'];

/** A card can't be mailed to customers whom nothing reaches. */
function withoutAddress({lab}: FlowShop): void {
  for (const customer of recordsOf(lab.store, 'Customer')) {
    putRecord(lab.store, {...customer, email: null, phone: null});
  }
}

const TROUBLES: Readonly<Record<string, readonly Trouble[]>> = {
  'refund-lines-refrec': [
    {
      what: 'the bank takes its time',
      prepare: ({lab}) => setGatewayAnswer(lab.store, CARD, {status: 'PENDING', errorCode: null}),
      tags: ['Refund waiting', 'Refunded by Flow'],
      subjects: [],
    },
    {
      what: 'the bank refuses',
      prepare: ({lab}) => setGatewayAnswer(lab.store, CARD, {status: 'FAILURE', errorCode: 'INSUFFICIENT_FUNDS'}),
      tags: ['Refund remaining lines', 'Refund waiting'],
      subjects: LOOK,
    },
  ],
  'goodwill-gift-card-refrec': [
    {
      what: 'the shop’s limit is lower',
      prepare: ({lab}) => Object.assign(lab.settings, {giftCardIssueLimit: '5.00'}),
      tags: ['Gift card to send', 'Goodwill gift card', 'Refund waiting'],
      subjects: LOOK,
    },
    {
      what: 'the merchant sends the card',
      constants: {NOTIFY_CUSTOMER: false},
      tags: ['Gift card given', 'Gift card to send'],
      subjects: SEND,
    },
    {
      what: 'the customer has no address',
      prepare: withoutAddress,
      tags: ['Gift card given', 'Gift card to send'],
      subjects: SEND,
    },
    {
      what: 'the customer has no address, and the run ends there',
      prepare: withoutAddress,
      userErrors: 'fail',
      tags: ['Gift card given', 'Gift card to send'],
      subjects: [],
    },
  ],
  'credit-bonus-refrec': [
    {
      what: 'store credit is switched off',
      prepare: ({lab}) => Object.assign(lab.settings, {storeCreditEnabled: false}),
      tags: ['Refund as store credit', 'Refund waiting'],
      subjects: LOOK,
    },
    {
      what: 'the account may not hold the bonus',
      prepare: ({lab}) =>
        Object.assign(lab.settings, {storeCreditLimitUsd: {customer: '56.00', companyLocation: '56.00'}}),
      tags: ['Refund as store credit', 'Refund waiting'],
      subjects: LOOK,
    },
  ],
};

/** Where a payment is refused, or on its way, the order is tagged and staff are mailed. Flow goes on at userErrors, else the run fails. */
export async function proveTrouble(paying: Paying, broken: Break = WHOLE): Promise<Proved> {
  const troubles = TROUBLES[paying.handle] ?? [];
  const failures: string[] = [];
  for (const {what, prepare, constants = {}, userErrors = 'continue', tags, subjects} of troubles) {
    const shop = new FlowShop('#1001');
    prepare?.(shop);
    const file = withConstants(liveFile(paying), constants);
    await shop.run(broken(file), eventOf(paying.event), {userErrors});
    const now = await shop.now();
    shop.close();
    const at = `${paying.handle}, ${what}`;
    const mailed = shop.mails.map(({subject}) => subject);
    if (now.tags.toSorted().join() !== tags.join()) failures.push(`${at}: tagged ${now.tags.join(', ')}`);
    if (mailed.join() !== subjects.join()) failures.push(`${at}: mailed ${mailed.join(' · ') || 'nothing'}`);
  }
  return {runs: troubles.length, failures};
}
