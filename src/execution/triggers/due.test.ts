import {describe, expect, it} from 'vitest';
import {due} from './due.ts';
import {CALLS, CLAIM, STOPPED} from './example.fixture.ts';

const FRESH = {state: 'open', calls: [], outside: []} as const;
const TAKEN = '2026-11-22T12:00:01.000Z';

describe('what Flow is to be told', () => {
  it('of an execution that is done: all that it reached, counted once', () => {
    const {after, keys} = due(FRESH, CLAIM);
    expect(keys).toEqual(['completed', 'label', 'outside']);
    expect(after.flow).toEqual({completed: 1, label: 1, outside: 1});
  });

  it('of one that stopped: that it needs attention, and nothing that was not reached', () => {
    const {after, keys} = due(FRESH, STOPPED);
    expect(keys).toEqual(['attention']);
    expect(after.flow).toEqual({attention: 1});
  });

  it('of the label as soon as it is credited, also when another call is open', () => {
    const calls = CALLS.map((call) => (call.id === 'call-3' ? {...call, state: 'unknown' as const} : call));
    expect(due(FRESH, {...STOPPED, calls}).keys).toEqual(['label', 'attention']);
  });

  it('once: what Flow took is told no more', () => {
    const flow = {completed: TAKEN, label: TAKEN, outside: TAKEN};
    const told = {...CLAIM, flow};
    expect(due(told, told)).toEqual({after: told, keys: []});
  });

  it('again what Flow has not confirmed, three times at most', () => {
    const first = {...CLAIM, flow: {completed: 1, label: TAKEN}};
    const second = due(first, first);
    expect(second.keys).toEqual(['completed']);
    expect(second.after.flow).toEqual({completed: 2, label: TAKEN});
    const third = due(second.after, second.after);
    expect(third.after.flow).toEqual({completed: 3, label: TAKEN});
    expect(due(third.after, third.after)).toEqual({after: third.after, keys: []});
    expect(due(third.after, third.after, Number.POSITIVE_INFINITY).keys).toEqual(['completed']);
  });

  it('no longer that it needs attention, once nothing is open', () => {
    const stopped = {...STOPPED, flow: {attention: 1}};
    const {after, keys} = due(stopped, {...CLAIM, flow: stopped.flow});
    expect(keys).toEqual(['completed', 'label', 'outside']);
    expect(after.flow).toEqual({completed: 1, label: 1, outside: 1});
  });

  it('no attention again when a person answers one of several open calls', () => {
    const told = {...STOPPED, flow: {attention: TAKEN}};
    const answered = told.calls.map((call) => (call.id === 'call-2' ? {...call, state: 'failed' as const} : call));
    expect(due(told, {...told, calls: answered}).keys).toEqual([]);
  });

  it('attention when a payment that was on its way fails, or store credit came twice', () => {
    const told = {...CLAIM, flow: {completed: TAKEN, label: TAKEN, outside: TAKEN}};
    const failed = told.calls.map((call) => (call.id === 'call-1' ? {...call, state: 'partlyDone' as const} : call));
    expect(due(told, {...told, state: 'stopped', calls: failed}).keys).toEqual(['attention']);
    const twice = told.calls.map((call) =>
      call.id === 'call-2' ? {...call, evidence: {...call.evidence, problem: {code: 'duplicateCredit'}}} : call,
    );
    expect(due(told, {...told, calls: twice}).keys).toEqual(['attention']);
  });

  it('no completion that Flow has not confirmed while a payment of it has failed since; but when that is settled', () => {
    const failed = CLAIM.calls.map((call) => (call.id === 'call-1' ? {...call, state: 'partlyDone' as const} : call));
    const told = {...CLAIM, flow: {completed: 1, label: TAKEN, outside: TAKEN}};
    const stopped = due(told, {...told, state: 'stopped', calls: failed});
    expect(stopped.keys).toEqual(['attention']);
    expect(stopped.after.flow).toEqual({completed: 1, label: TAKEN, outside: TAKEN, attention: 1});
    expect(due(stopped.after, stopped.after, Number.POSITIVE_INFINITY).keys).toEqual(['attention']);
    const settled = due(stopped.after, {...stopped.after, state: 'done', calls: CLAIM.calls});
    expect(settled.keys).toEqual(['completed']);
    expect(settled.after.flow).toMatchObject({completed: 2});
  });

  it('nothing of a record that was written before there were triggers', () => {
    expect(due(CLAIM, CLAIM)).toEqual({after: CLAIM, keys: []});
  });

  it('nothing of an outside payment that is settled by the time Flow could be told', () => {
    const outside = CLAIM.outside.map((one) => ({...one, state: 'paid' as const}));
    const told = {...CLAIM, outside, flow: {completed: TAKEN, outside: 1}};
    const {after, keys} = due(told, told);
    expect(keys).toEqual([]);
    expect(after.flow).toEqual({completed: TAKEN});
  });
});
