import type {Call, Money, OrderSnapshot, Recipe, RefundPlan} from '../../src/core/index.ts';
import type {PlanWords} from './words.ts';

interface Row {
  readonly name: string;
  readonly money: Money;
  readonly why: string;
}

const HEADINGS = {
  en: {
    what: 'What',
    gets: 'To the customer',
    total: 'Total',
    steps: 'Steps',
    know: 'Good to know',
    stop: 'Stop',
    other: 'Or',
    cost: 'It costs the shop',
    insteadOf: 'instead of',
    born: 'from',
  },
  nl: {
    what: 'Wat',
    gets: 'Naar de klant',
    total: 'Totaal',
    steps: 'Stappen',
    know: 'Goed om te weten',
    stop: 'Stop',
    other: 'Of',
    cost: 'Dit kost de winkel',
    insteadOf: 'in plaats van',
    born: 'uit',
  },
} as const;

/** A plan as a table that a person likes to read: amounts under each other, each with its reason in words. */
export function planTable(plan: RefundPlan, order: OrderSnapshot, recipe: Recipe, words: PlanWords): string {
  const {language, say} = words;
  const head = HEADINGS[language];
  const parts = plan.components.map((component): Row => {
    const notes = [
      say(`reason.${component.reason.code}`, component.reason),
      ...(component.born ? [`${head.born} ${amount(component.born.amount, words)}`] : []),
      ...(component.cap
        ? [`${head.insteadOf} ${amount(component.cap.asked, words)}: ${say(`cap.${component.cap.code}`)}`]
        : []),
    ];
    return {name: say(`component.${component.kind}`), money: component.amount, why: notes.join('; ')};
  });
  const legs = plan.legs.map((leg): Row => ({
    name: say(`destination.${leg.kind}`),
    money: leg.amount,
    why: [
      say(`reason.${leg.reason.code}`, leg.reason),
      ...(leg.expiresAfterDays ? [say('expires', {count: leg.expiresAfterDays})] : []),
    ].join('; '),
  }));
  const total: Row = {name: head.total, money: plan.totals.toCustomer, why: ''};
  const all = [...parts, ...legs, total];
  const width = Math.max(...all.map((row) => row.name.length));
  const digits = Math.max(...all.map((row) => words.digits(row.money).length));
  const line = (row: Row) =>
    `  ${row.name.padEnd(width)}  ${row.money.currency} ${words.digits(row.money).padStart(digits)}  ${row.why}`.trimEnd();

  const title = (language === 'nl' && recipe.title.nl) || recipe.title.en;
  return [
    `${plan.orderName} · ${title} · ${say(`ground.${plan.ground}`)}`,
    '',
    ...section(head.what, parts.map(line)),
    ...section(head.gets, [...legs.map(line), line(total)]),
    ...section(
      head.steps,
      plan.calls.map((call, index) => `  ${index + 1}. ${say(`call.${call.kind}`)}${paidBy(call, plan, words)}`),
    ),
    ...section(
      head.stop,
      plan.stops.map((stop) => `  ! ${say(`stop.${stop.code}`, stop)}`),
    ),
    ...section(
      head.know,
      plan.warnings.map((warning) => `  · ${say(`warning.${warning.code}`, warning)}`),
    ),
    ...section(
      head.other,
      plan.alternatives.map((other) => {
        const ways = other.legs.map((leg) => `${say(`destination.${leg.kind}`)} ${amount(leg.amount, words)}`);
        return `  · ${say(`alternative.${other.code}`)}: ${ways.join(' + ')}`;
      }),
    ),
    ...(order.currency === order.shopCurrency ? [] : [`${head.cost}: ${amount(plan.totals.shopCost, words)}`, '']),
    plan.planId,
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines, ''];
}

/** What a call pays, leg by leg. */
function paidBy(call: Call, plan: RefundPlan, words: PlanWords): string {
  const legs = plan.legs.filter((leg) => call.legs.includes(leg.id));
  return legs.length === 0 ? '' : `: ${legs.map((leg) => amount(leg.amount, words)).join(' + ')}`;
}

function amount(money: Money, words: PlanWords): string {
  return `${money.currency} ${words.digits(money)}`;
}
