/** The leaky bucket (facts §8): points flow back per second, the bucket holds twenty seconds' worth. */
import type {Clock} from './clock.ts';

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

export interface Bucket {
  /** Takes points out; false where there are not enough, then nothing is taken. */
  reserve(points: number): boolean;
  /** Gives back what was reserved too much. */
  refund(points: number): void;
  status(): ThrottleStatus;
  refill(): void;
}

const SECONDS_HELD = 20;

export function createBucket(
  clock: Clock,
  settings: {readonly restoreRate: number; readonly throttling: boolean},
): Bucket {
  let available = settings.restoreRate * SECONDS_HELD;
  let seen = clock.now().getTime();
  const maximum = (): number => settings.restoreRate * SECONDS_HELD;
  const catchUp = (): void => {
    const now = clock.now().getTime();
    available = Math.min(maximum(), available + (Math.max(0, now - seen) / 1000) * settings.restoreRate);
    seen = now;
  };
  return {
    reserve(points) {
      catchUp();
      if (settings.throttling && points > available) return false;
      available -= points;
      return true;
    },
    refund(points) {
      available = Math.min(maximum(), available + points);
    },
    status() {
      catchUp();
      const currentlyAvailable = settings.throttling ? Math.floor(available) : maximum();
      return {maximumAvailable: maximum(), currentlyAvailable, restoreRate: settings.restoreRate};
    },
    refill() {
      available = maximum();
      seen = clock.now().getTime();
    },
  };
}
