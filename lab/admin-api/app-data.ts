/** `$app` names: what an app owns stands under its own id, and only that app finds it (facts §6, §13). */

/** "$app" and "$app:x" as Shopify resolves them for one app: "app--330000001", "app--330000001--x". */
export function resolveAppName(name: string, appId: string): string {
  if (name === '$app') return `app--${appId}`;
  return name.startsWith('$app:') ? `app--${appId}--${name.slice(5)}` : name;
}

/** Whether a resolved name belongs to another app. */
export function belongsToOther(name: string, appId: string): boolean {
  return name.startsWith('app--') && name !== `app--${appId}` && !name.startsWith(`app--${appId}--`);
}

/** Whether a resolved name is owned by an app at all. */
export function isAppOwned(name: string): boolean {
  return name.startsWith('app--');
}
