import {ConditionError, readCondition, type Test} from '../check/condition/index.ts';
import {listed, type Words} from './words.ts';

/** A condition in words; what stands within another is put in brackets. */
export function testInWords(text: string, words: Words): string {
  try {
    return tell(readCondition(text), words, false);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return words.conditionUnreadable;
  }
}

function tell(test: Test, words: Words, inner: boolean): string {
  switch (test.is) {
    case 'joined': {
      const by = test.by === 'AND' ? words.and : words.or;
      const all = test.parts.map((part) => tell(part, words, true)).join(` ${by} `);
      return inner ? `(${all})` : all;
    }
    case 'over': {
      // Inside, the item goes without saying: `tags_item.key` is `key`.
      const item = new RegExp(`(?<![\\w.])${literally(test.item)}(?:\\.(?=\\w)|(?![\\w.]))`, 'g');
      const inside = tell(test.test, words, false).replace(item, (found) => (found.endsWith('.') ? '' : words.it));
      return words.quantifiers[test.holds](test.list, inside);
    }
    case 'checked':
      return words.operators[test.operator]?.(test.left, '') ?? test.operator;
    case 'compared':
      return words.operators[test.operator]?.(test.left, operandInWords(test, words)) ?? test.operator;
  }
}

/** A name from a file may hold anything. */
function literally(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function operandInWords({operator, right}: Extract<Test, {is: 'compared'}>, words: Words): string {
  if ('path' in right) return right.path;
  const {literal} = right;
  if (operator === 'in?' || operator === 'not_in?')
    return listed(
      literal.split(',').map((one) => `“${one.trim()}”`),
      words.or,
    );
  if (/^(?:true|false)$/.test(literal)) return literal === 'true' ? words.yes : words.no;
  return /^[+-]?\d+(?:\.\d+)?$/.test(literal) && right.isText !== true ? literal : `“${literal}”`;
}
