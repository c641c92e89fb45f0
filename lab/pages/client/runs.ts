/** From an extension and a session to a run in the host. */
import {type ExtensionRun, type Surroundings} from '../../host/page/run.ts';
import {adminRequest, idToken, type ExtensionInfo} from './api.ts';
import type {Session} from './session.ts';
import {fill} from './words.ts';

/** The extension's name in the page's language. */
export function nameOf(extension: ExtensionInfo, {language}: Session): string {
  return extension.names[language] ?? extension.names['default'] ?? extension.handle;
}

export function runOf(extension: ExtensionInfo, session: Session, selected: string[]): ExtensionRun {
  const {handle, target, bundle, apiVersion, messages} = extension;
  return {
    handle,
    target,
    bundle,
    apiVersion,
    locale: session.language,
    messages: messages[session.language] ?? messages['default'] ?? {},
    selected,
  };
}

/** What every run can do; the place where it runs adds closing, going elsewhere, and what to do about an error. */
export function surroundingsOf(
  session: Session,
  place: Pick<Surroundings, 'failed'> & Partial<Surroundings>,
): Surroundings {
  return {
    adminRequest: (version, body) => adminRequest(session.staff.token, version, body),
    idToken: () => Promise.resolve(idToken(session.staff.id, session.config.shop)),
    close: () => undefined,
    navigate: (url) => navigate(url, session),
    toast: (message, isError) => session.toast(message, isError),
    setLoading: () => undefined,
    ...place,
  };
}

const ORDER_URL = /^shopify:\/*admin\/orders\/(\d+)$/;

function navigate(url: string, session: Session): void {
  const order = ORDER_URL.exec(url)?.[1];
  if (order !== undefined) session.go(`/orders/${order}`);
  else session.toast(fill(session.words.noPage, {url}), true);
}
