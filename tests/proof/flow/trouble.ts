import {setGatewayAnswer} from '../../../lab/admin-api/orders/gateways.ts';
import {type Break, WHOLE} from './broken.ts';
import {eventOf} from './file.ts';
import {liveFile, type Paying} from './paying.ts';
import type {Proved} from './proved.ts';
import {FlowShop} from './shop.ts';

/** What Shopify or a bank makes of a payment, other than paying it at once; and what the order and the mails say right afterwards. */
interface Trouble {
  readonly what: string;
  readonly prepare: (shop: FlowShop) => void;
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
}

const CARD = 'shopify_payments';
const LOOK = ['Order #1001: a refund needs a look'];

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
      tags: ['Goodwill gift card', 'Refund waiting'],
      subjects: LOOK,
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
  for (const {what, prepare, tags, subjects} of troubles) {
    const shop = new FlowShop('#1001');
    prepare(shop);
    await shop.run(broken(liveFile(paying)), eventOf(paying.event), {userErrors: 'continue'});
    const now = await shop.now();
    shop.close();
    const at = `${paying.handle}, ${what}`;
    const mailed = shop.mails.map(({subject}) => subject);
    if (now.tags.toSorted().join() !== tags.join()) failures.push(`${at}: tagged ${now.tags.join(', ')}`);
    if (mailed.join() !== subjects.join()) failures.push(`${at}: mailed ${mailed.join(' · ') || 'nothing'}`);
  }
  return {runs: troubles.length, failures};
}
