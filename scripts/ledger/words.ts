import {toDecimal} from '../../src/core/index.ts';
import type {Money} from '../../src/core/index.ts';
import type {Problem} from '../../src/execution/index.ts';
import english from '../../src/ui/locales/action.en.json' with {type: 'json'};
import dutch from '../../src/ui/locales/action.nl.json' with {type: 'json'};
import type {Language} from '../plan/arguments.ts';
import {planWords} from '../plan/words.ts';

const OWN = {
  en: {
    nothing: 'Nothing waits.',
    order: 'Order',
    what: 'What waits',
    amount: 'Amount',
    since: 'Since',
    id: 'Id',
    call: 'Call',
    state: 'State',
    gets: 'To',
    evidence: 'Evidence',
    request: 'Request',
    approval: 'Approval',
    unfinished: 'Unfinished refund',
    distrusted: 'Record that can’t be trusted',
    owed: 'Outside payment owed',
    abandoned: 'Left unpaid',
    paid: 'Outside payment paid',
    cancelled: 'Outside payment cancelled',
    pending: 'Payment on its way',
    duplicate: 'Store credit given twice?',
    unreadable: 'Request that can’t be used',
    none: 'No refund was carried out here by the app.',
    done: 'Done.',
    noDuplicates: 'No duplicate credits.',
    dryRun: 'Dry run: nothing was changed. This would be sent:',
    dryRunNothing: 'Dry run: nothing would be sent.',
    unspent: 'unspent',
    spent: 'spent in part',
    flow: 'Flow was told',
    notTold: 'not confirmed, sent',
    trigger: {completed: 'completed', label: 'label', outside: 'outside payment', attention: 'attention'},
    execution: {open: 'under way', done: 'done', stopped: 'stopped'},
  },
  nl: {
    nothing: 'Er wacht niets.',
    order: 'Bestelling',
    what: 'Wat wacht',
    amount: 'Bedrag',
    since: 'Sinds',
    id: 'Id',
    call: 'Stap',
    state: 'Stand',
    gets: 'Naar',
    evidence: 'Bewijs',
    request: 'Verzoek',
    approval: 'Goedkeuring',
    unfinished: 'Terugbetaling niet af',
    distrusted: 'Verslag dat niet te vertrouwen is',
    owed: 'Buiten Shopify te betalen',
    abandoned: 'Nooit betaald',
    paid: 'Buiten Shopify betaald',
    cancelled: 'Betaling buiten Shopify vervallen',
    pending: 'Betaling onderweg',
    duplicate: 'Winkeltegoed dubbel gegeven?',
    unreadable: 'Verzoek dat niet bruikbaar is',
    none: 'Hier is door de app niets terugbetaald.',
    done: 'Klaar.',
    noDuplicates: 'Geen dubbel winkeltegoed.',
    dryRun: 'Proefdraai: er is niets veranderd. Dit zou worden verstuurd:',
    dryRunNothing: 'Proefdraai: er zou niets worden verstuurd.',
    unspent: 'niet uitgegeven',
    spent: 'deels uitgegeven',
    flow: 'Flow is verteld',
    notTold: 'niet bevestigd, verstuurd',
    trigger: {completed: 'klaar', label: 'label', outside: 'betaling buiten Shopify', attention: 'aandacht nodig'},
    execution: {open: 'loopt', done: 'klaar', stopped: 'gestopt'},
  },
} as const;

export interface LedgerWords {
  readonly own: (typeof OWN)[Language];
  money(amount: Money): string;
  callState(state: string): string;
  destination(kind: string): string;
  problem(problem: Problem): string;
}

/** The words of the extensions, and a few of the command's own. */
export function ledgerWords(language: Language): LedgerWords {
  const {action, problem: problems} = language === 'nl' ? dutch : english;
  const plan = planWords(language);
  return {
    own: OWN[language],
    money: (amount) => `${amount.currency} ${toDecimal(amount)}`,
    callState: (state) => (action.callState as Record<string, string>)[state] ?? state,
    destination: (kind) => plan.say(`destination.${kind}`),
    problem(problem) {
      const words = (problems as Record<string, string>)[problem.code];
      if (words === undefined) return `${problem.code}${problem.message === undefined ? '' : `: ${problem.message}`}`;
      return words.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(problem[name] ?? ''));
    },
  };
}
