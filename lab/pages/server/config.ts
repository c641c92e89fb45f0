/** What the pages need to know about the built extensions and the staff. */
import {existsSync} from 'node:fs';
import {findUiExtensions, readLocales, type LocaleFile, type UiExtension} from '../../../scripts/build/extensions.ts';
import {bundlesOf} from '../../../scripts/build/bundle.ts';
import {STAFF} from '../../staff.ts';
import type {ExtensionInfo, LabConfig} from '../client/api.ts';

type Messages = Record<string, string>;

/** Nested words to dotted keys: `{lines: {one: "…"}}` → `lines.one`. */
function flatten(nested: Record<string, unknown>, prefix = ''): Messages {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(flatten(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, String(value)]],
    ),
  );
}

/** Every language complete: words that a language lacks come from the default. */
function messagesOf(locales: LocaleFile[]): Record<string, Messages> {
  const base = flatten(locales.find((file) => file.isDefault)?.messages ?? {});
  const own = locales.map((file) => [file.locale, {...base, ...flatten(file.messages)}] as const);
  return {default: base, ...Object.fromEntries(own)};
}

function namesOf(extension: UiExtension, messages: Record<string, Messages>): Record<string, string> {
  const key = /^t:(.+)$/.exec(extension.name)?.[1];
  return Object.fromEntries(
    Object.entries(messages).map(([locale, words]) => [
      locale,
      key === undefined ? extension.name : (words[key] ?? extension.name),
    ]),
  );
}

/** The extensions whose bundle is there, one entry a target. */
function extensionInfos(root: string): ExtensionInfo[] {
  return findUiExtensions(root).flatMap((extension) => {
    const [main, conditions] = bundlesOf(extension);
    if (!main || !existsSync(main.outfile)) return [];
    const messages = messagesOf(readLocales(extension));
    return extension.targets.map(({target}) => ({
      handle: extension.handle,
      target,
      apiVersion: extension.apiVersion,
      bundle: `/lab/extensions/${extension.handle}.js`,
      conditions: conditions ? `/lab/extensions/${extension.handle}-conditions.js` : null,
      names: namesOf(extension, messages),
      messages,
    }));
  });
}

/** The file behind `/lab/extensions/<name>.js`, or null where no extension builds it. */
export function bundleFile(root: string, path: string): string | null {
  const plans = findUiExtensions(root).flatMap(bundlesOf);
  const found = plans.find(({outfile}) => outfile.endsWith(`/dist/${path.slice('/lab/extensions/'.length)}`));
  return found && existsSync(found.outfile) ? found.outfile : null;
}

export function labConfig(shop: string, root: string): LabConfig {
  return {
    shop,
    staff: STAFF.map(({token, id, name, note}) => ({token, id, name, note})),
    extensions: extensionInfos(root),
  };
}
