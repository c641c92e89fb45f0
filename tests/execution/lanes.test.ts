import {expect, it} from 'vitest';
import {history} from './lanes.ts';

it.each([1, 2, 3, 4, 5, 6])('all lanes at once, history %i: money, record, block and answers agree', async (seed) => {
  expect(await history(seed, 40)).toEqual([]);
});
