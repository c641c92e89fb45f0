import {Owed} from '../waiting/Owed.tsx';
import type {Perform} from '../waiting/perform.ts';
import {Request} from '../waiting/Request.tsx';
import type {Words} from '../words/words.ts';
import type {OrderBlock} from './controller.ts';
import {Duplicates} from './Duplicates.tsx';
import type {BlockHost} from './host.ts';
import {Question} from './Question.tsx';
import type {BlockReading} from './reading.ts';
import {UnfinishedPart} from './UnfinishedPart.tsx';
import {Untrusted} from './Untrusted.tsx';
import {type RecipeTitles, titleOf} from './titles.ts';
import type {BlockView} from './view.ts';

/** What each part that waits for somebody gets. */
export interface PartProps {
  readonly block: OrderBlock;
  readonly reading: BlockReading;
  readonly view: BlockView;
  readonly titles: RecipeTitles;
  readonly busy: boolean;
  readonly host: BlockHost;
  readonly words: Words;
  readonly perform: Perform;
}

/**
 * Everything that waits for somebody, what matters most first. Approving and editing happen in the action: it plans with
 * Shopify's figures, shows the money once more, and the planner stays out of this bundle.
 */
export function Attention(props: PartProps) {
  const {view, reading, host, words} = props;
  const {claim} = reading.confirmed;
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
      {view.requests.map((request) => (
        <Request
          key={request.id}
          {...props}
          request={request}
          requests={reading.requests}
          title={titleOf(request.recipe.handle, props.titles, words)}
          open={[words.t(`block.request.${request.kind}Open`), '', host.openAction]}
        />
      ))}
      {view.requestProblems.map((problem, index) => (
        <s-banner key={index} tone="warning" heading={words.t('block.request.unreadable')}>
          <s-text>{words.coded('problem', problem)}</s-text>
        </s-banner>
      ))}
      {[...view.owed, ...view.abandoned].map((owed) => (
        <Owed key={`${owed.planId} ${owed.callId}`} {...props} owed={owed} claim={claim} now={host.now()} />
      ))}
    </>
  );
}
