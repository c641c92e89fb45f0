import type {Words} from '../words/words.ts';

/** A gift card's whole code, in a field to copy it from: it is shown once and kept nowhere. */
export function GiftCard({code, label, words}: {code: string; label: string; words: Words}) {
  return (
    <s-banner tone="info">
      <s-text-field label={label} details={words.t('action.done.copyCode')} name="giftCard" readOnly value={code} />
    </s-banner>
  );
}
