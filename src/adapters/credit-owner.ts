import {parseSigned, type StoreCreditOwner} from '../core/index.ts';
import {moneyV2} from './money.ts';
import {child, nodes, optionalChild, text, type Node} from './read.ts';

/**
 * Who may hold store credit for this order: on a B2B order the company's location, else the customer, else nobody.
 * @throws InputError that names the field of anything missing or malformed
 */
export function creditOwner(order: Node): StoreCreditOwner | null {
  const entity = optionalChild(order, 'purchasingEntity');
  if (entity && text(entity, '__typename') === 'PurchasingCompany')
    return owner(child(entity, 'location'), 'companyLocation');
  const customer = optionalChild(order, 'customer');
  return customer && owner(customer, 'customer');
}

function owner(holder: Node, kind: StoreCreditOwner['kind']): StoreCreditOwner {
  return {
    id: text(holder, 'id'),
    kind,
    accounts: nodes(holder, 'storeCreditAccounts').map((account) => ({
      id: text(account, 'id'),
      balance: moneyV2(child(account, 'balance'), parseSigned),
    })),
  };
}
