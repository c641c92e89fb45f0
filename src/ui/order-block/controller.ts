import {refreshPending, syncTag, tellAtOpening} from '../../execution/index.ts';
import type {Problem} from '../../execution/types.ts';
import {problemOf} from '../order-action/problems.ts';
import type {Perform} from '../waiting/perform.ts';
import type {BlockHost} from './host.ts';
import {type BlockReading, readBlock} from './reading.ts';
import {type RecipeTitles, recipeTitles} from './titles.ts';
import {type BlockView, viewOf} from './view.ts';

/** A gift card's whole code: shown once, kept nowhere. */
interface GiftCardCode {
  readonly callId: string;
  readonly code: string;
}

export type Screen =
  | {readonly name: 'loading'; readonly waiting: boolean}
  | {readonly name: 'failed'; readonly problem: Problem}
  | {readonly name: 'ready'; readonly reading: BlockReading; readonly view: BlockView};

export interface State {
  readonly screen: Screen;
  /** Something is being carried out or written: every button waits. */
  readonly busy: boolean;
  /** Why the last thing that was pressed stopped, or null where it was done. */
  readonly notice: Problem | null;
  readonly giftCards: readonly GiftCardCode[];
  /** What the shop calls its own recipes, by handle, as far as something here asks for one. */
  readonly titles: RecipeTitles;
  /** What was done last is in the order's record, but its evidence could not be stored apart. */
  readonly evidenceMissing: boolean;
}

/** The block behind its pieces: holds the state and does what takes time, one thing at a time. */
export interface OrderBlock {
  state(): State;
  subscribe(listener: () => void): void;
  load(): Promise<void>;
  /** Carries out one thing with what is shown now, then reads the order again. @returns whether it was done */
  readonly perform: Perform;
  /** A gift card's code came by. */
  keep(code: GiftCardCode): void;
  /** Evidence could not be stored while something was carried out. */
  lackEvidence(): void;
}

export function createOrderBlock(host: BlockHost): OrderBlock {
  let state: State = {
    screen: {name: 'loading', waiting: false},
    busy: false,
    notice: null,
    giftCards: [],
    titles: new Map(),
    evidenceMissing: false,
  };
  const listeners: (() => void)[] = [];
  const change = (part: Partial<State>): void => {
    state = {...state, ...part};
    for (const listener of listeners) listener();
  };

  const patient = async (milliseconds: number): Promise<void> => {
    if (state.screen.name === 'loading') change({screen: {name: 'loading', waiting: true}});
    await host.wait(milliseconds);
  };

  const read = async (): Promise<void> => {
    try {
      const environment = {...host, wait: patient};
      let reading = await readBlock(environment, host.orderId || '');
      const {order, confirmed} = reading;
      const pending = await refreshPending(confirmed.claim, order.refunds, {...environment, staff: null});
      const told = await tellAtOpening(order.id, confirmed.claim, reading.requests, {...environment, staff: null});
      if (pending.changed || told) reading = await readBlock(environment, order.id);
      const view = viewOf(reading);
      change({screen: {name: 'ready', reading, view}});
      void recipeTitles(host, view.requests).then((titles) => change({titles}));
      // Mends a tag that was left behind. While someone works it is theirs, and nobody has to wait for it.
      const atWork = confirmed.claim.claim?.state === 'open';
      if (!atWork) void syncTag(host.admin, order.id, reading.order.tags, view.waits);
    } catch (error) {
      change({screen: {name: 'failed', problem: problemOf(error)}});
    }
  };

  /** A second press while something runs does nothing at all. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (state.busy) return;
    change({busy: true, notice: null, evidenceMissing: false});
    try {
      await work();
    } finally {
      change({busy: false});
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => void listeners.push(listener),
    load: () =>
      alone(async () => {
        if (state.screen.name === 'failed') change({screen: {name: 'loading', waiting: false}});
        await read();
      }),
    async perform(work) {
      let done = false;
      await alone(async () => {
        let notice: Problem | null;
        try {
          const {problem = null, evidenceMissing} = await work({...host, staff: await host.staff()});
          if (evidenceMissing) change({evidenceMissing});
          notice = problem;
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          notice = {code: 'unexpectedRunning', message};
        }
        await read();
        change({notice});
        done = notice === null;
      });
      return done;
    },
    keep: (code) => change({giftCards: [...state.giftCards, code]}),
    lackEvidence: () => change({evidenceMissing: true}),
  };
}
