import {describe, expect, it} from 'vitest';
import {layoutOf} from './layout.ts';

const link = (from: string, to: string, port = 'output') => ({from, to, port});
const at = (ids: string, ...links: ReturnType<typeof link>[]) =>
  layoutOf(ids.split(''), links).boxes.map(({id, column, row}) => `${id} ${column},${row}`);

describe('layoutOf', () => {
  it('sets one step below the other', () => {
    expect(at('abc', link('a', 'b'), link('b', 'c'))).toEqual(['a 0,0', 'b 0,1', 'c 0,2']);
  });

  it('sets branches side by side, yes to the left, under the middle of their condition', () => {
    expect(at('abc', link('a', 'c', 'false'), link('a', 'b', 'true'))).toEqual(['a 0.5,0', 'b 0,1', 'c 1,1']);
  });

  it('sets what both branches lead to below the longer one', () => {
    const links = [link('a', 'b', 'true'), link('a', 'd', 'false'), link('b', 'c'), link('c', 'd')];
    expect(at('abcd', ...links)).toEqual(['a 0,0', 'b 0,1', 'c 0,2', 'd 0,3']);
  });

  it('keeps two boxes of a row apart', () => {
    const {boxes} = layoutOf(
      ['a', 'b', 'c', 'd'],
      [link('a', 'b', 'true'), link('a', 'c', 'false'), link('a', 'd', 'after')],
    );
    const columns = boxes.filter(({row}) => row === 1).map(({column}) => column);
    expect(columns).toEqual([0, 1, 2]);
  });

  it('moves branches together as far as there is room below and above', () => {
    // The left branch spreads in row 2, the right one ends in row 1: it stands close.
    const links = [link('a', 'b', 'true'), link('a', 'e', 'false'), link('b', 'c', 'true'), link('b', 'd', 'false')];
    expect(at('abcde', ...links)).toEqual(['a 1,0', 'b 0.5,1', 'c 0,2', 'd 1,2', 'e 1.5,1']);
  });

  it('keeps a column free for a way that passes rows', () => {
    const links = [
      link('a', 'b', 'true'),
      link('a', 'd', 'false'),
      link('b', 'c'),
      link('c', 'd'),
      link('b', 'e', 'false'),
    ];
    const {boxes} = layoutOf('abcde'.split(''), links);
    const places = boxes.map(({column, row}) => `${column},${row}`);
    expect(new Set(places).size).toBe(5);
  });

  it('draws a hundred steps of which each leads to all that follow', () => {
    const ids = Array.from({length: 100}, (_one, index) => `${index}`);
    const links = ids.flatMap((from, index) => ids.slice(index + 1).map((to) => link(from, to)));
    const {rows} = layoutOf(ids, links.toReversed());
    expect(rows).toBe(100);
  });

  it('draws what a damaged file holds: nothing, a loose step, a circle, a link to nowhere', () => {
    expect(layoutOf([], []).boxes).toEqual([]);
    expect(at('ab')).toEqual(['a 0,0', 'b 1,0']);
    expect(at('ab', link('a', 'b'), link('b', 'a'), link('b', 'z'))).toHaveLength(2);
  });
});
