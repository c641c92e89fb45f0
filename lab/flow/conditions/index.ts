import type {Condition} from './ast.ts';
import {readDsl} from './dsl.ts';
import {readTree} from './tree.ts';

export {type Condition, pathOf} from './ast.ts';
export {holds, read, type Meaning, type Values} from './evaluate.ts';

/**
 * Reads a condition in either encoding.
 * @throws FlowProblem
 */
export function readCondition(text: string): Condition {
  return text.trimStart().startsWith('{') ? readTree(text) : readDsl(text);
}
