import type {ReadClaim} from '../../execution/types.ts';

/** Whoever is still at work gets two minutes, by Shopify's clock. */
const TAKEOVER_MS = 120_000;

/** From when an unfinished execution may be taken over (milliseconds since 1970), or null where a person has to look first. */
export function resumableAt({claim, updatedAt}: ReadClaim): number | null {
  return claim ? Date.parse(updatedAt ?? claim.at) + TAKEOVER_MS : null;
}

/** Whether it may be left as it is: it has stopped, and what happened is certain for every step. */
export function mayRest({claim}: ReadClaim): boolean {
  return claim?.state === 'stopped' && claim.calls.every(({state}) => state !== 'intended' && state !== 'unknown');
}
