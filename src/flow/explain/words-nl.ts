import {type Day, listed, type Subject, type Words} from './words.ts';

const DAYS: Readonly<Record<Day, string>> = {
  MO: 'maandag',
  TU: 'dinsdag',
  WE: 'woensdag',
  TH: 'donderdag',
  FR: 'vrijdag',
  SA: 'zaterdag',
  SU: 'zondag',
};

const SUBJECTS: Readonly<Record<Subject, string>> = {
  customer: 'één klant',
  draftOrder: 'één conceptbestelling',
  order: 'één bestelling',
  product: 'één product',
};

const UNITS = {
  minute: ['elke minuut', 'minuten'],
  hour: ['elk uur', 'uur'],
  day: ['elke dag', 'dagen'],
  week: ['elke week', 'weken'],
  month: ['elke maand', 'maanden'],
  year: ['elk jaar', 'jaar'],
} as const;

const theTags = (tags: readonly string[]): string => `de ${tags.length === 1 ? 'tag' : 'tags'} ${listed(tags, 'en')}`;

export const NL: Words = {
  safety: {
    A: 'Veiligheid A: er beweegt geld, en de stap die het beweegt bewaakt zichzelf. Bij herhaling betaalt hij één keer.',
    B: 'Veiligheid B: er beweegt geld, alleen beschermd tegen herhaalde runs. Herhaalt Flow de geldstap zelf, dan kan er twee keer betaald worden.',
    C: 'Veiligheid C: er beweegt geen geld. Hij vraagt, en iemand geeft vrij.',
  },
  notC: 'Let op: de naam zegt (C), geen geld, maar bij een stap beweegt geld.',
  start: (what) => `Begint: ${what}`,
  startBy: (task) => `als dit gebeurt: ${task}.`,
  unknownTrigger: (id) => `door een trigger die hier niet bekend is (${id}).`,
  every: (count, unit) => (count === 1 ? UNITS[unit][0] : `om de ${count} ${UNITS[unit][1]}`),
  schedule: (every, first, zone) => `op de klok, ${every}, voor het eerst op ${first} (${zone}).`,
  onDays: (days) =>
    ` op ${listed(
      days.map((day) => DAYS[day]),
      'en',
    )}`,
  byHand: (what) => `Je kunt hem ook op ${SUBJECTS[what]} starten, met “Flow-automatisering uitvoeren”.`,
  reads: (name, type, key) => `Leest het metaveld ${key} van elke ${type} onder de naam ${name}.`,
  readsField: (name, type, field, values) =>
    `Leest ${field}${values.length === 0 ? '' : ` (${values.join(', ')})`} van elke ${type} onder de naam ${name}.`,
  forEach: (list, item, limited) =>
    `Voor elk van ${list} (heet dan ${item}${limited ? '; bij meer dan 100 mislukt de run' : ''}):`,
  afterLoop: 'Na de lus:',
  when: (test) => `Als ${test}:`,
  otherwise: 'Anders:',
  nothingOtherwise: 'Anders gebeurt er niets.',
  ends: (state) => `Deze weg eindigt hier. Onderweg: ${listed(state, 'en')}.`,
  endsWithoutTrace: 'Deze weg eindigt hier, zonder dat er iets van te zien is.',
  goesOn: (number) => `Gaat verder bij stap ${number}.`,
  waits: (days) => (days === null ? 'Wacht (hoe lang is hier niet bekend).' : `Wacht ${days}.`),
  gets: (query) =>
    query === ''
      ? 'Haalt bestellingen op, hooguit 100.'
      : `Haalt de bestellingen op die voldoen aan ${query}, hooguit 100.`,
  code: (reads, gives) =>
    `Voert code uit: leest ${listed(reads, 'en')}${gives.length === 0 ? '.' : ` en geeft ${listed(gives, 'en')}.`}`,
  mails: (to, subject) => `Mailt ${to}: “${subject}”.`,
  addsTags: (tags) => `Voegt ${theTags(tags)} toe.`,
  removesTags: (tags) => `Haalt ${theTags(tags)} weg.`,
  writesMetafield: (key, value) => `Schrijft het metaveld ${key}: ${value}.`,
  writesNote: (text) => `Schrijft de notitie van de bestelling: “${text}”.`,
  other: (label, fields) => `${label}${fields.length === 0 ? '.' : `: ${fields.join('; ')}.`}`,
  unknown: (id, fields) =>
    `Een stap die hier niet bekend is (${id})${fields.length === 0 ? '.' : `, met ${fields.join('; ')}.`}`,
  sends: (mutation, about) => `Stuurt ${mutation} naar Shopify${about === null ? '' : `: ${about}`}.`,
  sendsUnreadable: 'Stuurt een verzoek naar Shopify dat niet te lezen is.',
  abouts: {
    giftCardCreate: 'maakt een cadeaubon',
    giftCardSendNotificationToCustomer: 'laat Shopify een cadeaubon naar de klant mailen',
    metafieldsDelete: 'verwijdert metavelden',
    metafieldsSet: 'schrijft metavelden, allemaal of geen',
    orderCancel: 'annuleert de bestelling',
    orderUpdate: 'verandert de bestelling',
    refundCreate: 'maakt een terugbetaling',
    returnClose: 'sluit de retour',
    returnProcess: 'verwerkt de retour',
    storeCreditAccountCredit: 'geeft winkeltegoed',
    storeCreditAccountDebit: 'neemt winkeltegoed terug',
    tagsAdd: 'voegt tags toe',
    tagsRemove: 'haalt tags weg',
  },
  movesMoney: 'Bij deze stap beweegt geld.',
  settings: (values) => `Instellingen: ${values.join(', ')}.`,
  and: 'en',
  or: 'of',
  yes: 'waar',
  no: 'onwaar',
  operators: {
    '==': (left, right) =>
      right === 'waar' || right === 'onwaar' ? `${left} ${right} is` : `${left} gelijk is aan ${right}`,
    '!=': (left, right) => `${left} niet gelijk is aan ${right}`,
    '>': (left, right) => `${left} meer is dan ${right}`,
    '>=': (left, right) => `${left} minstens ${right} is`,
    '<': (left, right) => `${left} minder is dan ${right}`,
    '<=': (left, right) => `${left} hooguit ${right} is`,
    'start_with?': (left, right) => `${left} begint met ${right}`,
    'not_start_with?': (left, right) => `${left} niet begint met ${right}`,
    'end_with?': (left, right) => `${left} eindigt op ${right}`,
    'not_end_with?': (left, right) => `${left} niet eindigt op ${right}`,
    'include?': (left, right) => `${left} ${right} bevat`,
    'not_include?': (left, right) => `${left} niet ${right} bevat`,
    'in?': (left, right) => `${left} gelijk is aan ${right}`,
    'not_in?': (left, right) => `${left} niet gelijk is aan ${right}`,
    'empty_or_nil?': (left) => `${left} leeg is of ontbreekt`,
    'not_empty_and_not_nil?': (left) => `${left} er is en niet leeg is`,
    'nil?': (left) => `${left} ontbreekt`,
    'not_nil?': (left) => `${left} er is`,
  },
  quantifiers: {
    ANY: (list, test) => `minstens één van ${list} past (waarbij ${test})`,
    ALL: (list, test) => `elk van ${list} past (waarbij ${test})`,
    NONE: (list, test) => `geen van ${list} past (waarbij ${test})`,
  },
  it: 'hij',
  traces: {
    tags: theTags,
    noTags: (tags) => `${theTags(tags)} weggehaald`,
    mail: (subject) => `een mail “${subject}”`,
    metafield: (key) => `het metaveld ${key}`,
    note: 'de notitie',
    sent: {
      giftCardCreate: 'een cadeaubon',
      giftCardSendNotificationToCustomer: 'een mail met de cadeaubon aan de klant',
      metafieldsSet: 'metavelden',
      orderCancel: 'de geannuleerde bestelling',
      refundCreate: 'een terugbetaling',
      storeCreditAccountCredit: 'winkeltegoed',
    },
  },
  conditionUnreadable: 'er een voorwaarde klopt die niet te lezen is',
  circle: 'De stappen leiden naar elkaar terug; er is geen volgorde om ze in te vertellen.',
  unreachable: 'Nooit bereikt:',
  nothingStarts: 'Niets start hem.',
};
