/** The lab's time. It runs with the machine's, or stands still and is moved by a test. */

export interface Clock {
  now(): Date;
  /** Seconds precision, as the API prints DateTime ("2026-05-05T21:59:56Z"). */
  iso(): string;
  /**
   * Moves time forward and wakes who sleeps until then.
   * @throws RangeError where that is no moment any more, or no number at all: the clock stays as it is
   */
  advance(milliseconds: number): void;
  set(time: Date): void;
  /** Resolves after that much lab time. While the clock stands still, only `advance` or `set` ends it. */
  sleep(milliseconds: number): Promise<void>;
}

/** @param start where the clock stands still; without it, time runs */
export function createClock(start?: Date): Clock {
  let offset = 0;
  let standing = start?.getTime();
  let sleepers: {until: number; wake: () => void}[] = [];

  const time = (): number => standing ?? Date.now() + offset;
  const wakeUp = (): void => {
    const due = sleepers.filter((sleeper) => sleeper.until <= time());
    sleepers = sleepers.filter((sleeper) => sleeper.until > time());
    for (const sleeper of due) sleeper.wake();
  };

  return {
    now: () => new Date(time()),
    iso: () => isoSeconds(new Date(time())),
    advance(milliseconds) {
      if (Number.isNaN(new Date(time() + milliseconds).getTime())) {
        throw new RangeError(`The clock can’t be moved by ${milliseconds} milliseconds.`);
      }
      if (standing === undefined) offset += milliseconds;
      else standing += milliseconds;
      wakeUp();
    },
    set(to) {
      if (standing === undefined) offset = to.getTime() - Date.now();
      else standing = to.getTime();
      wakeUp();
    },
    sleep(milliseconds) {
      if (milliseconds <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        sleepers.push({until: time() + milliseconds, wake: resolve});
        if (standing === undefined) setTimeout(wakeUp, milliseconds + 1);
      });
    },
  };
}

/** A moment as the API prints it: UTC, whole seconds. */
function isoSeconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
