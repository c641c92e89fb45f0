import type {ComponentClass, Destination} from '../../../core/index.ts';
import {Choose} from '../../pieces/Choose.tsx';
import type {Words} from '../../words/words.ts';
import {CLASSES, destinationsFor, type Draft, valueAt, withValue} from './draft.ts';
import type {FaultTexts} from './issues.ts';

const NOTHING = 'nothing';
type Wish = Destination | typeof NOTHING;

/** Where the money goes, by class: the first place that can be had. */
export function Destinations({
  draft,
  faults,
  words,
  onChange,
}: {
  draft: Draft;
  faults: FaultTexts;
  words: Words;
  onChange(draft: Draft): void;
}) {
  return (
    <s-section heading={words.t('home.field.destinations')}>
      <s-stack gap="base">
        <s-paragraph color="subdued">{words.t('home.destinations.about')}</s-paragraph>
        {CLASSES.map((of) => (
          <Wishes
            key={of}
            of={of}
            wishes={(valueAt(draft, `destinations.${of}`) ?? []) as readonly Destination[]}
            faults={faults}
            words={words}
            onChange={(wishes) => onChange(withValue(draft, `destinations.${of}`, wishes))}
          />
        ))}
      </s-stack>
    </s-section>
  );
}

function Wishes({
  of,
  wishes,
  faults,
  words,
  onChange,
}: {
  of: ComponentClass;
  wishes: readonly Destination[];
  faults: FaultTexts;
  words: Words;
  onChange(wishes: readonly Destination[]): void;
}) {
  const all = destinationsFor(of);
  const at = `destinations.${of}`;
  const shown: readonly Wish[] = wishes.length < all.length ? [...wishes, NOTHING] : wishes;
  return (
    <s-stack gap="small">
      <s-text type="strong">{words.t(`class.${of}`)}</s-text>
      <s-grid gridTemplateColumns="1fr 1fr" gap="base" alignItems="start">
        {shown.map((wish, index) => (
          <Choose<Wish>
            key={index}
            label={words.t(index === 0 ? 'home.destinations.first' : 'home.destinations.else', {
              class: words.t(`class.${of}`),
            })}
            name={`${at}[${index}]`}
            value={wish}
            options={[
              ...(index === 0 ? [] : [[NOTHING, words.t('home.destinations.nothing')] as const]),
              ...all
                .filter((option) => option === wish || !wishes.includes(option))
                .map((option) => [option, words.t(`destination.${option}`)] as const),
            ]}
            error={faults[`${at}[${index}]`] ?? (index === 0 ? faults[at] || '' : '')}
            disabled={false}
            onChoose={(option) => onChange(replaced(wishes, index, option))}
          />
        ))}
      </s-grid>
    </s-stack>
  );
}

function replaced(wishes: readonly Destination[], index: number, option: Wish): readonly Destination[] {
  return [...wishes.slice(0, index), ...(option === NOTHING ? [] : [option]), ...wishes.slice(index + 1)];
}
