/** What was sold, oldest first; the first order gets the number 1001. What happened afterwards stands in `histories.ts`. */
import {type SeedLine, type SeedPayment, type SeedShipping, vatIn} from './order-input.ts';
import type {CustomerKey} from './shop.ts';

export interface SeedOrder {
  /** How `histories.ts` names it. */
  readonly key: string;
  readonly daysAgo: number;
  readonly customer: CustomerKey | {readonly guest: string; readonly firstName: string; readonly lastName: string};
  readonly city: readonly [zip: string, city: string, street: string, country: string];
  readonly b2b?: true;
  readonly currency?: 'CHF' | 'JPY' | 'KWD' | 'USD';
  readonly taxesExcluded?: true;
  readonly lines: readonly SeedLine[];
  readonly shipping: readonly SeedShipping[];
  readonly payments: readonly SeedPayment[];

  readonly note?: string;
  readonly tags?: readonly string[];
  readonly status?: 'PENDING';
}

/** A line with Dutch VAT in its price. `total` is that of all units. */
const item = (
  title: string,
  quantity: number,
  price: string,
  total: string,
  more: Partial<SeedLine> = {},
): SeedLine => ({
  title,
  quantity,
  price,
  taxes: [vatIn(total)],
  ...more,
});

const postNl = (price = '6.95'): SeedShipping => ({title: 'PostNL, thuisbezorgd', price, taxes: [vatIn(price)]});

const card = (amount: SeedPayment['amount'], digits = '4242'): SeedPayment => ({
  gateway: 'shopify_payments',
  amount,
  card: digits,
});

