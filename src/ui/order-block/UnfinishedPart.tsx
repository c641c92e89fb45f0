import {useEffect, useState} from 'preact/hooks';
import {resume} from '../../execution/index.ts';
import {Calls, callText} from '../order-action/Calls.tsx';
import type {PartProps} from './Attention.tsx';
import {Steps} from './Steps.tsx';
import type {Unfinished} from './unfinished.ts';

/** A refund that isn't done: who, how far, what was sent, and *Finish* as soon as nobody else can be at work on it. */
export function UnfinishedPart({
  unfinished: {claim, done, at, resumable, sends},
  block,
  busy,
  host,
  words,
}: PartProps & {unfinished: Unfinished}) {
  const [now, setNow] = useState(host.now);
  useEffect(() => {
    let shown = true;
    if (now < at) void host.wait(Math.min(at - now, 10_000)).then(() => shown && setNow(host.now()));
    return () => {
      shown = false;
    };
  }, [at, now, host]);
  const what = sends.map(({kind, amount}) => callText(kind, [{amount}], words)).join('; ');
  return (
    <s-banner tone="warning" heading={words.t('action.unfinished.heading')}>
      <s-stack gap="small">
        <s-text>
          {words.t('action.unfinished.text', {at: words.dateTime(claim.startedAt), done, all: claim.calls.length})}
          {claim.staff && ` ${words.t('action.unfinished.by', {staff: claim.staff})}`}
        </s-text>
        {resumable && now < at && (
          <s-text>
            {words.t(claim.state === 'stopped' ? 'block.resume.wait' : 'action.unfinished.wait', {
              at: words.dateTime(new Date(at).toISOString()),
            })}
          </s-text>
        )}
        {resumable && (
          <Steps
            busy={busy}
            words={words}
            steps={[
              {
                name: 'resume',
                label: words.t(what ? 'action.unfinished.resume' : 'block.resume.lookYes'),
                ask: what ? words.t('block.resume.ask', {what}) : words.t('block.resume.look'),
                yes: words.t(what ? 'block.resume.yes' : 'block.resume.lookYes'),
                disabled: now < at,
                press: () =>
                  block.perform(({confirmed}, env) =>
                    resume(confirmed, env, (event) => {
                      if (event.type === 'giftCard') block.keep({callId: event.callId, code: event.code});
                      if (event.type === 'evidenceMissing') block.lackEvidence();
                    }),
                  ),
              },
            ]}
          />
        )}
        <Calls calls={claim.calls} words={words} />
      </s-stack>
    </s-banner>
  );
}
