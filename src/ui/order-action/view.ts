import type {Words} from '../words/words.ts';
import type {Form} from './form.ts';
import type {Action} from './reduce.ts';
import type {Session, State} from './state.ts';

/** What each piece of the first screen gets. */
export interface EditView {
  readonly state: State;
  readonly session: Session;
  readonly form: Form;
  readonly words: Words;
  /** Shopify is being asked: everything stands still. */
  readonly locked: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  dispatch(action: Action): void;
  decline(requestId: string): void;
}
