/** `flow check` and the lab were written apart: what one takes for a filter of Flow's Liquid, the other doesn't deny. */
import {Liquid} from 'liquidjs';
import {expect, it} from 'vitest';
import {addFilters, LACKED} from '../../lab/flow/liquid/filters.ts';
import {FILTERS} from '../../src/flow/check/liquid/filters.ts';

it('agree on the filters that Flow has', () => {
  const liquid = new Liquid();
  addFilters(liquid, {now: () => 0n, currency: 'EUR'});
  const carriedOut = Object.keys(liquid.filters);
  expect(carriedOut.filter((name) => LACKED.has(name))).toEqual([]);
  expect([...carriedOut, ...LACKED].toSorted()).toEqual([...FILTERS.keys()].toSorted());
});
