/** A label with an amount at the end of the line: figures stand under each other, digits as wide as each other. */
export function AmountRow({
  label,
  detail = '',
  amount,
  strong = false,
}: {
  label: string;
  detail?: string;
  amount: string;
  strong?: boolean;
}) {
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="start">
      <s-stack gap="none">
        <s-text type={strong ? 'strong' : 'generic'}>{label}</s-text>
        {detail && <s-text color="subdued">{detail}</s-text>}
      </s-stack>
      <s-text type={strong ? 'strong' : 'generic'} fontVariantNumeric="tabular-nums">
        {amount}
      </s-text>
    </s-grid>
  );
}
