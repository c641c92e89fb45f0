import {describe, expect, it} from 'vitest';
import {logTo} from './log.ts';
import type {LogEntry} from './log.ts';

function written(entry: Readonly<Record<string, unknown>>): unknown {
  const lines: string[] = [];
  logTo((line) => lines.push(line))(entry as unknown as LogEntry);
  return JSON.parse(lines[0] ?? '');
}

const ENTRY = {event: 'answered', status: 200, code: 'DONE', milliseconds: 12};

describe('the log', () => {
  it('writes what it knows', () => {
    const whole = {
      ...ENTRY,
      action: 'run-refund-recipe',
      order: '1001',
      plan: 'plan-0123456789abcdef',
      intent: 'flow-run-0123456789abcdef-fedcba9876543210',
    };
    expect(written(whole)).toEqual(whole);
  });

  it.each(['event', 'code', 'action', 'order', 'plan', 'intent', 'status', 'milliseconds'])(
    'leaves out a text in the field %s',
    (field) => {
      for (const text of [
        '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',
        'shpat_token',
        'sanne@example.com',
        'Sanne de Vries',
      ]) {
        expect(Object.keys(written({...ENTRY, [field]: text}) as object)).not.toContain(field);
      }
    },
  );

  it('leaves out a field that it doesn’t know, and an object in one that it knows', () => {
    expect(written({...ENTRY, token: 'shpat_token', headers: {authorization: 'x'}, order: {name: 'Sanne'}})).toEqual(
      ENTRY,
    );
  });
});
