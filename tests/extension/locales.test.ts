import {describe, expect, it} from 'vitest';
import {localeFiles} from '../../scripts/locales.ts';
import {readFileSync} from 'node:fs';
import {shipped, sources} from './words.ts';

const en = shipped('order-refund', 'en.default.json');
const nl = shipped('order-refund', 'nl.json');

/** Every key that the action's code asks for; a template's holes stand for one word each. */
const asked = sources('src/ui/{order-action,words}/**/*.{ts,tsx}').flatMap(({path, text}) =>
  [...text.matchAll(/\bt(?:ranslate)?\(\s*(['`])([\w.${}()[\] ?:']+?)\1/g)].map((match) => ({
    path,
    key: match[2] ?? '',
  })),
);

const plain = (key: string): string => key.replace(/\.(one|other)$/, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the words of the order action', () => {
  it('are up to date with src/ui/locales', async () => {
    const files = await localeFiles();
    expect(files.map(({path}) => [path, readFileSync(path, 'utf8')])).toEqual(
      files.map(({path, text}) => [path, text]),
    );
  });

  it('has the same keys in both languages', () => {
    expect([...nl.keys()]).toEqual([...en.keys()]);
  });

  it('has the same placeholders in both languages', () => {
    for (const [key, text] of en) expect([key, placeholders(nl.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('has no empty words, and no English left in Dutch', () => {
    const allowed =
      /^(name|action\.(leg\.refundToOriginalPayment|recipe\.broken\.line|know\.stockLine|items\.worth\.one)|problem\.input|message\..*)$/;
    const same = [...en].filter(([key, text]) => text.includes(' ') && nl.get(key) === text && !allowed.test(key));
    expect(same).toEqual([]);
    expect([...en, ...nl].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has words for every key that the code asks for', () => {
    expect(asked.length).toBeGreaterThan(80);
    const keys = new Set([...en.keys()].map(plain));
    const lost = asked.filter(({key}) => {
      if (!key.includes('${')) return !keys.has(key);
      const shape = key.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+');
      return ![...keys].some((known) => new RegExp(`^${shape}$`).test(known));
    });
    expect(lost).toEqual([]);
  });

  it('has words for every problem that the engine can report', () => {
    const engine = sources('src/execution/**/*.ts')
      .map(({text}) => text)
      .join('\n');
    const codes = [...engine.matchAll(/(?:\bcode: |refusedBy\(|KIND_OF_CODE.*?: )'(\w+)'/g)].map(([, code]) => code);
    const own = new Set([
      'noSuchCall',
      'notStopped',
      'nothingToDecide',
      'nothingToDo',
      'otherOrder',
      'planIsEstimate',
      'planStopped',
    ]);
    const lost = [...new Set(codes)].filter((code) => code && !own.has(code) && !en.has(`problem.${code}`));
    expect(lost).toEqual([]);
  });
});
