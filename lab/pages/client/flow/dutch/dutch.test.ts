import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';
import {say} from '../../../../flow/said.ts';
import {inLanguage} from '../sentences.ts';
import {FILES} from './files.ts';
import {DUTCH} from './index.ts';
import {READING} from './reading.ts';
import {RUNS} from './runs.ts';
import {SCRIPTS} from './scripts.ts';
import {STEPS} from './steps.ts';

const FLOW = join(import.meta.dirname, '../../../../flow');

/** Every sentence that the lab's Flow can say: each say`…` in its files, with `{0}` for the first value. */
const said = new Set(
  globSync('**/*.ts', {cwd: FLOW})
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => sentencesIn(readFileSync(join(FLOW, file), 'utf8'))),
);

function sentencesIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') found.push(wordsOf(node.template));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', text, ts.ScriptTarget.Latest, true));
  return found;
}

function wordsOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const {head, templateSpans} = template;
  return templateSpans.reduce((words, {literal}, at) => `${words}{${at}}${literal.text}`, head.text);
}

const holes = (words: string): readonly string[] => [...words.matchAll(/\{\d+\}/g)].map(([hole]) => hole).toSorted();

describe('the Dutch of what the lab’s Flow says', () => {
  it('has every sentence, and none that nobody says', () => {
    expect(said.size).toBeGreaterThan(200);
    expect(Object.keys(DUTCH).toSorted()).toEqual([...said].toSorted());
  });

  it('has each sentence in one place', () => {
    const places = [FILES, READING, SCRIPTS, STEPS, RUNS].flatMap((place) => Object.keys(place));
    expect(places.filter((words, at) => places.indexOf(words) !== at)).toEqual([]);
  });

  it('has the same values in each sentence', () => {
    const others = Object.entries(DUTCH).filter(([english, dutch]) => holes(dutch).join() !== holes(english).join());
    expect(others).toEqual([]);
  });

  it('says a sentence within a sentence in Dutch too, and leaves alone what comes from elsewhere', () => {
    const refused = say`${'refundCreate'} refused: ${'Note has more than {0} characters'}`;
    const sentence = say`“${'Refund'}”: ${refused}`;
    expect(inLanguage(sentence, 'en')).toBe('“Refund”: refundCreate refused: Note has more than {0} characters');
    expect(inLanguage(sentence, 'nl')).toBe('‘Refund’: refundCreate geweigerd: Note has more than {0} characters');
  });
});
