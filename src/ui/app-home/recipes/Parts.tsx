import type {PartAmount, PartKind} from '../../../core/index.ts';
import type {FieldRule} from '../../../core/recipe/field-rules.ts';
import {AMOUNT_TYPES, RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import {Choose} from '../../pieces/Choose.tsx';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import {
  asKind,
  type Draft,
  type DraftPart,
  kindsFor,
  newPart,
  partFields,
  partsOf,
  valueAt,
  withPartValue,
  withParts,
} from './draft.ts';
import {Field, labelOf, optionWords} from './Field.tsx';
import type {FaultTexts} from './issues.ts';

const VALUE = RECIPE_FIELDS.find(({path}) => path === 'parts[].amount.value');

interface PartsView {
  readonly draft: Draft;
  readonly faults: FaultTexts;
  readonly words: Words;
  onChange(draft: Draft): void;
}

/** What the customer gets, part by part. */
export function Parts({draft, faults, words, onChange}: PartsView) {
  const parts = partsOf(draft);
  const left = kindsFor(parts);
  const change = (next: readonly DraftPart[]): void => onChange(withParts(draft, next));
  return (
    <s-section heading={words.t('home.field.parts')}>
      <s-stack gap="base">
        {faults['parts'] && <s-text tone="critical">{faults['parts']}</s-text>}
        {parts.map((part, index) => (
          <Part
            key={index}
            part={part}
            index={index}
            kinds={kindsFor(parts, part.kind)}
            last={index === parts.length - 1}
            faults={faults}
            words={words}
            onChange={(next) => change(parts.map((other, at) => (at === index ? next : other)))}
            onRemove={() => change(parts.filter((_, at) => at !== index))}
            onMove={(by) => change(moved(parts, index, by))}
          />
        ))}
        {left.length > 0 && <AddPart kinds={left} words={words} onAdd={(kind) => change([...parts, newPart(kind)])} />}
      </s-stack>
    </s-section>
  );
}

const AddPart = stateful(
  (): {kind: PartKind | null} => ({kind: null}),
  ({kinds, words, onAdd}: {kinds: readonly PartKind[]; words: Words; onAdd(kind: PartKind): void}, {kind}, change) => {
    const chosen = kind && kinds.includes(kind) ? kind : kinds[0];
    return (
      <s-grid gridTemplateColumns="1fr auto" gap="small" alignItems="end">
        <Choose<PartKind>
          label={words.t('home.parts.add')}
          name="addPart"
          value={chosen || ''}
          options={kinds.map((option) => [option, words.t(`component.${option}`)])}
          disabled={false}
          onChoose={(next) => change({kind: next})}
        />
        <s-button
          onClick={() => {
            if (chosen) onAdd(chosen);
            change({kind: null});
          }}
        >
          {words.t('home.parts.addIt')}
        </s-button>
      </s-grid>
    );
  },
);

/** The amount is a percentage, a sum, or the sum to start from: the same field under another name. */
function valueRule(rule: FieldRule, type: PartAmount['type']): FieldRule {
  return {
    ...rule,
    path: `parts[].amount.${type}`,
    type: type === 'percent' ? 'percent' : rule.type,
    required: type !== 'entered',
  };
}

function moved<Entry>(list: readonly Entry[], index: number, by: number): readonly Entry[] {
  const entry = list[index];
  if (entry === undefined) return list;
  const others = list.filter((_, at) => at !== index);
  return [...others.slice(0, index + by), entry, ...others.slice(index + by)];
}

function Part({
  part,
  index,
  kinds,
  last,
  faults,
  words,
  onChange,
  onRemove,
  onMove,
}: {
  part: DraftPart;
  index: number;
  kinds: readonly PartKind[];
  last: boolean;
  faults: FaultTexts;
  words: Words;
  onChange(part: DraftPart): void;
  onRemove(): void;
  onMove(by: number): void;
}) {
  const at = `parts[${index}]`;
  const {type} = part.amount;
  const types = AMOUNT_TYPES[part.kind];
  const name = words.t(`component.${part.kind}`);
  const fields = [...(type === 'remaining' || !VALUE ? [] : [VALUE]), ...partFields(part)];
  return (
    <s-box padding="base" border="base" borderRadius="base">
      <s-stack gap="base">
        <s-grid gridTemplateColumns="1fr 1fr" gap="base" alignItems="start">
          <Choose<PartKind>
            label={labelOf('parts[].kind', words)}
            name={`${at}.kind`}
            value={part.kind}
            options={kinds.map((kind) => [kind, words.t(`component.${kind}`)])}
            error={faults[`${at}.kind`] ?? faults[at] ?? ''}
            disabled={false}
            onChoose={(kind) => onChange(asKind(part, kind))}
          />
          <Choose
            label={labelOf('parts[].amount', words)}
            name={`${at}.amount.type`}
            value={type}
            options={types.map((option) => [option, optionWords('parts[].amount.type', option, words)])}
            error={faults[`${at}.amount.type`] || ''}
            disabled={types.length === 1}
            onChoose={(option) => onChange(withPartValue(part, 'amount.type', option))}
          />
          {fields.map((rule) => {
            const path = rule.path.slice('parts[].'.length);
            return (
              <Field
                key={path}
                rule={rule === VALUE ? valueRule(rule, type) : rule}
                name={`${at}.${path}`}
                value={valueAt(part, path)}
                fault={faults[`${at}.${path}`] || ''}
                words={words}
                onChange={(value) => onChange(withPartValue(part, path, value))}
              />
            );
          })}
        </s-grid>
        <s-stack direction="inline" gap="small">
          <s-button
            variant="tertiary"
            disabled={index === 0}
            accessibilityLabel={words.t('home.parts.upOf', {part: name})}
            onClick={() => onMove(-1)}
          >
            {words.t('home.parts.up')}
          </s-button>
          <s-button
            variant="tertiary"
            disabled={last}
            accessibilityLabel={words.t('home.parts.downOf', {part: name})}
            onClick={() => onMove(1)}
          >
            {words.t('home.parts.down')}
          </s-button>
          <s-button
            variant="tertiary"
            tone="critical"
            accessibilityLabel={words.t('home.parts.removeOf', {part: name})}
            onClick={onRemove}
          >
            {words.t('home.parts.remove')}
          </s-button>
        </s-stack>
      </s-stack>
    </s-box>
  );
}
