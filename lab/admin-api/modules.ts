/** Every family that the lab implements. A new one is added here and nowhere else. */
import {flowModule} from './flow/index.ts';
import {giftCardsModule} from './gift-cards/index.ts';
import {metafieldsModule} from './metafields/index.ts';
import {metaobjectsModule} from './metaobjects/index.ts';
import {ordersModule} from './orders/index.ts';
import type {LabModule} from './resolvers.ts';
import {shopModule} from './shop/index.ts';
import {storeCreditModule} from './store-credit/index.ts';

export const MODULES: readonly LabModule[] = [
  shopModule,
  storeCreditModule,
  giftCardsModule,
  metafieldsModule,
  metaobjectsModule,
  flowModule,
  ordersModule,
];
