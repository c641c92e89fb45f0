/** What `extensions/` holds, read from each `shopify.extension.toml`. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {parse} from 'smol-toml';

/** One place in Shopify's admin where an extension runs. */
export interface ExtensionTarget {
  target: string;
  module: string;
  /** The module that decides whether the extension is offered at all. */
  shouldRender?: string;
}

export interface UiExtension {
  directory: string;
  handle: string;
  /** As the toml says it: words, or `t:key` into the extension's locale files. */
  name: string;
  apiVersion: string;
  targets: ExtensionTarget[];
}

/** One locale file of an extension; `isDefault` marks `<locale>.default.json`. */
export interface LocaleFile {
  locale: string;
  isDefault: boolean;
  messages: Record<string, unknown>;
}

interface TargetingToml {
  target: string;
  module: string;
  should_render?: {module: string};
}

interface ExtensionToml {
  api_version?: string;
  extensions?: {type: string; handle: string; name: string; targeting?: TargetingToml[]}[];
}

/** The UI extensions below `root`, in the order of their folders. Extensions of other types (Flow) are left out: they have no bundle. */
export function findUiExtensions(root: string): UiExtension[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'shopify.extension.toml')))
    .map((entry) => join(root, entry.name))
    .sort()
    .flatMap(readUiExtensions);
}

function readUiExtensions(directory: string): UiExtension[] {
  const toml = parse(readFileSync(join(directory, 'shopify.extension.toml'), 'utf8')) as ExtensionToml;
  return (toml.extensions ?? [])
    .filter((extension) => extension.type === 'ui_extension')
    .map((extension) => ({
      directory,
      handle: extension.handle,
      name: extension.name,
      apiVersion: toml.api_version ?? '',
      targets: (extension.targeting ?? []).map((targeting) => ({
        target: targeting.target,
        module: targeting.module,
        ...(targeting.should_render ? {shouldRender: targeting.should_render.module} : {}),
      })),
    }));
}

/** An extension's locale files: `locales/en.default.json`, `locales/nl.json` and so on. */
export function readLocales(extension: UiExtension): LocaleFile[] {
  const folder = join(extension.directory, 'locales');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const [locale = '', mark] = basename(file, '.json').split('.');
      return {
        locale,
        isDefault: mark === 'default',
        messages: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
      };
    });
}
