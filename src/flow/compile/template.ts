import type {About} from '../builder/index.ts';
import {nameOf, type Workflow} from '../builder/workflow.ts';
import {type FlowFile, writeFlowFile} from '../format/index.ts';
import {ACTIONS} from '../tasks/index.ts';
import {compile} from './compile.ts';
import {uuidOf} from './ids.ts';

/**
 * A workflow's `flow_template` extension: the files of its folder by name. Whether Shopify takes templates of an app for custom
 * distribution: docs/unconfirmed.md, 12.
 * @throws {InputError} where Shopify would refuse one
 */
export function templateFiles(workflow: Workflow): Readonly<Record<string, string>> {
  const {about} = workflow;
  const {file} = compile(workflow);
  return {
    [`${about.handle}.flow`]: writeFlowFile(file),
    'shopify.extension.toml': tomlOf(about),
    'locales/en.default.json': localeOf(about, 'en'),
    'locales/nl.json': localeOf(about, 'nl'),
    'README.md': readmeOf(about, file),
  };
}

/** Nothing is activated by one click: a merchant sets recipe, tags and schedule first. What can pay twice isn't offered in Flow's library either. */
function tomlOf({handle, categories, safety}: About): string {
  return `# Written by \`npm run -s flow -- build\` from src/flow/workflows.
[[extensions]]
name = "t:name"
description = "t:description"
handle = "${handle}"
type = "flow_template"
uid = "${uuidOf(handle, 'extension')}"

[extensions.template]
categories = [${categories.map((category) => `"${category}"`).join(', ')}]
module = "./${handle}.flow"
require_app = true
discoverable = ${String(safety !== 'B')}
enabled = true
allow_one_click_activate = false
`;
}

function localeOf(about: About, language: 'en' | 'nl'): string {
  const words = about.words[language];
  const texts = {name: nameOf(about, words), description: words.description, preInstallNote: words.before};
  return `${JSON.stringify(texts, null, 2)}\n`;
}

function readmeOf(about: About, file: FlowFile): string {
  const {handle, repeat, leaves, words} = about;
  return `<!-- Written by \`npm run -s flow -- build\` from src/flow/workflows. -->

# ${nameOf(about, words.en)}

${words.en.description}

**${file.root.steps[0]?.description ?? ''}**

- **The same event again:** ${repeat}
- **What it leaves:** ${leaves}
- **Before you turn it on:** ${words.en.before}
${mailsOf(file)}- **Import it:** in Flow's list of workflows choose _Import_ and take \`${handle}.flow\`. It arrives switched off.
- **Read it in plain words:** \`npm run -s flow -- explain extensions/flow-templates/${handle}/${handle}.flow\`
${constantsOf(file)}`;
}

function mailsOf({root}: FlowFile): string {
  const mails = root.steps.some(({task_id}) => task_id === ACTIONS.sendInternalEmail.id);
  return mails
    ? '- **Mails** go to the shop’s address, in English: address and words can be changed in each of its mail steps.\n'
    : '';
}

/** What may be changed at the top of its scripts. */
function constantsOf({root}: FlowFile): string {
  const lines = root.steps.flatMap(({description, config_field_values}) => {
    const script = config_field_values.find(({config_field_id}) => config_field_id === 'script')?.value ?? '';
    const found = [...script.matchAll(/^\/\/ (.*)\nconst ([A-Z_]+) = (.*);$/gm)];
    return found.map(([, about, name, value]) => `- \`${name} = ${value}\` (${description}): ${about}`);
  });
  return lines.length === 0 ? '' : `\n## Constants that you may change\n\n${lines.join('\n')}\n`;
}
