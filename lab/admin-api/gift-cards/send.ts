/**
 * giftCardSendNotificationToCustomer: Shopify mails the card, its code included, to the customer it is assigned to, who needs an
 * address or a number (shopify.dev, the mutation's page). Nothing leaves this machine; the words of its errors aren't recorded.
 */
import type {GraphQLResolveInfo} from 'graphql';
import {requireStaff} from '../access.ts';
import {userError} from '../errors.ts';
import type {LabContext} from '../resolvers.ts';
import {findCard} from './cards.ts';
import {cardSource} from './sources.ts';

export function giftCardSendNotificationToCustomer(
  _source: unknown,
  {id}: {id: string},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  requireStaff(context, info, 'manage_gift_cards');
  const refused = (message: string, code: string): unknown => ({
    giftCard: null,
    userErrors: [userError(['id'], message, code)],
  });
  const card = findCard(context.store, id);
  if (!card) return refused('The gift card could not be found.', 'GIFT_CARD_NOT_FOUND');
  const customer = card.customer === null ? undefined : context.load(card.customer);
  if (!customer) return refused('The customer could not be found.', 'CUSTOMER_NOT_FOUND');
  if (!customer['email'] && !customer['phone'])
    return refused('The customer has no email address and no phone number.', 'INVALID');
  return {giftCard: cardSource(card), userErrors: []};
}
