/**
 * The lab's own `s-*` elements. Each keeps the properties that @shopify/ui-extensions declares for it and draws
 * itself with Preact in a shadow root; what the extension nests stays in the light DOM and comes in through slots.
 */
import {render, type ComponentChild} from 'preact';
import table from '../elements.generated.json' with {type: 'json'};
import type {ElementTable} from '../element-table.ts';
import {sharedStyles} from './styles.ts';

const {elements} = table as ElementTable;

/** Properties as the extension set them; nothing is coerced. */
export type Props = Record<string, unknown>;

export interface LabElement extends HTMLElement {
  readonly props: Props;
  /** Draws again, once, after the current batch of changes. */
  refresh(): void;
  /** Sends an event to the extension; `detail` is the state that the extension's element takes over. */
  emit(type: string, detail?: Record<string, unknown>): void;
}

export interface Definition {
  css?: string;
  render(props: Props, element: LabElement): ComponentChild;
  /** Runs once, when the element is first connected. */
  connected?(element: LabElement): void;
  /** Draws again when anything below the element changes: for elements that read their children. */
  readsChildren?: boolean;
  /** Focus goes to the control inside. */
  delegatesFocus?: boolean;
  methods?: Record<string, (element: LabElement) => void>;
}

/** Defines one `s-*` element. Its properties come from the generated table; an unknown tag is a mistake here. */
export function define(tag: string, definition: Definition): void {
  const shape = elements[tag];
  if (shape === undefined) throw new Error(`${tag} is no element of @shopify/ui-extensions.`);
  if (customElements.get(tag)) return;

  const styles = new CSSStyleSheet();
  styles.replaceSync(definition.css ?? '');

  class Element extends HTMLElement implements LabElement {
    readonly props: Props = {};
    private queued = false;
    private started = false;

    constructor() {
      super();
      const root = this.attachShadow({mode: 'open', delegatesFocus: definition.delegatesFocus ?? false});
      root.adoptedStyleSheets = [sharedStyles(), styles];
    }

    connectedCallback(): void {
      this.refresh();
      if (this.started) return;
      this.started = true;
      definition.connected?.(this);
      if (definition.readsChildren) {
        new MutationObserver(() => this.refresh()).observe(this, {
          childList: true,
          subtree: true,
          characterData: true,
          attributeFilter: ['slot'],
        });
      }
    }

    refresh(): void {
      if (this.queued) return;
      this.queued = true;
      queueMicrotask(() => {
        this.queued = false;
        if (this.isConnected && this.shadowRoot) render(definition.render(this.props, this), this.shadowRoot);
      });
    }

    emit(type: string, detail?: Record<string, unknown>): void {
      this.dispatchEvent(new CustomEvent(type, {detail}));
    }
  }

  for (const name of Object.keys(shape.properties)) {
    Object.defineProperty(Element.prototype, name, {
      get(this: Element) {
        return this.props[name];
      },
      set(this: Element, value: unknown) {
        if (Object.is(this.props[name], value)) return;
        this.props[name] = value;
        this.refresh();
        refreshOwner(this);
      },
    });
  }
  for (const [name, method] of Object.entries(definition.methods ?? {})) {
    Object.defineProperty(Element.prototype, name, {
      value(this: Element) {
        method(this);
      },
    });
  }
  customElements.define(tag, Element);
}

/** Options and choices are drawn by the field around them. */
function refreshOwner(element: LabElement): void {
  const owner = element.parentElement?.closest('s-select, s-choice-list, s-table');
  if (owner && 'refresh' in owner) (owner as LabElement).refresh();
}

/** A property as text; nothing for anything else, so that a stray `undefined` is never shown. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The lab elements below another one that fit a selector. */
export function below(element: Element, selector: string): LabElement[] {
  return [...element.querySelectorAll<LabElement>(selector)];
}

const CLOSE: Record<string, string> = {en: 'Close', nl: 'Sluiten'};
const REMOVE: Record<string, string> = {en: 'Remove', nl: 'Verwijderen'};
const PREVIOUS: Record<string, string> = {en: 'Previous page', nl: 'Vorige pagina'};
const NEXT: Record<string, string> = {en: 'Next page', nl: 'Volgende pagina'};
const BUSY: Record<string, string> = {en: 'Loading', nl: 'Laden'};
const WORDS = {close: CLOSE, remove: REMOVE, previous: PREVIOUS, next: NEXT, busy: BUSY};

/** The few words that the elements say by themselves, in the page's language. */
export function say(word: keyof typeof WORDS): string {
  return WORDS[word][document.documentElement.lang] ?? WORDS[word]['en'] ?? '';
}

/** How deep an element sits in titled sections: what its heading level follows from. */
export function headingLevel(element: HTMLElement, own = 0): number {
  const base = element.closest('s-page') ? 1 : 2;
  let depth = 0;
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.localName === 's-section' && text((parent as LabElement).props?.['heading']) !== '') depth += 1;
  }
  return Math.min(base + depth + 1 + own, 6);
}
