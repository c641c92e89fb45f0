/** One of several: a select whose options are values with their words. */
export function Choose<Value extends string>({
  label,
  labelHidden = false,
  name,
  value,
  options,
  details = '',
  error = '',
  disabled,
  onChoose,
}: {
  label: string;
  labelHidden?: boolean;
  name: string;
  value: Value | '';
  options: readonly (readonly [Value | '', string])[];
  details?: string;
  error?: string;
  disabled: boolean;
  onChoose: (value: Value) => void;
}) {
  return (
    <s-select
      label={label}
      labelAccessibilityVisibility={labelHidden ? 'exclusive' : 'visible'}
      name={name}
      value={value}
      details={details}
      error={error}
      disabled={disabled}
      // The options are ours, so what comes back is one of them.
      onChange={(event) => onChoose(event.currentTarget.value as Value)}
    >
      {options.map(([option, words]) => (
        <s-option key={option} value={option}>
          {words}
        </s-option>
      ))}
    </s-select>
  );
}
