import {describe, expect, it} from 'vitest';
import {link, mail, ORDER_CREATED, runCode, step, WAIT, workflow} from './foreign.fixture.ts';
import {said, UNSEEN} from './said.fixture.ts';

describe('what a step may read', () => {
  const ask = step({
    id: 'q',
    task: 'shopify::flow::condition',
    type: 'CONDITION',
    fields: {condition: '(order.test == true)'},
  });
  const code = step({id: 'a', ...runCode('{ order { id } }', 'export default () => ({ok: true})')});

  it('what not every way to it gives is not there', () => {
    const text = workflow(
      [ORDER_CREATED, ask, code, step({id: 'b', ...mail('{{ runCode.ok }}')})],
      [link('start', 'output', 'q'), link('q', 'true', 'a'), link('a', 'output', 'b'), link('q', 'false', 'b')],
    );
    expect(said(text)).toEqual([
      "error path at message: “runCode” isn't there: the step “Run code” gives it, and not every way to this step leads through that one.",
    ]);
  });

  it('a loop’s item exists in its body only', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'l', task: 'shopify::flow::foreach', type: 'FOREACH', fields: {listpath: 'order.lineItems'}}),
        step({id: 'in', ...mail('{{ lineItemsForeachitem.title }}')}),
        step({id: 'out', ...mail('{{ lineItemsForeachitem.title }}')}),
      ],
      [link('start', 'output', 'l'), link('l', 'loop_body', 'in'), link('l', 'after', 'out')],
    );
    expect(said(text)).toEqual([
      "error path at message: “lineItemsForeachitem” isn't there: it is the item of the loop “For each loop” and exists within its body only.",
      "note loop-length: When order.lineItems has more than 100 items, the run fails at this loop and later steps don't run.",
    ]);
  });

  it('a Wait takes results away', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'g', task: 'shopify::flow::fetch::orders', fields: {query: 'tag:vip'}}),
        code,
        WAIT,
        step({id: 'b', ...mail('{{ runCode.ok }} {{ getOrderData.id | size }}')}),
      ],
      [
        link('start', 'output', 'g'),
        link('g', 'output', 'a'),
        link('a', 'output', 'wait'),
        link('wait', 'output', 'b'),
      ],
    );
    expect(said(text)).toEqual([
      UNSEEN,
      'note not-checked at message: Not checked: whether what Run code gives outlives a Wait; to be sure, run it again after the Wait.',
      "error path at message: “getOrderData” isn't there: what Get, Sum and Count give is gone after a Wait: get it again.",
    ]);
  });

  it('two results under one name are a warning', () => {
    const named = (id: string) =>
      step({...runCode('{ order { id } }', 'export default () => ({ok: true})'), id, name: 'Add up'});
    const text = workflow(
      [ORDER_CREATED, named('a'), named('b')],
      [link('start', 'output', 'a'), link('a', 'output', 'b')],
    );
    expect(said(text)).toEqual([
      'warning name-twice: Later steps read this step as addUp, and “Add up” too. Give one of them another name.',
    ]);
  });

  it('steps of a kind are numbered, and a step’s own name counts', () => {
    const text = workflow(
      [
        ORDER_CREATED,
        code,
        step({id: 'c', ...runCode('{ runCode { ok } }', 'export default () => ({n: 1})', 'type Output { n: Int! }')}),
        step({
          id: 'd',
          ...runCode('{ runCode1 { n } }', 'export default () => ({s: ""})', 'type Output { s: String! }'),
          name: 'Make the words',
        }),
        step({id: 'e', ...mail('{{ runCode.ok }}{{ runCode1.n }}{{ makeTheWords.s }}{{ runCode2.s }}')}),
      ],
      [link('start', 'output', 'a'), link('a', 'output', 'c'), link('c', 'output', 'd'), link('d', 'output', 'e')],
    );
    expect(said(text)).toEqual([
      'error path at message: Nothing before this step gives “runCode2”. Did you mean runCode?',
    ]);
  });
});
