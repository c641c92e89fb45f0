/** customerCreate and customerDelete. */
import {userError} from '../errors.ts';
import type {LabContext} from '../resolvers.ts';
import {deleteRecord, getRecord} from './records.ts';
import {type CustomerInput, findCustomerByEmail, getShop, putCustomer} from './things.ts';

export function customerCreate(_source: unknown, args: {input: CustomerInput}, {store}: LabContext): unknown {
  const {input} = args;
  if (!input.email && !input.phone && !input.firstName && !input.lastName) {
    return {customer: null, userErrors: [userError(null, 'A name, phone number, or email address must be present')]};
  }
  if (input.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email)) {
    return {customer: null, userErrors: [userError(['email'], 'Email is invalid')]};
  }
  if (input.email && findCustomerByEmail(store, input.email)) {
    return {customer: null, userErrors: [userError(['email'], 'Email has already been taken')]};
  }
  return {customer: putCustomer(store, {...input, id: null}), userErrors: []};
}

export function customerDelete(_source: unknown, args: {input: {id: string}}, {store}: LabContext): unknown {
  const {id} = args.input;
  if (!getRecord(store, id)) {
    return {deletedCustomerId: null, shop: getShop(store), userErrors: [userError(['id'], "Customer can't be found")]};
  }
  deleteRecord(store, id);
  return {deletedCustomerId: id, shop: getShop(store), userErrors: []};
}
