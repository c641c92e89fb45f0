/** The shape of `elements.generated.json`. */

export type PropertyType = 'string' | 'number' | 'boolean' | 'array';

export interface ElementShape {
  /** Property name to its type; null where the type allows several. */
  properties: Record<string, PropertyType | null>;
  /** Event names as the DOM says them: `click`, `nextpage`. */
  events: string[];
  slots: string[];
  methods: string[];
}

export interface ElementTable {
  elements: Record<string, ElementShape>;
  /** Target to the tags that it allows. */
  targets: Record<string, string[]>;
}

/** The elements that one target allows. Throws for a target that @shopify/ui-extensions does not list. */
export function elementsFor(table: ElementTable, target: string): Record<string, ElementShape> {
  const tags = table.targets[target];
  if (tags === undefined) throw new Error(`${target} is not an admin target that the lab's host knows.`);
  return Object.fromEntries(
    tags
      .map((tag) => [tag, table.elements[tag]])
      .filter((pair): pair is [string, ElementShape] => pair[1] !== undefined),
  );
}
