/**
 * `node lab/host/generate-elements.ts` writes `elements.generated.json`: which `s-*` elements each admin target
 * allows, with their properties, events, slots and methods, read from the types of @shopify/ui-extensions.
 * The host defines exactly these, so an element, property or event that Shopify's admin does not know fails here too.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {format, resolveConfig} from 'prettier';
import ts from 'typescript';
import type {ElementTable, ElementShape, PropertyType} from './element-table.ts';

const admin = fileURLToPath(
  new URL('../../node_modules/@shopify/ui-extensions/build/ts/surfaces/admin', import.meta.url),
);
const targets = readdirSync(join(admin, 'targets'))
  .filter((file) => file.endsWith('.render.d.ts'))
  .map((file) => file.replace(/\.d\.ts$/, ''));

/** What remote-dom sets by itself or every element has: never a property of its own. */
const NOT_PROPERTIES = new Set(['children', 'key', 'ref', 'slot', 'id']);

function componentsOf(target: string): string[] {
  const source = readFileSync(join(admin, 'targets', `${target}.d.ts`), 'utf8');
  return [...source.matchAll(/import "\.\.\/components\/(\w+)\.d\.ts"/g)].map((match) => match[1] ?? '');
}

const components = [...new Set(targets.flatMap(componentsOf))].sort();
const entry = join(admin, 'targets', 'every-component.d.ts');
const entryText = components.map((name) => `import '../components/${name}.d.ts';`).join('\n') + '\nexport {};';
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};
const host = ts.createCompilerHost(compilerOptions);
const readSource = host.getSourceFile.bind(host);
host.getSourceFile = (file, ...rest) =>
  file === entry ? ts.createSourceFile(file, entryText, ts.ScriptTarget.ES2022) : readSource(file, ...rest);
const fileExists = host.fileExists.bind(host);
host.fileExists = (file) => file === entry || fileExists(file);
const program = ts.createProgram([entry], compilerOptions, host);
const checker = program.getTypeChecker();

function shapeOf(component: string): [tag: string, shape: ElementShape] {
  const source = program.getSourceFile(join(admin, 'components', `${component}.d.ts`));
  if (!source) throw new Error(`@shopify/ui-extensions has no type file for ${component}`);
  const tag = /tagName = ["'](s-[\w-]+)["']/.exec(source.text)?.[1] ?? tagInMap(source.text, component);
  const shape: ElementShape = {properties: {}, events: [], slots: [], methods: []};
  source.forEachChild((node) => {
    if (ts.isClassDeclaration(node) && node.name?.text === component) readClass(node, shape);
    if (ts.isInterfaceDeclaration(node) && node.name.text === `${component}JSXProps`) readJsxProps(node, shape);
  });
  shape.events = [...new Set(shape.events)].sort();
  shape.slots.sort();
  shape.properties = Object.fromEntries(Object.entries(shape.properties).sort(([a], [b]) => a.localeCompare(b)));
  return [tag, shape];
}

function tagInMap(text: string, component: string): string {
  const tag = /["'](s-[\w-]+)["']\s*:/.exec(text)?.[1];
  if (tag === undefined) throw new Error(`No tag name found for ${component}`);
  return tag;
}

function readClass(node: ts.ClassDeclaration, shape: ElementShape): void {
  const type = checker.getTypeAtLocation(node);
  for (const symbol of type.getProperties()) {
    const declaration = symbol.declarations?.[0];
    if (!declaration || !declaration.getSourceFile().fileName.startsWith(admin) || isPrivate(symbol)) continue;
    const name = symbol.getName();
    if (name.startsWith('__@') || NOT_PROPERTIES.has(name)) continue;
    if (ts.isMethodDeclaration(declaration)) {
      if (!isBuiltIn(name)) shape.methods.push(name);
    } else if (/^on[a-z]/.test(name)) shape.events.push(name.slice(2));
    else if (!isBuiltIn(name))
      shape.properties[name] = propertyType(checker.getTypeOfSymbolAtLocation(symbol, declaration));
  }
}

function readJsxProps(node: ts.InterfaceDeclaration, shape: ElementShape): void {
  for (const symbol of checker.getTypeAtLocation(node).getProperties()) {
    const declaration = symbol.declarations?.[0];
    const name = symbol.getName();
    if (!declaration || NOT_PROPERTIES.has(name)) continue;
    const written = ts.isPropertySignature(declaration) ? (declaration.type?.getText() ?? '') : '';
    if (/^on[A-Z]/.test(name)) shape.events.push(name.slice(2).toLowerCase());
    else if (written.includes('ComponentChildren')) shape.slots.push(kebab(name));
    else if (!isBuiltIn(name))
      shape.properties[name] ??= propertyType(checker.getTypeOfSymbolAtLocation(symbol, declaration));
  }
}

function isPrivate(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags(checker).some((tag) => tag.name === 'private');
}

/** Members that every HTML element has already; redefining them breaks the polyfill in the worker. */
function isBuiltIn(name: string): boolean {
  return [
    'getAttribute',
    'hasAttribute',
    'setAttribute',
    'isContentEditable',
    'click',
    'textContent',
    'dir',
    'lang',
    'hidden',
  ].includes(name);
}

/** The one JavaScript type of a property, or null where it takes several. */
function propertyType(type: ts.Type): PropertyType | null {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    (part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
  );
  const kinds = new Set(parts.map(kindOf));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : null;
}

function kindOf(type: ts.Type): PropertyType | undefined {
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isArrayType(type)) return 'array';
  // `string & {}`, the idiom that keeps suggestions for an open set of words.
  if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.StringLike)) return 'string';
  return undefined;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Some fields name their shared properties through a type that the package does not ship; the same property has
 * its type on the elements that spell it out, so it is taken from there.
 */
function fillFromSiblings(all: ElementShape[]): void {
  const known = new Map<string, PropertyType>();
  for (const {properties} of all)
    for (const [name, type] of Object.entries(properties)) if (type) known.set(name, type);
  for (const shape of all) {
    for (const method of shape.methods) delete shape.properties[method];
    for (const [name, type] of Object.entries(shape.properties))
      shape.properties[name] = type ?? known.get(name) ?? null;
  }
}

const shapes = new Map(components.map((component) => [component, shapeOf(component)]));
fillFromSiblings([...shapes.values()].map(([, shape]) => shape));
const table: ElementTable = {
  elements: Object.fromEntries([...shapes.values()].sort(([a], [b]) => a.localeCompare(b))),
  targets: Object.fromEntries(
    targets.map((target) => [
      target,
      componentsOf(target)
        .map((component) => shapes.get(component)?.[0] ?? '')
        .sort(),
    ]),
  ),
};
const file = fileURLToPath(new URL('./elements.generated.json', import.meta.url));
writeFileSync(file, await format(JSON.stringify(table), {...(await resolveConfig(file)), parser: 'json'}));
console.log(`${Object.keys(table.elements).length} elements, ${targets.length} targets`);