export const ORDERS: readonly SeedOrder[] = [
  {
    key: 'label-credit',
    daysAgo: 12,
    customer: 'sanne',
    city: ['3512 JE', 'Utrecht', 'Oudegracht 112', 'NL'],
    lines: [item('Linnen kussenhoes Helmgras', 2, '25.00', '50.00', {variant: '50 × 50 cm', sku: 'KUS-HEL-50'})],
    shipping: [postNl()],
    payments: [card('56.95')],
  },
  {
    key: 'guest',
    daysAgo: 11,
    customer: {guest: 'p.smit@voorbeeld.nl', firstName: 'Pieter', lastName: 'Smit'},
    city: ['9711 LM', 'Groningen', 'Oosterstraat 7', 'NL'],
    lines: [item('Linnen kussenhoes Helmgras', 2, '25.00', '50.00', {variant: '50 × 50 cm', sku: 'KUS-HEL-50'})],
    shipping: [postNl()],
    payments: [card('56.95', '1881')],
  },
  {
    key: 'split-payment',
    daysAgo: 10,
    customer: 'noor',
    city: ['2011 RD', 'Haarlem', 'Grote Houtstraat 44', 'NL'],
    lines: [item('Wollen plaid Terschelling', 1, '50.00', '50.00', {variant: 'zand', sku: 'PLA-TER-ZA'})],
    shipping: [postNl()],
    payments: [{gateway: 'gift_card', amount: '20.00'}, card('36.95')],
  },
  {
    key: 'cart-discount',
    daysAgo: 10,
    customer: 'thijs',
    city: ['5611 EM', 'Eindhoven', 'Stratumseind 3', 'NL'],
    lines: [item('Stoneware mok Zilt', 3, '10.00', '29.00', {sku: 'MOK-ZIL'})],
    shipping: [],
    payments: [card('29.00', '0341')],
  },
  {
    key: 'line-and-code-discount',
    daysAgo: 9,
    customer: 'youssef',
    city: ['3011 HE', 'Rotterdam', 'Hoogstraat 85', 'NL'],
    lines: [
      item('Schaal Wad', 1, '48.00', '34.20', {variant: 'groot', sku: 'SCH-WAD-L'}),
      item('Theedoek Strandloper, set van 3', 2, '18.50', '33.30', {sku: 'THE-STR-3'}),
      item('Olijfhouten snijplank', 1, '32.00', '28.80', {sku: 'SNI-OLI'}),
    ],
    shipping: [postNl('4.95')],
    payments: [card('101.25', '5556')],
  },
  {
    key: 'bank-transfer',
    daysAgo: 9,
    customer: 'femke',
    city: ['8911 DM', 'Leeuwarden', 'Kleine Kerkstraat 20', 'NL'],
    lines: [item('Kaarsenhouder Baken', 1, '19.99', '19.99', {sku: 'KAA-BAK'})],
    shipping: [],
    payments: [{gateway: 'Bank Deposit', amount: '19.99'}],
  },
  {
    key: 'partly-shipped',
    daysAgo: 8,
    customer: 'daan',
    city: ['6511 TX', 'Nijmegen', 'Lange Hezelstraat 61', 'NL'],
    lines: [
      item('Linnen dekbedovertrek Schelp', 1, '149.00', '149.00', {variant: '240 × 220 cm', sku: 'DEK-SCH-240'}),
      item('Badhanddoek Zout', 4, '24.50', '98.00', {variant: 'wit', sku: 'BAD-ZOU-WI'}),
    ],
    shipping: [{title: 'Gratis bezorgd vanaf € 100', price: '0.00'}],
    payments: [card('247.00', '9424')],
    note: 'Dekbedovertrek is nabesteld, handdoeken alvast versturen.',
  },
  {
    key: 'us-dollars',
    daysAgo: 8,
    customer: 'emily',
    city: ['97205', 'Portland', '1120 SW Park Avenue', 'US'],
    currency: 'USD',
    lines: [
      {
        title: 'Linen cushion cover Helmgras',
        quantity: 1,
        price: {shop: '35.00', customer: '38.50'},
        sku: 'KUS-HEL-50',
      },
    ],
    shipping: [{title: 'PostNL international', price: {shop: '5.00', customer: '5.50'}}],
    payments: [card({shop: '40.00', customer: '44.00'}, '0005')],
  },
  {
    key: 'yen',
    daysAgo: 7,
    customer: 'haruka',
    city: ['150-0001', 'Tokyo', '2-14-5 Jingumae', 'JP'],
    currency: 'JPY',
    lines: [{title: 'Stoneware mug Zilt', quantity: 3, price: {shop: '6.10', customer: '1000'}, sku: 'MOK-ZIL'}],
    shipping: [],
    payments: [card({shop: '17.69', customer: '2900'}, '3086')],
  },
  {
    key: 'dinar',
    daysAgo: 7,
    customer: 'fahad',
    city: ['13001', 'Kuwait City', 'Arabian Gulf Street 9', 'KW'],
    currency: 'KWD',
    lines: [
      {
        title: 'Stoneware bowl Wad',
        variant: 'small',
        quantity: 1,
        price: {shop: '30.00', customer: '10.000'},
        sku: 'SCH-WAD-S',
      },
    ],
    shipping: [],
    payments: [card({shop: '30.00', customer: '10.000'}, '7117')],
  },
  {
    key: 'refunded-before',
    daysAgo: 7,
    customer: 'lotte',
    city: ['2000', 'Antwerpen', 'Kloosterstraat 32', 'BE'],
    lines: [
      item('Vaas Schelp', 1, '39.95', '39.95', {variant: 'wit', sku: 'VAA-SCH-WI'}),
      item('Stoneware mok Zilt', 4, '12.50', '50.00', {sku: 'MOK-ZIL'}),
    ],
    shipping: [{title: 'bpost, aan huis', price: '9.95', taxes: [vatIn('9.95')]}],
    payments: [card('99.90', '2210')],
  },
  {
    key: 'credit-before',
    daysAgo: 6,
    customer: 'thijs',
    city: ['5611 EM', 'Eindhoven', 'Stratumseind 3', 'NL'],
    lines: [item('Wollen plaid Terschelling', 1, '79.00', '79.00', {variant: 'mist', sku: 'PLA-TER-MI'})],
    shipping: [postNl()],
    payments: [card('85.95', '0341')],
    tags: ['schade onderweg'],
  },
  {
    key: 'open-return',
    daysAgo: 6,
    customer: 'femke',
    city: ['8911 DM', 'Leeuwarden', 'Kleine Kerkstraat 20', 'NL'],
    lines: [
      item('Linnen tafelkleed Eb', 1, '69.00', '69.00', {variant: '250 × 150 cm', sku: 'TAF-EB-250'}),
      item('Servet Eb, set van 4', 2, '22.00', '44.00', {sku: 'SER-EB-4'}),
    ],
    shipping: [postNl()],
    payments: [card('119.95', '6030')],
  },
  {
    key: 'b2b',
    daysAgo: 5,
    customer: 'mila',
    b2b: true,
    city: ['2042 AD', 'Zandvoort', 'Boulevard Barnaart 14', 'NL'],
    lines: [item('Badhanddoek Zout', 60, '16.80', '1008.00', {variant: 'wit', sku: 'BAD-ZOU-WI'})],
    shipping: [{title: 'Pallet', price: '45.00', taxes: [vatIn('45.00')]}],
    payments: [card('1053.00', '8431')],
    note: 'Inkooporder ZZ-2026-118',
  },
  {
    key: 'long',
    daysAgo: 4,
    customer: 'noor',
    city: ['2011 RD', 'Haarlem', 'Grote Houtstraat 44', 'NL'],
    lines: Array.from({length: 300}, (_, index) =>
      item(`Tegel ${String(index + 1).padStart(3, '0')}`, 1, '1.00', '1.00', {
        sku: `TEG-${String(index + 1).padStart(3, '0')}`,
      }),
    ),
    shipping: [],
    payments: [card('300.00', '4242')],
    note: 'Mozaïek op maat: elke tegel is een eigen regel.',
  },
  {
    key: 'unpaid',
    daysAgo: 3,
    customer: 'daan',
    city: ['6511 TX', 'Nijmegen', 'Lange Hezelstraat 61', 'NL'],
    lines: [item('Vaas Schelp', 2, '39.95', '79.90', {variant: 'zand', sku: 'VAA-SCH-ZA'})],
    shipping: [postNl()],
    payments: [],
    status: 'PENDING',
  },
  {
    key: 'dispute',
    daysAgo: 3,
    customer: {guest: 'j.verhoef@voorbeeld.nl', firstName: 'Jeroen', lastName: 'Verhoef'},
    city: ['1071 CX', 'Amsterdam', 'Van Baerlestraat 76', 'NL'],
    lines: [item('Schaal Wad', 2, '48.00', '96.00', {variant: 'groot', sku: 'SCH-WAD-L'})],
    shipping: [postNl()],
    payments: [card('102.95', '0259')],
  },
  {
    key: 'refund-pending',
    daysAgo: 2,
    customer: 'youssef',
    city: ['3011 HE', 'Rotterdam', 'Hoogstraat 85', 'NL'],
    lines: [item('Kaarsenhouder Baken', 3, '19.99', '59.97', {sku: 'KAA-BAK'})],
    shipping: [postNl()],
    payments: [{gateway: 'paypal', amount: '66.92'}],
  },
  {
    key: 'us-with-tax',
    daysAgo: 1,
    customer: 'emily',
    city: ['97205', 'Portland', '1120 SW Park Avenue', 'US'],
    currency: 'USD',
    taxesExcluded: true,
    lines: [
      {
        title: 'Wool throw Terschelling',
        variant: 'sand',
        quantity: 2,
        price: {shop: '68.80', customer: '80.00'},
        sku: 'PLA-TER-ZA',
        taxes: [
          {title: 'State tax', rate: '0.0625', amount: {shop: '8.60', customer: '10.00'}},
          {title: 'City tax', rate: '0.02', amount: {shop: '2.75', customer: '3.20'}},
        ],
      },
    ],
    shipping: [
      {
        title: 'PostNL international',
        price: {shop: '12.90', customer: '15.00'},
        taxes: [{title: 'State tax', rate: '0.0625', amount: {shop: '0.81', customer: '0.94'}}],
      },
    ],
    payments: [card({shop: '162.66', customer: '189.14'}, '0005')],
  },
  {
    key: 'duties-and-two-shipments',
    daysAgo: 1,
    customer: 'urs',
    city: ['3011', 'Bern', 'Kramgasse 49', 'CH'],
    currency: 'CHF',
    lines: [
      {
        title: 'Leinen-Bettwäsche Schelp',
        variant: '160 × 210 cm',
        quantity: 2,
        price: {shop: '119.00', customer: '112.00'},
        sku: 'DEK-SCH-160',
      },
      {
        title: 'Vase Schelp',
        variant: 'weiß',
        quantity: 1,
        price: {shop: '39.95', customer: '37.60'},
        sku: 'VAA-SCH-WI',
      },
    ],
    shipping: [
      {title: 'DHL Paket', price: {shop: '14.90', customer: '14.00'}},
      {title: 'Bruchsicher verpackt', price: {shop: '4.25', customer: '4.00'}},
    ],
    payments: [card({shop: '320.91', customer: '302.00'}, '7796')],
  },
  {
    key: 'tip',
    daysAgo: 0,
    customer: 'lotte',
    city: ['2000', 'Antwerpen', 'Kloosterstraat 32', 'BE'],
    lines: [item('Theelichthouder Duin', 2, '14.50', '29.00', {sku: 'THE-DUI'})],
    shipping: [{title: 'bpost, afhaalpunt', price: '5.50', taxes: [vatIn('5.50')]}],
    payments: [card('37.50', '2210')],
  },
];
