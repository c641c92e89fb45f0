import {parse, print} from 'graphql';
import {describe, expect, it} from 'vitest';
import {OrderForRefund} from '../../../graphql/generated/operations.ts';
import {readable} from './graphql-text.ts';

describe('readable', () => {
  it('breaks at braces, not within arguments or strings', () => {
    expect(readable('query Q($a:[ID!]){shop{name}found:node(id:"{",by:{x:1}){id ...F}}fragment F on N{id}')).toBe(
      [
        'query Q($a:[ID!]) {',
        '  shop {',
        '    name',
        '  }',
        '  found:node(id:"{",by:{x:1}) {',
        '    id ...F',
        '  }',
        '}',
        'fragment F on N {',
        '  id',
        '}',
      ].join('\n'),
    );
  });

  it('changes nothing of what an operation says', () => {
    const {document} = {document: String(OrderForRefund)};
    expect(print(parse(readable(document)))).toBe(print(parse(document)));
  });
});
