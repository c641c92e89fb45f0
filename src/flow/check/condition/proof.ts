import type {Test} from './model.ts';

/** These hold for what is missing, too. */
const HOLD_WITHOUT: ReadonlySet<string> = new Set([
  '!=',
  'not_start_with?',
  'not_end_with?',
  'not_include?',
  'not_in?',
  'nil?',
  'empty_or_nil?',
]);

const ERRORS = /\.userErrors$/;

/**
 * Whether a condition can hold only where one of these gave something. Missing values and empty lists prove nothing; a list of
 * userErrors proves it the other way round, by holding none.
 * @param names variables of the steps that are asked about
 */
export function proves(test: Test, names: ReadonlySet<string>): boolean {
  const isOf = (path: string): boolean => names.has(path.split('.')[0] ?? '');
  switch (test.is) {
    case 'joined':
      return test.by === 'AND'
        ? test.parts.some((part) => proves(part, names))
        : test.parts.every((part) => proves(part, names));
    case 'over': {
      const {list, item, holds} = test;
      if (ERRORS.test(list)) return holds === 'NONE' && isOf(list);
      const inside = new Set(names);
      if (isOf(list)) inside.add(item);
      else inside.delete(item);
      return holds === 'ANY' && proves(test.test, inside);
    }
    case 'checked':
      return isOf(test.left) && !HOLD_WITHOUT.has(test.operator);
    case 'compared':
      return !HOLD_WITHOUT.has(test.operator) && (isOf(test.left) || ('path' in test.right && isOf(test.right.path)));
  }
}
