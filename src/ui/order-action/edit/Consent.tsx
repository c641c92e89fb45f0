import {Choose} from '../../pieces/Choose.tsx';
import type {EditView} from '../view.ts';

const WHO = ['customer', 'representative'] as const;
/** A word of its own: an option without a value sends its label. */
const NOBODY = 'nobody';
const CHANNELS = ['email', 'phone', 'chat', 'inPerson', 'form'] as const;

/** Who agreed to store credit instead of money, and how. Roles, not names: nothing personal is kept on the order. */
export function Consent({state, form, words, locked, now, dispatch}: EditView) {
  const field = form.fields.find(({field: name}) => name === 'consent');
  if (!field) return null;
  const stop = form.plan?.stops.find(({code}) => code === 'consentNeeded');
  const consent = state.choices.consent;
  const set = (by: string, channel: string): void =>
    dispatch({type: 'consent', consent: by === NOBODY ? null : {by, channel, at: new Date(now()).toISOString()}});
  return (
    <s-stack gap="small">
      <s-text type="strong">{words.t('action.consent.heading')}</s-text>
      <s-text color="subdued">{words.t('action.consent.text')}</s-text>
      {stop && (
        <s-banner tone="warning">
          <s-text>{words.coded('stop', stop)}</s-text>
        </s-banner>
      )}
      <s-grid gridTemplateColumns="1fr 1fr" gap="base">
        <Choose
          label={words.t('action.consent.by')}
          name="consent.by"
          value={consent?.by ?? NOBODY}
          options={[NOBODY, ...WHO].map((who) => [who, words.t(`action.consent.${who}`)])}
          disabled={locked}
          onChoose={(by) => set(by, consent?.channel ?? CHANNELS[0])}
        />
        <Choose
          label={words.t('action.consent.channel')}
          name="consent.channel"
          value={consent?.channel ?? CHANNELS[0]}
          options={CHANNELS.map((channel) => [channel, words.t(`action.consent.${channel}`)])}
          disabled={locked || !consent}
          onChoose={(channel) => consent && set(consent.by, channel)}
        />
      </s-grid>
    </s-stack>
  );
}
