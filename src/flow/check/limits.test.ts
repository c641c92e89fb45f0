import {describe, expect, it} from 'vitest';
import {afterOrder, link, mail, ORDER_CREATED, step, WAIT, workflow} from './foreign.fixture.ts';
import {said, UNSEEN} from './said.fixture.ts';

describe('limits', () => {
  it('no loop, no Wait and no Get in a loop', () => {
    const loop = (id: string, listpath: string) =>
      step({id, task: 'shopify::flow::foreach', type: 'FOREACH', fields: {listpath}});
    const text = workflow(
      [
        ORDER_CREATED,
        loop('l', 'order.lineItems'),
        loop('m', 'lineItemsForeachitem.taxLines'),
        WAIT,
        step({id: 'g', task: 'shopify::flow::fetch::orders', fields: {query: 'x'}}),
      ],
      [
        link('start', 'output', 'l'),
        link('l', 'loop_body', 'm'),
        link('l', 'loop_body', 'wait'),
        link('l', 'loop_body', 'g'),
      ],
    );
    expect(said(text).filter((line) => line.startsWith('error'))).toEqual([
      "error in-loop: Inside a For each there can't be another For each. Put it before or after the loop.",
      "error in-loop: Inside a For each there can't be a Wait. Put it before or after the loop.",
      "error in-loop: Inside a For each there can't be a Get data step. Put it before or after the loop.",
    ]);
  });

  it('a search that finds everything', () => {
    const search = (query: string): string[] =>
      said(afterOrder({task: 'shopify::flow::fetch::orders', fields: {query}}));
    expect(search(' ')).toEqual([
      "warning search-empty at query: The search is empty: it finds everything there is, 100 at most. Write what it has to find, for example tag:'vip'.",
    ]);
    expect(search("tag:'vip'")).toEqual([]);
  });

  it('90 days of waiting in all, on the longest way', () => {
    const days = (id: string, duration: string) =>
      step({id, task: 'shopify::flow::wait', type: 'WAIT', fields: {duration}});
    const text = (last: string) =>
      workflow(
        [ORDER_CREATED, days('a', 'P60D'), days('b', last), step({id: 'c', ...mail('x')})],
        [link('start', 'output', 'a'), link('a', 'output', 'b'), link('b', 'output', 'c')],
      );
    expect(said(text('P30D'))).toEqual([UNSEEN, UNSEEN]);
    expect(said(text('P4WT5H'))).toEqual([UNSEEN, UNSEEN]);
    expect(said(text('P30DT1H'))).toContain(
      'error wait-too-long: With this the workflow waits 91 days; Flow waits 90 at most. Wait less, or let a second workflow go on.',
    );
  });

  it.each([
    ['["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=MINUTELY;INTERVAL=10"]', []],
    // As iCalendar ends its lines.
    ['["DTSTART:20270104T060000\\r\\nRRULE:FREQ=DAILY;INTERVAL=1\\r\\n"]', []],
    [
      '["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=MINUTELY;INTERVAL=5"]',
      [
        'error recurrence at recurrence: The schedule runs more often than every 10 minutes. Set INTERVAL to 10 or more.',
      ],
    ],
    [
      '["DTSTART:20270104T060000\\nRRULE:FREQ=DAILY;INTERVAL=-3"]',
      ['error recurrence at recurrence: INTERVAL is “-3”. Write a whole number.'],
    ],
    [
      '["DTSTART:20270104T060000\\nRRULE:FREQ=YEARLY;INTERVAL=2"]',
      ['error recurrence at recurrence: The schedule runs less often than once a year. Set a shorter interval.'],
    ],
    [
      '["DTSTART;TZID=Mars/Phobos:20270231T060000\\nRRULE:FREQ=DAILY"]',
      [
        'error recurrence at recurrence: The first run is 20270231T060000, which is no date. Write it like 20270104T060000.',
        'error recurrence at recurrence: There is no time zone Mars/Phobos. Write it like Europe/Amsterdam.',
      ],
    ],
    [
      '["RRULE:FREQ=SOMETIMES"]',
      [
        'error recurrence at recurrence: The schedule has no first run. Write DTSTART;TZID=Europe/Amsterdam:20270104T060000.',
        'error recurrence at recurrence: FREQ is “SOMETIMES”. Use one of MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY.',
      ],
    ],
    [
      'daily',
      [
        'error recurrence at recurrence: The schedule is daily, not a list in JSON. Write ["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=DAILY;INTERVAL=1"].',
      ],
    ],
  ])('schedule %#', (recurrence, expected) => {
    const text = workflow(
      [
        step({id: 'start', task: 'shopify::flow::scheduled_time', type: 'TRIGGER', fields: {recurrence}}),
        step({id: 'a', ...mail('{{ scheduledAt }}')}),
      ],
      [link('start', 'output', 'a')],
    );
    expect(said(text)).toEqual(expected);
  });
});
