/**
 * Whose turn it is. Runs are coroutines that hand over before every step and while they wait; exactly one of them acts at a
 * time, in an order that only clock and seed decide. Nothing moves but inside `drain`.
 */
export interface Scheduler {
  /** Begins when it is due and its turn comes. */
  start(work: (turns: Turns) => Promise<void>): void;
  /** Lets everything act that is due, and comes back when all have ended or wait for a later moment. */
  drain(): Promise<void>;
  /** The earliest moment for which somebody waits; null where nobody does. */
  next(): number | null;
  /** Forgets everybody. */
  clear(): void;
}

export interface Turns {
  /** Others may go first. */
  pause(): Promise<void>;
  sleepUntil(moment: number): Promise<void>;
}

interface Parked {
  readonly task: number;
  at: number;
  readonly resume: () => void;
}

export interface Order {
  /** Whether those who are due take turns; else the oldest goes on until it waits. */
  readonly takeTurns: boolean;
  /** 0: strictly by turns; else chance decides, the same for the same seed. */
  readonly seed: number;
}

/**
 * @param now milliseconds, the lab's own
 * @param order asked before each turn
 */
export function createScheduler(now: () => number, order: () => Order): Scheduler {
  let parked: Parked[] = [];
  let tasks = 0;
  let turn = 0;
  const lastTurn = new Map<number, number>();
  let handBack: (() => void) | null = null;
  let draining: Promise<void> = Promise.resolve();
  let chance = 0;
  let seeded: number | null = null;
  /** Rises with `clear`: who belongs to an older one never gets a turn again. */
  let generation = 0;

  const random = (seed: number): number => {
    if (seeded !== seed) {
      seeded = seed;
      chance = seed;
    }
    // mulberry32
    chance = (chance + 0x6d2b79f5) | 0;
    let mixed = Math.imul(chance ^ (chance >>> 15), 1 | chance);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  const park = (task: number, at: number, born: number): Promise<void> =>
    new Promise((resume) => {
      if (born === generation) parked.push({task, at, resume});
      handBack?.();
    });

  const pick = (): Parked | undefined => {
    const due = parked.filter(({at}) => at <= now()).toSorted((a, b) => a.task - b.task);
    const {takeTurns, seed} = order();
    if (!takeTurns || due.length < 2) return due[0];
    if (seed !== 0) return due[Math.floor(random(seed) * due.length)];
    return due.toSorted((a, b) => (lastTurn.get(a.task) ?? 0) - (lastTurn.get(b.task) ?? 0) || a.task - b.task)[0];
  };

  const loop = async (): Promise<void> => {
    for (let next = pick(); next; next = pick()) {
      const chosen = next;
      parked = parked.filter((one) => one !== chosen);
      turn += 1;
      lastTurn.set(chosen.task, turn);
      await new Promise<void>((resolve) => {
        handBack = resolve;
        chosen.resume();
      });
      handBack = null;
    }
  };

  return {
    start(work) {
      tasks += 1;
      const task = tasks;
      const born = generation;
      const turns: Turns = {
        pause: () => park(task, 0, born),
        sleepUntil: (moment) => park(task, moment, born),
      };
      parked.push({
        task,
        at: 0,
        resume: () =>
          void work(turns).finally(() => {
            lastTurn.delete(task);
            handBack?.();
          }),
      });
    },
    drain() {
      draining = draining.then(loop);
      return draining;
    },
    next: () => (parked.length === 0 ? null : Math.min(...parked.map(({at}) => at))),
    clear() {
      generation += 1;
      parked = [];
      lastTurn.clear();
    },
  };
}
