import {useState} from 'preact/hooks';
import type {Claim} from '../../execution/types.ts';
import {executedMovements} from '../../execution/movements.ts';
import type {Ground} from '../../core/index.ts';
import {messageText} from './message-text.ts';
import type {Words} from '../words/words.ts';
import type {Session} from './state.ts';

/** Our text, written from what really happened; it may be edited and is copied from here. */
export function OwnText({claim, session: {order}, words}: {claim: Claim; session: Session; words: Words}) {
  const [text, setText] = useState(() => messageText(executedMovements(claim), order, claim.ground as Ground, words));
  if (text === '') return null;
  return (
    <s-section heading={words.t('action.hears.heading')}>
      <s-text-area
        label={words.t('action.hears.draft')}
        details={words.t('action.hears.finalDetails')}
        name="message"
        rows={8}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </s-section>
  );
}
