import {InputError} from '../../errors.ts';
import {allocate, parseRatio} from '../../money/index.ts';
import type {Destination} from '../../recipe/types.ts';
import type {Flow} from '../draft.ts';
import {creditObstacle, money, preferences, warningFor, type Desk} from './desk.ts';
import {spread} from './spread.ts';
import {takeRefundCredit} from './takes.ts';

/** What is owed: by preference, or split between the original payment and store credit, in favour of neither. */
export function settleOwed(desk: Desk, owed: number): void {
  const share = creditShare(desk);
  if (!share || owed <= 0) return spread(desk, 'owed', owed, preferences(desk, 'owed'));
  const obstacle = creditObstacle(desk);
  const [credit = 0, cash = 0] = obstacle ? [0, owed] : allocate(owed, [share.credit, share.rest]);
  const cashFirst: Destination[] = ['originalPayment', ...preferences(desk, 'owed')];
  const creditFlows: Flow[] = [];
  if (obstacle) desk.warnings.set(obstacle, {code: warningFor(obstacle)});
  else if (credit > 0) {
    if (!desk.choices.consent) desk.stops.push({code: 'consentNeeded', amount: money(desk, credit)});
    creditFlows.push(...takeRefundCredit(desk.room, credit, {code: 'creditShare', percent: share.text}).flows);
  }
  spread(desk, 'owed', cash, cashFirst);
  desk.flows.push(...creditFlows);
}

/** @throws InputError for a share above 100 % */
function creditShare({recipe, choices}: Desk): {credit: number; rest: number; text: string} | null {
  const text = choices.creditShare ?? recipe.creditShare;
  if (text === undefined || text === '') return null;
  const {numerator, denominator} = parseRatio(text, 'choices.creditShare');
  const rest = denominator * 100 - numerator;
  if (rest < 0) throw new InputError('choices.creditShare', text, 'Write a percentage from 0 to 100.');
  return numerator === 0 ? null : {credit: numerator, rest, text};
}
