import {
  getNamedType,
  type GraphQLInputType,
  isInputObjectType,
  isRequiredArgument,
  Kind,
  parse,
  type TypeNode,
  typeFromAST,
} from 'graphql';
import {ADMIN, FLOW_VERSION, isMutationInDoubt, mutationNamed, mutationNames} from '../../environment/index.ts';
import {type Report, shown} from '../finding.ts';
import {checkLiquid, type Filled} from '../liquid/template.ts';
import {didYouMean} from '../nearest.ts';
import type {Scope} from '../path.ts';
import {isFields} from '../read.ts';
import {checkInput, checkQuoted} from './input.ts';
import {checkMetafields} from './metafields.ts';

/** What Send Admin API request sends, as far as it could be read. */
export interface ApiCall {
  readonly name: string;
  /** The variables as text, Liquid included. */
  readonly blob: string;
}

/** The config field `api_call`: `{"name": …, "blob": …}` in a text; null where it isn't that. */
export function readApiCall(text: string): ApiCall | null {
  try {
    const call: unknown = JSON.parse(text);
    if (isFields(call) && typeof call['name'] === 'string' && typeof call['blob'] === 'string')
      return {name: call['name'], blob: call['blob']};
  } catch {
    return null;
  }
  return null;
}

/** Holds a request against the mutations of Flow's version and what the step may read. */
export function checkApiCall(text: string, scope: Scope, report: Report): void {
  const call = readApiCall(text);
  if (!call) {
    report.error(
      'api-call',
      'The request isn\'t {"name": …, "blob": …} as JSON in a text.',
      'Write the mutation\'s name, and its variables as JSON in the text "blob".',
    );
    return;
  }
  for (const key of Object.keys(JSON.parse(text) as object)) {
    if (key !== 'name' && key !== 'blob')
      report.note('unknown-key', `The key ${shown(key)} isn't known from any export.`);
  }
  checkName(call.name, report);
  const ways = checkLiquid(call.blob, scope, report.at('blob')) ?? [];
  const read = ways.map((filled) => ({filled, variables: parsed(filled.text)}));
  const broken = read.filter(({variables}) => variables === undefined).length;
  const place = report.at('blob');
  const fix = 'Write JSON with Liquid in the place of values only.';
  if (broken === read.length && broken > 0)
    place.error('blob-json', "The variables aren't JSON once Liquid has put its values there.", fix);
  else if (broken > 0)
    place.warning('blob-json', "On one way through the Liquid's branches the variables may not be JSON.", fix);
  for (const {filled, variables} of read) if (variables !== undefined) checkBlob(call.name, variables, filled, report);
}

function checkName(name: string, report: Report): void {
  const known = mutationNamed(name);
  if (!known && isMutationInDoubt(name))
    report.unchecked(`${name}: sources disagree on whether API version ${FLOW_VERSION} has it.`);
  else if (!known) {
    const bare = /^\s*mutation\b/.test(name) || /[\s({]/.test(name);
    const fix = bare ? 'Write the name of the mutation only, for example tagsAdd.' : didYouMean(name, mutationNames());
    report.error('mutation', `“${shown(name)}” is no mutation of API version ${FLOW_VERSION}.`, fix);
  } else if (known.refusal === 'job') {
    report.warning(
      'mutation-job',
      `${name} answers with a job; Flow is documented not to offer such mutations.`,
      name === 'orderCancel' ? "Use Flow's own action Cancel order." : 'Try it on a development store first.',
    );
  } else if (known.refusal === 'family') {
    report.warning(
      'mutation-family',
      `${name} belongs to an app's own data; Flow is documented not to offer such mutations.`,
      'Try it on a development store first.',
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function checkBlob(name: string, variables: unknown, filled: Filled, report: Report): void {
  if (!isFields(variables))
    return report
      .at('blob')
      .error('blob-json', `The variables are ${shown(variables)}, not an object.`, 'Write {"input": { … }}.');
  checkQuoted(variables, '', filled, report);
  if (name === 'metafieldsSet') checkMetafields(variables['metafields'], filled, report);
  const takes = argumentsOf(name);
  if (!takes) return;
  for (const key of Object.keys(variables)) {
    const argument = takes.get(key);
    if (!argument) {
      const input = takes.get('input')?.type;
      const named = input ? getNamedType(input) : null;
      const belongs = isInputObjectType(named) && Object.hasOwn(named.getFields(), key);
      const wrapped = belongs ? `Write {"input": {"${shown(key)}": …}}.` : didYouMean(key, takes.keys());
      report.at(key).error('variables', `${name} has no argument "${shown(key)}".`, wrapped);
    } else if (argument.type) checkInput(variables[key], argument.type, key, filled, report);
    else report.at(key).unchecked(`what is inside "${key}" of ${name}.`);
  }
  for (const [key, {isRequired}] of takes) {
    if (isRequired && !Object.hasOwn(variables, key)) report.error('variables', `${name} needs "${key}".`);
  }
}

interface Argument {
  readonly isRequired: boolean;
  /** Null where the slice hasn't it. */
  readonly type: GraphQLInputType | null;
}

/** What a mutation takes, by name: from the slice, or as far as the list of all mutations tells. */
function argumentsOf(name: string): Map<string, Argument> | null {
  const field = ADMIN.getMutationType()?.getFields()[name];
  if (field) return new Map(field.args.map((arg) => [arg.name, {isRequired: isRequiredArgument(arg), type: arg.type}]));
  const signature = mutationNamed(name)?.signature;
  if (signature === undefined) return null;
  if (signature === '') return new Map();
  const definition = parse(`type T { f(${signature}): Int }`, {noLocation: true}).definitions[0];
  const written = definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields?.[0]?.arguments ?? []) : [];
  return new Map(
    written.map(({name: {value}, type}) => [
      value,
      {isRequired: type.kind === Kind.NON_NULL_TYPE, type: knownType(type)},
    ]),
  );
}

function knownType(type: TypeNode): GraphQLInputType | null {
  return (typeFromAST(ADMIN, type as never) as GraphQLInputType | undefined) ?? null;
}
