import type {Recipe} from './types.ts';

/** What staff choose each preset by, and what it does in one line. */
export const PRESET_WORDS: Readonly<Record<string, Required<Pick<Recipe, 'title' | 'summary'>>>> = {
  'shipping-plus-label': {
    title: {en: 'Refund shipping plus return-label credit', nl: 'Verzendkosten terug plus tegoed voor het retourlabel'},
    summary: {
      en: 'Refunds the shipping and gives store credit for the return label the customer paid.',
      nl: 'Betaalt de verzendkosten terug en geeft winkeltegoed voor het retourlabel dat de klant betaalde.',
    },
  },
  'everything-plus-label': {
    title: {en: 'Refund everything plus return-label credit', nl: 'Alles terug plus tegoed voor het retourlabel'},
    summary: {
      en: 'Refunds the whole order and gives store credit for the return label on top of it.',
      nl: 'Betaalt de hele bestelling terug en geeft daarbovenop winkeltegoed voor het retourlabel.',
    },
  },
  'full-refund': {
    title: {en: 'Refund everything', nl: 'Alles terugbetalen'},
    summary: {
      en: 'Refunds all that is left of the order: items, shipping and duties.',
      nl: 'Betaalt alles terug wat er nog over is van de bestelling: artikelen, verzending en invoerrechten.',
    },
  },
  'chosen-items': {
    title: {en: 'Refund chosen items', nl: 'Gekozen artikelen terugbetalen'},
    summary: {
      en: 'Refunds the items you choose, without shipping.',
      nl: 'Betaalt de artikelen terug die je kiest, zonder verzendkosten.',
    },
  },
  'shipping-only': {
    title: {en: 'Refund shipping only', nl: 'Alleen de verzendkosten terug'},
    summary: {
      en: 'Refunds what is left of the shipping, for example after a late delivery.',
      nl: 'Betaalt terug wat er nog over is van de verzendkosten, bijvoorbeeld na een late levering.',
    },
  },
  'store-credit-bonus': {
    title: {en: 'Store credit with a 10% bonus', nl: 'Winkeltegoed met 10% extra'},
    summary: {
      en: 'Gives store credit instead of money, plus a 10% bonus. The customer has to agree.',
      nl: 'Geeft winkeltegoed in plaats van geld, plus 10% extra. De klant moet ermee instemmen.',
    },
  },
  'split-cash-credit': {
    title: {en: 'Half money, half store credit', nl: 'Half geld, half winkeltegoed'},
    summary: {
      en: 'Refunds the order half to the original payment and half as store credit. The customer has to agree.',
      nl: 'Betaalt de ene helft terug zoals er betaald is, de andere als winkeltegoed. De klant moet ermee instemmen.',
    },
  },
  'chosen-amount': {
    title: {en: 'Refund an amount', nl: 'Een bedrag terugbetalen'},
    summary: {
      en: 'Refunds an amount that you type, at most what is left of the payment.',
      nl: 'Betaalt een bedrag terug dat je invult, hooguit wat er nog over is van de betaling.',
    },
  },
  'goodwill-amount': {
    title: {en: 'Goodwill: an amount', nl: 'Coulance: een bedrag'},
    summary: {
      en: 'Gives an amount that you type as store credit; the sale itself stays as it is.',
      nl: 'Geeft een bedrag dat je invult als winkeltegoed; aan de verkoop zelf verandert niets.',
    },
  },
  'goodwill-percent': {
    title: {en: 'Goodwill: 10% of the items', nl: 'Coulance: 10% van de artikelen'},
    summary: {
      en: 'Gives 10% of what the items are worth as store credit; the sale itself stays as it is.',
      nl: 'Geeft 10% van de waarde van de artikelen als winkeltegoed; aan de verkoop zelf verandert niets.',
    },
  },
  'minus-return-fee': {
    title: {en: 'Refund items minus return shipping', nl: 'Artikelen terug min retourkosten'},
    summary: {
      en: 'Refunds the items and takes off the return shipping that the shop paid.',
      nl: 'Betaalt de artikelen terug en houdt de retourkosten in die de winkel betaalde.',
    },
  },
  'minus-restocking-fee': {
    title: {en: 'Refund items minus 15% restocking', nl: 'Artikelen terug min 15% verwerkingskosten'},
    summary: {
      en: 'Refunds the items and keeps 15% for restocking. Not for a withdrawal or faulty goods.',
      nl: 'Betaalt de artikelen terug en houdt 15% in voor verwerking. Niet bij herroeping of een gebrek.',
    },
  },
  'cancel-remainder': {
    title: {en: "Cancel what hasn't shipped", nl: 'Annuleren wat niet verzonden is'},
    summary: {
      en: 'Cancels and refunds the units that have not been shipped yet.',
      nl: 'Annuleert de stuks die nog niet verzonden zijn en betaalt ze terug.',
    },
  },
  'fair-currency': {
    title: {
      en: "Shipping plus label, fair in the customer's currency",
      nl: 'Verzending plus label, eerlijk in de valuta van de klant',
    },
    summary: {
      en: "Refunds the shipping and a label paid in the shop's currency, at the rate that is better for the customer.",
      nl: 'Betaalt de verzending terug en een label in de valuta van de winkel, tegen de koers die voor de klant gunstiger is.',
    },
  },
};
