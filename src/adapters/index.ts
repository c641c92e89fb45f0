export {snapshotFromAdmin, type FurtherPages} from './admin-order.ts';
export {contextFromAdmin, storedRecipeFromAdmin, type OrderContext, type StoredRecipe} from './context.ts';
export {orderFromFile} from './order-file.ts';
export {figuresFromSuggestion, type FiguresFor, type SuggestedFigures} from './suggestion.ts';
