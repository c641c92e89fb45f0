import type {FlowFile} from '../../../src/flow/format/index.ts';
import {changed, withField} from './file.ts';

/** What somebody might take out of a workflow. */
export type Break = (text: string) => string;

/** The workflow as it ships. */
export const WHOLE: Break = (text) => text;

/** Two runs at the same time write the same: Shopify accepts an unchanged value under a wrong digest. */
export const WITHOUT_NONCE: Break = (text) =>
  changed(text, (file) =>
    withField(file, 'api_call', (call) => replaced(call, "{{ 'now' | date: '%s%N' }}", 'the same')),
  );

/** Goes on to the money step whatever the claiming step answered. */
export const WITHOUT_CONDITION: Break = (text) =>
  changed(text, (file) => {
    const condition = file.root.steps.find(({description}) => description === 'Is the claim ours?');
    const next = file.root.links.find(
      ({from_step_id, from_port_id}) => from_step_id === condition?.step_id && from_port_id === 'true',
    );
    if (!condition || !next) throw new Error('The workflow asks for no claim.');
    const links = file.root.links
      .filter(({from_step_id}) => from_step_id !== condition.step_id)
      .map((link) => (link.to_step_id === condition.step_id ? {...link, to_step_id: next.to_step_id} : link));
    return {...file, root: {...file.root, links, steps: reachable(file, links, condition.step_id)}};
  });

/** The gift card gets a code of Shopify's, another each time. */
export const WITHOUT_CODE: Break = (text) =>
  changed(text, (file) =>
    withField(file, 'api_call', (call) =>
      call.includes('"giftCardCreate"')
        ? replaced(call, '.giftCardInput }}', '.giftCardInput | replace: \'\\"code\\":\', \'\\"templateSuffix\\":\' }}')
        : call,
    ),
  );

/** It pays as it ships. */
export const WITHOUT_DRY_RUN: Break = (text) =>
  changed(text, (file) =>
    withField(file, 'script', (script) => replaced(script, 'const DRY_RUN = true;', 'const DRY_RUN = false;')),
  );

/** One action less: what came before it leads to what came after it. @param words of the step */
export const without =
  (words: string): Break =>
  (text) =>
    changed(text, (file) => {
      const step = file.root.steps.find(({description}) => description === words);
      if (!step) throw new Error(`The workflow has no step “${words}”.`);
      const next = file.root.links.find(({from_step_id}) => from_step_id === step.step_id);
      const links = file.root.links
        .filter(({from_step_id}) => from_step_id !== step.step_id)
        .flatMap((link) => {
          if (link.to_step_id !== step.step_id) return [link];
          return next ? [{...link, to_step_id: next.to_step_id}] : [];
        });
      return {...file, root: {...file.root, links, steps: file.root.steps.filter((one) => one !== step)}};
    });

/** The condition and the branch that only it led to. */
function reachable(
  file: FlowFile,
  links: FlowFile['root']['links'],
  condition: FlowFile['root']['steps'][number]['step_id'],
): FlowFile['root']['steps'] {
  const into = new Set(links.map(({to_step_id}) => to_step_id));
  const first = file.root.steps[0]?.step_id;
  return file.root.steps.filter(({step_id}) => step_id !== condition && (step_id === first || into.has(step_id)));
}

function replaced(text: string, old: string, fresh: string): string {
  return text.includes(old) ? text.replace(old, () => fresh) : text;
}
