export {availableUnits, lineEntitlement, lineWorth} from './lines.ts';
export {payableNow} from './payable.ts';
export {selectedQuantities} from './quantities.ts';
export {shippingLeft, shippingTaxOn} from './shipping.ts';
export type * from './types.ts';
