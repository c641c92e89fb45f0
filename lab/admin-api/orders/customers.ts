/** Who an order is for, from orderCreate's customer inputs. */
import type {LabContext} from '../resolvers.ts';
import {getRecord, type Stored, textOf} from '../shop/records.ts';
import {findCustomerByEmail, putCustomer} from '../shop/things.ts';
import {type CreateInput, UNSUPPORTED, type UpsertCustomerInput} from './create-input.ts';
import {RefusedInput, refuseUnsupported} from './create.ts';

function upsert({store}: LabContext, input: UpsertCustomerInput): Stored {
  refuseUnsupported(input, UNSUPPORTED.upsert, ['order', 'customer', 'toUpsert']);
  const known = input.id
    ? getRecord(store, input.id)
    : input.email
      ? findCustomerByEmail(store, input.email)
      : undefined;
  if (input.id && !known) throw new RefusedInput(['order', 'customer', 'toUpsert', 'id'], 'Customer does not exist');
  if (!known) return putCustomer(store, input);
  const tags = known.tags;
  return putCustomer(store, {
    id: known.id,
    email: input.email ?? textOf(known, 'email'),
    firstName: input.firstName ?? textOf(known, 'firstName'),
    lastName: input.lastName ?? textOf(known, 'lastName'),
    phone: input.phone ?? textOf(known, 'phone'),
    note: input.note ?? textOf(known, 'note'),
    locale: textOf(known, 'locale'),
    tags: input.tags ?? (Array.isArray(tags) ? tags.map(String) : []),
  });
}

/**
 * The customer to put on a new order, and their language; both null for a guest. An e-mail address alone makes no customer.
 * @throws RefusedInput when the customer or company location doesn't exist
 */
export function customerFor(
  context: LabContext,
  input: CreateInput,
): {customerId: string | null; customerLocale: string | null} {
  const {store} = context;
  if (input.companyLocationId && !context.load(input.companyLocationId)) {
    throw new RefusedInput(['order', 'companyLocationId'], 'Company location does not exist');
  }
  const {toAssociate, toUpsert} = input.customer ?? {};
  if (input.customerId && input.customer)
    throw new RefusedInput(
      ['order', 'customerId'],
      'Give customer or customerId, not both',
      'REDUNDANT_CUSTOMER_FIELDS',
    );
  const wanted = toAssociate?.id ?? input.customerId;
  if (wanted ?? toAssociate?.email) {
    const found = wanted ? getRecord(store, wanted) : findCustomerByEmail(store, toAssociate?.email ?? '');
    if (!found)
      throw new RefusedInput(['order', 'customer', 'toAssociate', wanted ? 'id' : 'email'], 'Customer does not exist');
    return {customerId: found.id, customerLocale: textOf(found, 'locale')};
  }
  if (!toUpsert) return {customerId: null, customerLocale: null};
  const customer = upsert(context, toUpsert);
  return {customerId: customer.id, customerLocale: textOf(customer, 'locale')};
}
