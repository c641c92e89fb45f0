import {docsText} from './docs.ts';
import {fieldsOf, SCHEMA, TRIGGERS} from './fields.ts';
import type {Field, Trigger} from './fields.ts';

export interface Generated {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/**
 * shopify.extension.toml and schema.graphql of each trigger, and docs/triggers.md. One schema in five copies: each extension is
 * whole by itself.
 */
export async function triggerFiles(): Promise<readonly Generated[]> {
  const extensions = TRIGGERS.flatMap((trigger) => {
    const folder = `extensions/trigger-${trigger.key}`;
    return [
      {path: `${folder}/shopify.extension.toml`, text: tomlOf(trigger)},
      {path: `${folder}/schema.graphql`, text: SCHEMA},
    ];
  });
  return [...extensions, {path: 'docs/triggers.md', text: await docsText()}];
}

function tomlOf(trigger: Trigger): string {
  return [
    '# Made by `npm run -s triggers` from scripts/triggers/fields.ts: change it there.',
    '[[extensions]]',
    ...pairs({name: trigger.name, description: trigger.description, handle: `refund-${trigger.key}`}),
    ...pairs({type: 'flow_trigger', uid: trigger.uid, schema: './schema.graphql'}),
    ...fieldsOf(trigger).flatMap(fieldLines),
    '',
  ].join('\n');
}

function fieldLines({type, key, description}: Field): string[] {
  return ['', '[[extensions.settings.fields]]', ...pairs({type, ...(key ? {key} : {}), description})];
}

function pairs(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}
