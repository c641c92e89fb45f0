import type {Choices} from '../../core/index.ts';
import type {RefundRequest} from './types.ts';

/**
 * A request's choices, to be checked. All but quantities is text; whoever writes JSON by hand, or has Flow fill in an amount, may
 * have left out the quotes, and then the number's own digits are meant.
 */
export function choicesOf({choices: {quantities, ...rest}}: RefundRequest): Choices {
  const inText = (_key: string, value: unknown): unknown => (typeof value === 'number' ? String(value) : value);
  const texts = JSON.parse(JSON.stringify(rest), inText) as Choices;
  return quantities === undefined ? texts : {...texts, quantities};
}
