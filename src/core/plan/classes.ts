import type {ComponentClass, Ground, RecipePart} from '../recipe/types.ts';

/**
 * Whether a part is owed, the shop's own rule, or a gesture. What was paid for the order is owed back, fees are the shop's rule,
 * and the label is owed when the goods were faulty (Directive (EU) 2019/771: the return is at the seller's cost), unless the
 * recipe fixes it.
 */
export function classOf(part: RecipePart, ground: Ground): ComponentClass {
  switch (part.kind) {
    case 'returnLabel':
      if (part.class && part.class !== 'byGround') return part.class;
      return ground === 'defect' ? 'owed' : 'goodwill';
    case 'goodwill':
      return part.class && part.class !== 'byGround' ? part.class : 'goodwill';
    case 'bonus':
      return 'goodwill';
    case 'restockingFee':
    case 'returnShippingFee':
    case 'diminishedValue':
      return 'policy';
    default:
      return 'owed';
  }
}
