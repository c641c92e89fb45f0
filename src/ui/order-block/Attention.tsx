import type {Words} from '../words/words.ts';
import type {OrderBlock} from './controller.ts';
import {Duplicates} from './Duplicates.tsx';
import type {BlockHost} from './host.ts';
import {Owed} from './Owed.tsx';
import {Question} from './Question.tsx';
import {Requests} from './Requests.tsx';
import {UnfinishedPart} from './UnfinishedPart.tsx';
import {Untrusted} from './Untrusted.tsx';
import type {BlockView} from './view.ts';

/** What each part that waits for somebody gets. */
export interface PartProps {
  readonly block: OrderBlock;
  readonly view: BlockView;
  readonly busy: boolean;
  readonly host: BlockHost;
  readonly words: Words;
}

/** Everything that waits for somebody, what matters most first. */
export function Attention(props: PartProps) {
  const {view} = props;
  return (
    <>
      {view.untrusted && <Untrusted problem={view.untrusted} {...props} />}
      {view.questions.map((call) => (
        <Question key={call.id} call={call} {...props} />
      ))}
      {view.unfinished && <UnfinishedPart unfinished={view.unfinished} {...props} />}
      {view.duplicates.map((call) => (
        <Duplicates key={call.id} call={call} {...props} />
      ))}
      <Requests {...props} />
      {view.owed.map((owed) => (
        <Owed key={`${owed.planId} ${owed.callId}`} owed={owed} {...props} />
      ))}
    </>
  );
}
