import {describe, expect, it} from 'vitest';
import {type Action, initialState, reduce} from './reduce.ts';
import type {Session, State} from './state.ts';

const session = {
  recipes: [{handle: 'shipping-and-label'}, {handle: 'full'}],
  waiting: [],
  confirmed: {claim: {claim: null, digest: null}},
} as unknown as Session;

const opened = initialState('intent', '2026-11-22T10:00:00.000Z');
const after = (state: State, ...actions: Action[]): State => actions.reduce(reduce, state);
const edit = after(opened, {type: 'loaded', session, notice: null});

describe('reduce', () => {
  it('opens with the first recipe', () => {
    expect(edit.screen).toEqual({name: 'edit', notice: null});
    expect(edit.recipe).toBe('shipping-and-label');
  });

  it('keeps recipe, choices and intent when the order is read again', () => {
    const state = after(
      edit,
      {type: 'recipe', handle: 'full'},
      {type: 'typed', field: 'quantity', id: 'line', text: '1'},
      {type: 'load'},
      {type: 'loaded', session, notice: {code: 'orderChanged'}},
    );
    expect(state).toMatchObject({recipe: 'full', typed: {'quantity:line': '1'}, intentId: 'intent'});
    expect(state.screen).toEqual({name: 'edit', notice: {code: 'orderChanged'}});
  });

  it('starts afresh with another recipe', () => {
    const state = after(
      edit,
      {type: 'typed', field: 'amount', id: 'returnLabel', text: '7,45'},
      {type: 'ground', ground: 'defect'},
      {type: 'recipe', handle: 'full'},
    );
    expect(state).toMatchObject({typed: {}, choices: {}});
  });

  it('drops the notice at the next choice', () => {
    const told = after(edit, {type: 'back', notice: {code: 'network'}});
    expect(after(told, {type: 'ground', ground: 'defect'}).screen).toEqual({name: 'edit', notice: null});
  });

  it('lets nothing be chosen while Shopify is asked: what comes late changes nothing', () => {
    const asking = after(edit, {type: 'ask'});
    expect(after(asking, {type: 'typed', field: 'amount', id: 'returnLabel', text: '99'})).toBe(asking);
  });

  it('runs only from the second screen or from an unfinished execution', () => {
    expect(after(edit, {type: 'run', plan: null})).toBe(edit);
    expect(after(opened, {type: 'run', plan: null})).toBe(opened);
  });

  it('shows an unfinished execution before anything else', () => {
    const stopped = {
      ...session,
      confirmed: {claim: {claim: {state: 'stopped', calls: []}, digest: 'a'}},
    } as unknown as Session;
    expect(after(opened, {type: 'loaded', session: stopped, notice: null}).screen).toEqual({name: 'unfinished'});
    const done = {
      ...session,
      confirmed: {claim: {claim: {state: 'done', calls: []}, digest: 'a'}},
    } as unknown as Session;
    expect(after(opened, {type: 'loaded', session: done, notice: null}).screen.name).toBe('edit');
  });

  it('lets nothing move on a record that can not be trusted', () => {
    const altered = {
      ...session,
      confirmed: {claim: {claim: null, digest: 'a', problem: {code: 'claimAltered'}}},
    } as unknown as Session;
    expect(after(opened, {type: 'loaded', session: altered, notice: null}).screen).toEqual({name: 'unfinished'});
  });

  it('takes an alternative whole, and keeps a consent that was recorded', () => {
    const consent = {by: 'customer', channel: 'email', at: '2026-11-22T10:00:00.000Z'};
    const state = after(
      edit,
      {type: 'typed', field: 'amount', id: 'goodwill', text: '5'},
      {type: 'consent', consent},
      {
        type: 'alternative',
        recipe: 'full',
        choices: {amounts: {returnLabel: '7.45'}, quantities: {line: 2}, prefer: {goodwill: 'storeCredit'}},
      },
    );
    expect(state.recipe).toBe('full');
    expect(state.typed).toEqual({'amount:returnLabel': '7.45', 'quantity:line': '2'});
    expect(state.choices).toEqual({prefer: {goodwill: 'storeCredit'}, consent});
  });

  it('keeps a gift card code that is told once', () => {
    const confirm = {...edit, screen: {name: 'confirm', plan: {}, estimate: {}}} as unknown as State;
    const state = after(
      confirm,
      {type: 'run', plan: null},
      {type: 'progress', event: {type: 'giftCard', callId: 'call-2', code: 'abcd efgh'}},
    );
    expect(state.screen).toMatchObject({name: 'running', giftCards: [{callId: 'call-2', code: 'abcd efgh'}]});
  });

  const request = {
    id: 'request-1',
    recipe: {handle: 'full', version: 1},
    intentId: 'theirs',
    choices: {
      ground: 'defect',
      amounts: {returnLabel: '7.45'},
      acceptShopifyFigures: true,
      dayRate: {value: '1.1', source: 'recentOrders', at: '2026-11-20'},
    },
  } as never;

  it("takes a request over with its intent and its rate, and leaves Shopify's figures to be accepted anew", () => {
    const state = after({...edit, choices: {restock: {line: 'none'}}}, {type: 'takeOver', request});
    expect([state.from, state.recipe, state.intentId, state.typed]).toEqual([
      request,
      'full',
      'theirs',
      {'amount:returnLabel': '7.45'},
    ]);
    expect(state.choices).toEqual({
      ground: 'defect',
      dayRate: {value: '1.1', source: 'recentOrders', at: '2026-11-20'},
    });
  });

  const opening = (...waiting: {request: object; problem: object | null}[]): Action =>
    ({type: 'loaded', session: {...session, waiting}, notice: null}) as unknown as Action;
  const usable = {request, problem: null};

  it('opens with the only request that waits filled in, so that nobody pays it by hand and leaves it waiting', () => {
    const state = after(opened, opening(usable));
    expect([state.from, state.recipe, state.intentId]).toEqual([request, 'full', 'theirs']);
    expect(state.typed).toEqual({'amount:returnLabel': '7.45'});
  });

  it('leaves the choice where several wait, and fills in none that can’t be used', () => {
    expect(after(opened, opening(usable, usable)).from).toBeNull();
    expect(after(opened, opening({...usable, problem: {code: 'approvalOwn'}})).from).toBeNull();
  });

  it('lets a request that comes in later change nothing of what staff have filled in', () => {
    const typed = after(edit, {type: 'typed', field: 'amount', id: 'returnLabel', text: '5'}, {type: 'load'});
    expect(after(typed, opening(usable))).toMatchObject({from: null, typed: {'amount:returnLabel': '5'}});
  });

  it('read again because the order changed, it keeps the request, and what staff changed in it, while it waits', () => {
    const typed: Action = {type: 'typed', field: 'amount', id: 'returnLabel', text: '5'};
    const asked = after(opened, opening(usable), typed, {type: 'reason', text: 'Seen'});
    const again = after(asked, {type: 'load'}, opening({request: {id: 'request-2'}, problem: null}, usable));
    expect(again).toMatchObject({from: request, recipe: 'full', intentId: 'theirs', reason: 'Seen'});
    expect(again.typed).toEqual({'amount:returnLabel': '5'});
    const gone = after(asked, {type: 'load'}, opening({request: {id: 'request-2'}, problem: null}));
    expect(gone).toMatchObject({from: null, intentId: opened.ownIntentId, typed: {}});
    const unusable = after(asked, {type: 'load'}, opening({...usable, problem: {code: 'recipeGone'}}));
    expect(unusable).toMatchObject({from: null, intentId: opened.ownIntentId, typed: {}});
  });

  it('fills in what was asked for as the page writes numbers', () => {
    const state = after({...edit, mark: ','}, {type: 'takeOver', request});
    expect(state.typed).toEqual({'amount:returnLabel': '7,45'});
  });

  it('with another recipe is a refund of our own again', () => {
    const state = after(edit, {type: 'takeOver', request}, {type: 'recipe', handle: 'other'});
    expect([state.from, state.intentId, state.choices]).toEqual([null, edit.ownIntentId, {}]);
  });

  it('keeps a plan above a limit for whoever asks for its approval', () => {
    const running = {...edit, screen: {name: 'running', plan: {planId: 'plan-1'}, calls: [], giftCards: []}};
    const outcome = {state: 'needsApproval', problem: {code: 'needsApproval'}, breaches: []} as const;
    const state = after(running as unknown as State, {type: 'finished', outcome});
    expect(state.screen).toMatchObject({name: 'approval', plan: {planId: 'plan-1'}, problem: {code: 'needsApproval'}});
  });
});
