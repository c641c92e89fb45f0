/** The ready workflows as Shopify's own CLI would send them: what is committed, which `npm run -s check` holds against the definitions. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {checkFlow} from '../../src/flow/check/index.ts';
import {compile} from '../../src/flow/compile/index.ts';
import {readFlowFile} from '../../src/flow/format/index.ts';
import {codeAlone, SCRIPTS} from '../../src/flow/run-code/index.ts';
import {WORKFLOWS} from '../../src/flow/workflows/index.ts';
import {loadApp} from '../endpoint/shopify-loader.ts';

const TEMPLATES = join(import.meta.dirname, '..', '..', 'extensions', 'flow-templates');
const READY = WORKFLOWS.filter((workflow) => compile(workflow).drafts.length === 0);

describe('flow check', () => {
  it.each(READY.map(({about}) => about.handle))(
    'finds nothing in %s, what Run code is made into included',
    (handle) => {
      const text = readFileSync(join(TEMPLATES, handle, `${handle}.flow`), 'utf8');
      expect(checkFlow(text).filter(({severity}) => severity !== 'note')).toEqual([]);
    },
  );

  it.each(SCRIPTS.map((script) => [script.title, script] as const))(
    '“%s” holds nothing that Liquid would read',
    (_title, script) => {
      expect(codeAlone(script).script).not.toMatch(/\{[{%]/);
    },
  );
});

describe('Shopify’s own loader', () => {
  it('sends each ready workflow with its words and its file, byte for byte, and no draft', () => {
    const {extensions = {}, handles = []} = loadApp('with-templates', 'flow_template');
    expect(Object.keys(extensions).toSorted()).toEqual(READY.map(({about}) => about.handle).toSorted());
    for (const workflow of READY) {
      const {handle, categories, safety} = workflow.about;
      const sent = extensions[handle];
      expect(sent).toMatchObject({
        template_handle: handle,
        categories,
        require_app: true,
        discoverable: safety !== 'B',
        allow_one_click_activate: false,
      });
      const definition = Buffer.from(String(sent?.['definition']), 'base64').toString('utf8');
      expect(definition).toBe(readFileSync(join(TEMPLATES, handle, `${handle}.flow`), 'utf8'));
      expect(readFlowFile(definition).root.steps.length).toBeGreaterThan(1);
    }
    expect(handles).toEqual(expect.arrayContaining(['order-refund', 'order-refund-block', 'app-home']));
  }, 60_000);

  it('sends no workflow with the other configs', () => {
    expect(loadApp('shopify.app.toml', 'flow_template').extensions).toEqual({});
  }, 60_000);
});
