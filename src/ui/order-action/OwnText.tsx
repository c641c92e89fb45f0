import type {Claim} from '../../execution/types.ts';
import {executedMovements} from '../../execution/movements.ts';
import type {Ground} from '../../core/index.ts';
import {Kept} from '../pieces/Kept.tsx';
import {messageText} from './message-text.ts';
import type {Words} from '../words/words.ts';
import type {Session} from './state.ts';

/** Our text, written from what really happened; it may be edited and is copied from here. */
export function OwnText({claim, session: {order}, words}: {claim: Claim; session: Session; words: Words}) {
  const written = (): string => messageText(executedMovements(claim), order, claim.ground as Ground, words);
  return (
    <Kept start={written}>
      {(text, keep) =>
        text && (
          <s-section heading={words.t('action.hears.heading')}>
            <s-text-area
              label={words.t('action.hears.draft')}
              details={words.t('action.hears.finalDetails')}
              name="message"
              rows={8}
              value={text}
              onInput={(event) => keep(event.currentTarget.value)}
            />
          </s-section>
        )
      }
    </Kept>
  );
}
