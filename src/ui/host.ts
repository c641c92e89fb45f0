import type {AdminApi, Environment} from '../execution/types.ts';

/**
 * What an extension hands down to its pieces: everything outside that they may touch. Each entry builds one from its
 * target's `shopify` object, tests build a fake.
 */
export interface Host extends Omit<Environment, 'staff'> {
  /** One try for each request: who asks decides about more. */
  readonly admin: AdminApi;
  /** The order that the page shows; null where Shopify told none. */
  readonly orderId: string | null;
  readonly i18n: HostI18n;
  readonly storage: HostStorage;
  /** The subject of the ID token, or null. Never rejects. */
  staff(): Promise<string | null>;
  close(): void;
}

export interface HostI18n {
  translate(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  /** `value` in major units. Shows, never computes. */
  formatCurrency(
    value: number,
    options: {currency: string; minimumFractionDigits: number; currencyDisplay?: 'narrowSymbol'},
  ): string;
  formatNumber(value: number, options: {maximumSignificantDigits: number}): string;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/** Small things that a staff member's browser remembers. May fail; nothing depends on it. */
export interface HostStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
