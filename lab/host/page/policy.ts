/** What remote-dom's receiver lets through: exactly the elements, properties and events of the target. */
import type {DOMRemoteReceiverOptions} from '@remote-dom/core/receivers';
import type {ElementShape} from '../element-table.ts';

type Policy = Exclude<NonNullable<DOMRemoteReceiverOptions['elements']>, readonly string[]>;

/** The allow-list for `DOMRemoteReceiver`. */
export function policyFor(elements: Record<string, ElementShape>): Policy {
  return Object.fromEntries(
    Object.entries(elements).map(([tag, shape]) => [
      tag,
      {
        properties: Object.fromEntries(
          Object.entries(shape.properties).map(([name, type]) => [
            name,
            type === null ? {attribute: false} : {type, attribute: false},
          ]),
        ),
        attributes: ['id', 'slot'],
        events: Object.fromEntries(shape.events.map((event) => [event, {}])),
        methods: shape.methods,
      },
    ]),
  );
}
