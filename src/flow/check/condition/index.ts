import {isFields} from '../read.ts';
import {readDsl} from './dsl.ts';
import {ConditionError, type Test} from './model.ts';
import {readTree} from './tree.ts';

export {ConditionError, type Operand, type Test} from './model.ts';

/**
 * A condition in either encoding: a tree as exports have it, or the language of the tool API.
 * @throws {ConditionError} where it can't be read
 */
export function readCondition(text: string): Test {
  if (text.trim() === '') throw new ConditionError('it is empty.');
  if (/\{\{|\{%/.test(text)) throw new ConditionError('it holds Liquid, which conditions have not.');
  if (text.trimStart().startsWith('{')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new ConditionError("its JSON can't be read.");
    }
    if (isFields(parsed)) return readTree(parsed);
  }
  return readDsl(text);
}
