import {resume} from '../../execution/resume.ts';
import {Calls, callText} from '../order-action/Calls.tsx';
import {stateful} from '../pieces/stateful.ts';
import {Steps} from '../waiting/Steps.tsx';
import type {PartProps} from './Attention.tsx';
import type {Unfinished} from './unfinished.ts';

type Props = PartProps & {readonly unfinished: Unfinished};

/** A refund that isn't done: who, how far, what was sent, and *Finish* as soon as nobody else can be at work on it. */
export const UnfinishedPart = stateful(
  ({host}: Props) => ({now: host.now()}),
  ({unfinished: {claim, done, at, resumable, sends}, reading, block, perform, busy, words}, {now}) => {
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
                    perform((env) =>
                      resume(reading.confirmed, env, (event) => {
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
  },
  async ({unfinished: {at}, host}, change, {now}) => {
    if (now >= at) return;
    await host.wait(Math.min(at - now, 10_000));
    change({now: host.now()});
  },
  ({unfinished: {at}}, {now}) => `${at} ${now}`,
);
