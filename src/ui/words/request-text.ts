import type {Breach} from '../../core/index.ts';
import type {RefundRequest} from '../../execution/requests/types.ts';
import type {Words} from './words.ts';

/** What is asked for, with its sum where the request tells one. */
export function requestHeading({kind, planTotals}: RefundRequest, words: Words): string {
  const amount = planTotals?.toCustomer;
  return amount ? words.t(`block.request.${kind}`, {amount}) : words.t(`block.request.${kind}Plain`);
}

/** Which recipe, who asked and why, the limits that it passes, and until when it waits. */
export function requestLines(
  {recipe, reason, by, at, expiresAt, breaches}: RefundRequest,
  words: Words,
  title: string = recipe.handle,
): string[] {
  const who = by === 'flow' ? words.t('block.request.flow') : words.t('block.request.staff', {staff: by ?? '–'});
  return [
    words.t('block.request.line', {recipe: title, who, at: words.dateTime(at)}),
    ...(reason ? [words.t('block.request.why', {reason})] : []),
    ...breachLines(breaches || [], words),
    ...(expiresAt === null ? [] : [words.t('block.request.expires', {at: words.dateTime(expiresAt)})]),
  ];
}

/** The limits that a plan passes, one line each. */
export function breachLines(breaches: readonly Breach[], words: Words): string[] {
  return breaches.map(({kind, limit, would, days}) => words.t(`block.request.${kind}`, {limit, would, days}));
}
