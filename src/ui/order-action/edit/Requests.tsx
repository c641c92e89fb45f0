import {requestHeading, requestLines} from '../../words/request-text.ts';
import type {Waiting} from '../state.ts';
import type {EditView} from '../view.ts';

/** What waits comes first: each request with who asks and why, to take over into the form below or to decline. */
export function Requests(view: EditView) {
  const {session, words} = view;
  return (
    <>
      {session.waiting.map((waiting) => (
        <Request key={waiting.request.id} {...view} waiting={waiting} />
      ))}
      {session.requests.problems.map((problem, index) => (
        <s-banner key={index} tone="warning">
          <s-text>{words.coded('problem', problem)}</s-text>
        </s-banner>
      ))}
    </>
  );
}

function Request({
  waiting: {request, title, problem},
  state,
  words,
  locked,
  dispatch,
  decline,
}: EditView & {waiting: Waiting}) {
  const taken = state.from?.id === request.id;
  return (
    <s-banner tone="info" heading={requestHeading(request, words)}>
      <s-stack gap="small">
        <s-stack gap="none">
          {requestLines(request, words, title[words.language] ?? title.en).map((line) => (
            <s-text key={line}>{line}</s-text>
          ))}
        </s-stack>
        {problem && <s-text>{words.coded('problem', problem)}</s-text>}
        {taken && <s-text>{words.t(`action.request.taken.${request.kind}`)}</s-text>}
        {taken || problem ? (
          <>
            <s-text-field
              name="reason"
              label={words.t('block.request.reason')}
              details={words.t('block.request.reasonDetails')}
              value={state.reason}
              disabled={locked}
              onInput={(event) => dispatch({type: 'reason', text: event.currentTarget.value})}
            />
            <s-button variant="secondary" disabled={locked} onClick={() => decline(request.id)}>
              {words.t('block.request.decline')}
            </s-button>
          </>
        ) : (
          <s-button variant="secondary" disabled={locked} onClick={() => dispatch({type: 'takeOver', request})}>
            {words.t('action.request.look')}
          </s-button>
        )}
      </s-stack>
    </s-banner>
  );
}
