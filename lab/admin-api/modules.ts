/** Every family that the lab implements. A new one is added here and nowhere else. */
import type {LabModule} from './resolvers.ts';

export const MODULES: readonly LabModule[] = [];
