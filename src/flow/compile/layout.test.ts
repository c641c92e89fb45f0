import {describe, expect, it} from 'vitest';
import type {DraftLink} from '../builder/draft.ts';
import {positionsOf} from './layout.ts';

const link = (from: number, to: number, port: DraftLink['port'] = 'output'): DraftLink => ({from, port, to});

describe('where steps stand', () => {
  it('is one below the other', () => {
    expect(positionsOf(3, [link(0, 1), link(1, 2)])).toEqual([
      [0, 0],
      [0, 180],
      [0, 360],
    ]);
  });

  it('is beside each other for branches, and none is over another', () => {
    // 1 asks: yes 2, of which yes 3 and no 4; no 5.
    const links = [link(0, 1), link(1, 2, 'true'), link(2, 3, 'true'), link(2, 4, 'false'), link(1, 5, 'false')];
    expect(positionsOf(6, links)).toEqual([
      [0, 0],
      [0, 180],
      [0, 360],
      [0, 540],
      [360, 540],
      [720, 360],
    ]);
  });

  it('is nothing for no step', () => {
    expect(positionsOf(0, [])).toEqual([]);
  });
});
