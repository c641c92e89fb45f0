import type {EditView} from '../view.ts';

const WHO = ['customer', 'representative'] as const;
const CHANNELS = ['email', 'phone', 'chat', 'inPerson', 'form'] as const;

/** Who agreed to store credit instead of money, and how. Roles, not names: nothing personal is kept on the order. */
export function Consent({state, form, words, locked, now, dispatch}: EditView) {
  const field = form.fields.find(({field: name}) => name === 'consent');
  if (!field) return null;
  const consent = state.choices.consent;
  const set = (by: string, channel: string): void =>
    dispatch({type: 'consent', consent: by === '' ? null : {by, channel, at: new Date(now()).toISOString()}});
  return (
    <s-stack gap="small">
      <s-text type="strong">{words.t('action.consent.heading')}</s-text>
      <s-text color="subdued">{words.t('action.consent.text')}</s-text>
      <s-grid gridTemplateColumns="1fr 1fr" gap="base">
        <s-select
          label={words.t('action.consent.by')}
          name="consent.by"
          value={consent?.by ?? ''}
          disabled={locked}
          onChange={(event) => set(event.currentTarget.value, consent?.channel ?? 'email')}
        >
          <s-option value="">{words.t('action.consent.nobody')}</s-option>
          {WHO.map((who) => (
            <s-option key={who} value={who}>
              {words.t(`action.consent.${who}`)}
            </s-option>
          ))}
        </s-select>
        <s-select
          label={words.t('action.consent.channel')}
          name="consent.channel"
          value={consent?.channel ?? 'email'}
          disabled={locked || !consent}
          onChange={(event) => consent && set(consent.by, event.currentTarget.value)}
        >
          {CHANNELS.map((channel) => (
            <s-option key={channel} value={channel}>
              {words.t(`action.consent.${channel}`)}
            </s-option>
          ))}
        </s-select>
      </s-grid>
    </s-stack>
  );
}
