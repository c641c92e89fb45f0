/** The `s-*` elements as the extension sees them: no looks, only what is sent to the page. */
import {createRemoteElement, RemoteEvent} from '@remote-dom/core/elements';
import type {ElementShape, PropertyType} from '../element-table.ts';

const CONSTRUCTORS = {string: String, number: Number, boolean: Boolean, array: Array} as const;

/** What an event carries back: the state that the person's input left on the page's element. */
type Detail = Record<string, unknown> | undefined;

/** Defines the elements that the target allows, and no others. */
export function defineElements(elements: Record<string, ElementShape>): void {
  for (const [tag, shape] of Object.entries(elements)) {
    const RemoteClass = createRemoteElement({
      properties: Object.fromEntries(
        Object.entries(shape.properties).map(([name, type]) => [
          name,
          type === null ? {} : {type: constructorFor(type)},
        ]),
      ),
      attributes: ['id'],
      events: Object.fromEntries(shape.events.map((event) => [event, {dispatchEvent: dispatcher(event, shape)}])),
      slots: shape.slots,
      methods: shape.methods,
    });
    customElements.define(tag, RemoteClass);
  }
}

function constructorFor(
  type: PropertyType,
): StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor {
  return CONSTRUCTORS[type];
}

let takingOver = false;

/** True while an element takes over what the page told it: that must not be sent back, it could overtake a keystroke. */
export function isTakingOver(): boolean {
  return takingOver;
}

/** Before listeners run, the element takes over what the person did: `event.currentTarget.value` is the new value. */
function dispatcher(event: string, shape: ElementShape): (this: object, detail: unknown) => RemoteEvent {
  return function (this: object, detail: unknown): RemoteEvent {
    takingOver = true;
    try {
      for (const [name, value] of Object.entries((detail as Detail) ?? {})) {
        if (name in shape.properties) Object.assign(this, {[name]: value});
      }
    } finally {
      takingOver = false;
    }
    return new RemoteEvent(event, {detail, bubbles: false});
  };
}
