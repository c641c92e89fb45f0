/**
 * The credentials of the lab's one app, as `LabSettings.app`: whoever plays Shopify signs with them (Flow calling an action), and
 * the app's function asks for its token with them. They open nothing but a lab; a real app's secret never stands in a file.
 */

/** What an app's function and Shopify both know. */
export interface AppCredentials {
  /** The app's `client_id`. */
  readonly clientId: string;
  /** The key of every HMAC that Shopify puts on a request, and the `client_secret` of the token exchange. */
  readonly secret: string;
}

export const LAB_APP_CREDENTIALS: AppCredentials = {
  clientId: 'lab-app-client-id',
  secret: 'lab-only-secret-opens-nothing-else',
};
